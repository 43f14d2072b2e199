import type {Choice} from '../../decision/choice.js';
import type {createPreferences, DetailsFile} from './preferences.js';

/** What the element is handed: the choice, and the way to the files of its second layer. */
export interface LayeredChoice extends Choice {
  preferences(): Promise<
    readonly [{readonly createPreferences: typeof createPreferences}, ...Promise<DetailsFile>[]]
  >;
}

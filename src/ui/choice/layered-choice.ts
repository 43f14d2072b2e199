import type {Choice} from '../../decision/choice.js';
import type {ServiceDetails} from '../../services/service.js';
import type {createPreferences} from './preferences.js';

/** What the element is handed: the choice, and the way to the file of its second layer. */
export interface LayeredChoice extends Choice {
  preferences(): Promise<{
    readonly createPreferences: typeof createPreferences;
    /** Of the services of the register, by id. */
    readonly details: Readonly<Record<string, ServiceDetails>>;
  }>;
}

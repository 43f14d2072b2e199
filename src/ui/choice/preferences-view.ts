import type {ChoiceCategory} from '../../decision/choice.js';
import type {ServiceDetails} from '../../services/service.js';
import type {View} from '../shared/view.js';
import type {Switches} from './switches.js';

/** What the templates of the preferences need besides. */
export interface PreferencesView extends View {
  /** Of the configured services of the register. */
  readonly details: readonly ServiceDetails[];
  readonly switches: Switches;
  /** Told when the visitor has moved the switch of a question of the category. */
  moved(category: ChoiceCategory, id: string, on: boolean): void;
  /** Without `what`: as the switches stand. */
  answer(event: Event, what?: boolean): void;
  close(): void;
}

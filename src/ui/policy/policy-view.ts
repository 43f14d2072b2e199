import type {Decision} from '../../decision/decision.js';
import type {PolicyMessages} from '../../locales/policy/messages.js';
import type {ServiceDetails} from '../../services/service.js';
import type {View} from '../shared/view.js';

/** What the policy page needs to know: what is asked, in which words, and what each service leaves. */
export interface PolicyView extends View {
  /** Its own words, in the language of the others. */
  readonly words: PolicyMessages;
  /** Of the services of the register. */
  readonly details: readonly ServiceDetails[];
  /** Ids of services that run before anybody has answered. */
  readonly ahead: readonly string[];
  /** Whether this version does not hold yet; nobody knows where it is written once for all days. */
  readonly isUpcoming?: boolean;
  /** What the visitor has said; none where nobody reads it in a page of ours. */
  readonly decision?: Decision;
}

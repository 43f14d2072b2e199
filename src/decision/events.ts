import type {Layer} from './choice.js';
import type {Decision} from './decision.js';

/** An event on `document` that carries the decision. */
export type ConsentEvent = Event & {readonly decision: Decision};

/** Once, after stored grants have opened. Never for an invalid config. */
export type ConsentReadyEvent = ConsentEvent;

/** At each change of the decision. */
export type ConsentChangeEvent = ConsentEvent & {readonly previous: Decision};

/** When a layer is on the screen. */
export type ConsentShownEvent = ConsentEvent & {readonly layer: Layer};

declare global {
  interface DocumentEventMap {
    'consent-ready': ConsentReadyEvent;
    'consent-change': ConsentChangeEvent;
    'consent-shown': ConsentShownEvent;
  }
}

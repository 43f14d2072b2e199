import type {Layer} from './choice.js';
import type {Decision} from './decision.js';

// `declare`: the fields are set once, and need no definition of their own in the output.

/** On `document`, once, after stored grants have opened. Never for an invalid config. */
export class ConsentReadyEvent extends Event {
  declare readonly decision: Decision;
  constructor(decision: Decision) {
    super('consent-ready');
    this.decision = decision;
  }
}

/** On `document`, at each change of the decision. */
export class ConsentChangeEvent extends Event {
  declare readonly decision: Decision;
  declare readonly previous: Decision;
  constructor(decision: Decision, previous: Decision) {
    super('consent-change');
    this.decision = decision;
    this.previous = previous;
  }
}

/** On `document`, when a layer is on the screen. */
export class ConsentShownEvent extends Event {
  declare readonly decision: Decision;
  declare readonly layer: Layer;
  constructor(decision: Decision, layer: Layer) {
    super('consent-shown');
    this.decision = decision;
    this.layer = layer;
  }
}

declare global {
  interface DocumentEventMap {
    'consent-ready': ConsentReadyEvent;
    'consent-change': ConsentChangeEvent;
    'consent-shown': ConsentShownEvent;
  }
}

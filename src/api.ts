import type {Decision} from './decision/decision.js';
import type {Receipt} from './decision/receipt.js';

/** `window.consentGate`, and what `startConsentGate` returns. With an invalid config, or on a server, it is inert. */
export interface ConsentGate {
  readonly decision: Decision;
  /**
   * Whether a service is answered yes, and still validly; a category when its own question and those
   * of all its services are. An unknown id is false, with one warning.
   */
  has(id: string): boolean;
  /** Resolves at the grant; at once when it is there. */
  when(id: string): Promise<void>;
  acceptAll(): void;
  rejectAll(): void;
  /**
   * Answers by id. A service's answer beats its category's; what is not named keeps its answer, and
   * is no if it had none.
   */
  choose(answers: Readonly<Record<string, boolean>>): void;
  /** Forgets the decision: withdraws, sweeps, asks again. */
  reset(): void;
  /** Opens the preferences; resolves when they are on the screen. */
  open(): Promise<void>;
  /** Closes the preferences. Never an answer. */
  close(): void;
  /** Calls `fn` now and at every change; returns unsubscribe. */
  subscribe(fn: (decision: Decision) => void): () => void;
  /** The decision as a document; null while inert. */
  receipt(): Promise<Receipt | null>;
  /** Removes every listener and element again. */
  stop(): void;
}

import type {LocalizedText} from '../config/config.js';
import type {Messages} from '../locales/messages.js';
import type {ServiceDetails, StoredItem} from '../services/service.js';
import type {Decision, Method} from './decision.js';

/** The first layer asks, the second explains. */
export type Layer = 'banner' | 'preferences';

/** A service as the preferences describe it. */
export interface ChoiceService {
  /** Also the id of its question. */
  readonly id: string;
  readonly name: LocalizedText;
  readonly vendor: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Keys of the vocabulary (`Purpose`), or the owner's own words. */
  readonly purposes: readonly string[];
  /** True when the vendor records the data outside the operator's country. */
  readonly abroad: boolean;
  /** Parts that are asked by themselves, e.g. session replay. */
  readonly subQuestions: readonly {readonly id: string; readonly purposes: readonly string[]}[];
  /** For a service the owner has written out; for one of the register see `Choice.details`. */
  readonly stored?: {
    readonly cookies: readonly StoredItem[];
    readonly storage: readonly StoredItem[];
  };
}

export interface ChoiceCategory {
  /** Also the id of its question. `necessary` is never asked. */
  readonly id: string;
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly services: readonly ChoiceService[];
}

/** What was on the screen when the visitor answered. */
export interface Shown {
  /** Language tag of the texts. */
  readonly language: string;
  /** All texts that were shown, joined; the record keeps a hash of it. */
  readonly text: string;
}

/** Everything the UI may know and do; the hall makes one. */
export interface Choice {
  readonly categories: readonly ChoiceCategory[];
  readonly policy: {readonly url: string; readonly version: string};
  /** The separate consent document, where there is one. */
  readonly consent?: {readonly url: string; readonly version: string};
  readonly operator: {
    readonly name: LocalizedText;
    readonly email?: string;
    readonly country?: string;
  };
  readonly theme: 'auto' | 'light' | 'dark';
  readonly layout: 'bar' | 'box' | 'sheet';
  /** True where Global Privacy Control refuses advertising. */
  readonly privacySignal: boolean;
  decision(): Decision;
  /** Language the page wants at this moment (config, `<html lang>`, browser), one that there are messages for. */
  language(): string;
  /** The messages of a language with the owner's texts laid over. */
  messages(language: string): Promise<Messages>;
  /** Details of the configured services of the register, by id. */
  details(): Promise<Readonly<Record<string, ServiceDetails>>>;
  /** Calls `fn` now and at each change; returns unsubscribe. */
  subscribe(fn: (decision: Decision) => void): () => void;
  acceptAll(method: Method, shown: Shown): void;
  rejectAll(method: Method, shown: Shown): void;
  /** Id → answer, as in the public `choose`. */
  choose(answers: Readonly<Record<string, boolean>>, method: Method, shown: Shown): void;
  /** Tells that a layer is on screen: dispatches `consent-shown`. */
  announce(layer: Layer): void;
}

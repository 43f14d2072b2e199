import type {ConsentGateConfig, LocalizedText, StorageEntry} from '../config/config.js';
import type {Messages} from '../locales/messages.js';
import type {Decision, Method} from './decision.js';

/** The first layer asks, the second explains. */
export type Layer = 'banner' | 'preferences';

/** A service in the words of the banner and the preferences. */
export interface ChoiceService {
  /** Also the id of its question. */
  readonly id: string;
  readonly name: LocalizedText;
  readonly vendor: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Keys of the vocabulary (`Purpose`), or the owner's own words; one may stand twice. */
  readonly purposes: readonly string[];
  /** Parts that are asked by themselves, e.g. session replay. */
  readonly subQuestions: readonly {readonly id: string; readonly purposes: readonly string[]}[];
  /** What a service that the owner has written out stores; one of the register has `ServiceDetails`. */
  readonly cookies?: readonly (string | StorageEntry)[];
  readonly storage?: readonly (string | StorageEntry)[];
}

export interface ChoiceCategory {
  /** Also the id of its question. `necessary` is never asked. */
  readonly id: string;
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly services: readonly ChoiceService[];
}

/** Everything the UI may know and do; the hall makes one. */
export interface Choice extends Pick<
  ConsentGateConfig,
  'policy' | 'consent' | 'operator' | 'theme' | 'layout' | 'headingLevel' | 'records' | 'sites'
> {
  readonly categories: readonly ChoiceCategory[];
  /** The cookie that keeps the answers, and for how many days. */
  readonly jar: {readonly name: string; readonly days: number};
  /** True where Global Privacy Control refuses advertising. */
  readonly privacySignal: boolean;
  decision(): Decision;
  /** Language the page wants at this moment (config, `<html lang>`, browser), one that there are messages for. */
  language(): string;
  /** The messages of a language with the owner's texts laid over. */
  messages(language: string): Promise<Messages>;
  /** Calls `fn` at each change, for as long as the gate is at work. */
  subscribe(fn: () => void): void;
  /**
   * Answers: `true` to all, `false` to all, or by id as in the public `choose`.
   * @param language tag of the texts that were on the screen
   */
  answerAs(what: boolean | ReadonlyMap<string, boolean>, method: Method, language: string): void;
  /** Shows a layer, as the API does: what goes wrong is told to the owner. */
  show(layer: Layer): unknown;
  /** Tells that a layer is on screen: dispatches `consent-shown`. */
  announce(layer: Layer): void;
}

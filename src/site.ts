import {forgetCookie} from './browser/cookies.js';
import {insertScript} from './browser/insert-script.js';
import {report} from './browser/report.js';
import {allowedUrl} from './browser/url-policy.js';
import type {ConsentGateConfig} from './config/config.js';
import type {Layer} from './decision/choice.js';
import type {Decision} from './decision/decision.js';
import {questionsOf, wholeOf, type Question} from './decision/question.js';
import {createStore, type Store} from './decision/store.js';
import {createMarkupGate} from './gates/markup-gate.js';
import {anyLeft} from './gates/any-left.js';
import {createServiceGate} from './gates/service-gate.js';
import type {Fetch, Modules} from './modules.js';
import {createOpener} from './opener.js';
import {storedRecord, type RecordJar} from './record-jar.js';
import {holdServices, type HeldService} from './services/held-service.js';

/** What a site is opened with. */
export interface SiteOptions {
  readonly config: ConsentGateConfig;
  readonly fetch: Fetch;
  readonly jar: RecordJar;
  /** False in a frame: it obeys the cookie and shows nothing. */
  readonly asks: boolean;
  /** Ends it all. */
  readonly signal: AbortSignal;
  /** The language the page wants at this moment, one that there are messages for. */
  language(): string;
  /** What the record says of the texts in a language: a hash of all that they are made of. */
  textHash(language: string): string;
  /** Told at each change, after the gates have obeyed. */
  changed(previous: Decision): void;
}

/** A configured site at work: its questions, its gates, its way to ask. */
export interface Site extends SiteOptions {
  readonly held: readonly HeldService[];
  readonly questions: readonly Question[];
  readonly store: Store;
  /** Whether Global Privacy Control refuses advertising. */
  readonly privacySignal: boolean;
  show(layer: Layer): Promise<void>;
  close(): void;
  reset(): void;
}

/** Puts a valid config to work and opens what is granted. */
export function openSite(options: SiteOptions): Site {
  const {config, fetch, jar, asks, signal} = options;
  const {categories, policy} = config;
  const asked = Object.keys(categories).filter((id) => id !== 'necessary');
  const held = Object.keys(categories).flatMap((id) => holdServices(id, categories[id]!.services));
  const known = held.map(({service}) => service);
  const questions = questionsOf(asked, held, [
    config.consent?.version,
    policy.mode === 'publish-is-effective' && policy.version,
  ]);

  const privacySignal = !!(navigator as {globalPrivacyControl?: boolean}).globalPrivacyControl;
  const store = createStore({
    questions,
    record: storedRecord(jar),
    policyVersion: policy.version,
    free: [
      'necessary',
      ...held.filter(({category}) => category === 'necessary').map(({service}) => service.id),
    ],
    refused: ({category}) =>
      !navigator.cookieEnabled || (privacySignal && category === 'advertising'),
    changed(previous, record) {
      // So that leaving the page now loses no refusal: what is not written is asked again.
      forgetCookie(jar.name, jar.domain);
      keeping(({keepRecord}) => keepRecord(jar, record));
      apply(!record);
      options.changed(previous);
    },
  });

  const keeping = (use: (keeping: Modules['keeping']) => void, failed = report) =>
    void fetch('keeping').then(use).catch(failed);

  const hosts = known.flatMap((service) => service.hosts);
  const applyServices = createServiceGate(held, {
    has: store.has,
    insertScript(address, ordered) {
      const url = allowedUrl(address, hosts);
      if (url) insertScript(url, ordered);
    },
  });
  const applyMarkup = createMarkupGate(
    // Of a part alone, a yes is none while its service has not got one.
    (id) => store.has(id) || (id === wholeOf(id) ? store.answer(id) : false),
    config.hosts && [...config.hosts, ...hosts],
    signal,
  );

  let ui: Promise<Modules['ui']> | undefined;
  const show = async (layer: Layer) => {
    if (!asks) return;
    try {
      await (await (ui = fetch('ui'))).showChoice(site, layer);
      // At hand for the answer.
      keeping(() => {});
    } catch (error) {
      report(error);
    }
  };
  const ask = () => {
    if (store.decision.unanswered[0]) void show('banner');
  };

  const opener = createOpener(config, options.language, () => void show('preferences'), signal);
  const offerWayBack = () => opener(asks && !!asked[0] && !store.decision.unanswered[0]);

  /** @param forgotten after a reset, when services must go that nobody has denied */
  const apply = (forgotten = false) => {
    const running = applyServices();
    if (applyMarkup() || running) {
      keeping(
        ({quarantine}) => quarantine(),
        () => location.reload(),
      );
    }
    if (anyLeft(known.filter(({id}) => !store.has(id)))) {
      keeping(({sweepDenied}) => sweepDenied(known, store, forgotten));
    }
    offerWayBack();
  };

  const site: Site = {
    ...options,
    held,
    questions,
    store,
    privacySignal,
    show,
    close: () => void ui?.then(({hideChoice}) => hideChoice(), report),
    reset() {
      store.reset();
      ask();
    },
  };
  signal.addEventListener('abort', () => {
    opener(false);
    void ui?.then(({removeChoice}) => removeChoice(), report);
  });
  // An opener of the page's own may have come by then.
  addEventListener('load', offerWayBack, {signal});
  ask();
  apply();
  return site;
}

import type {ConsentGate} from './api.js';
import {report, warn} from './browser/report.js';
import {select} from './browser/document.js';
import {isSitePage} from './browser/site-page.js';
import {whenActivated} from './browser/when-activated.js';
import {readJson, type ReadConfig} from './config/read-json.js';
import {decide, isGranted, type Decision} from './decision/decision.js';
import {hash} from './decision/hash.js';
import {questionsOf} from './decision/question.js';
import type {DecisionRecord} from './decision/record.js';
import {fetchServices} from './fetch-services.js';
import {languages, pickLanguage} from './locales/languages.js';
import type {Fetch, Modules} from './modules.js';
import {recordJar, storedRecord} from './record-jar.js';
import {holdServices} from './services/held-service.js';
import {register} from './services/register.js';
import {openSite, type Site, type SiteOptions} from './site.js';
import {version} from './version.js';

/** A gate that waits for its config. */
export interface Starting {
  readonly gate: ConsentGate;
  /**
   * Gives it its config; missing when the document had its gate before. Never throws.
   * @param source JSON text, or the object itself
   * @param scriptHosts hosts that own services may load scripts from; any where undefined
   */
  readonly begin?: (source: unknown, scriptHosts?: readonly string[]) => void;
}

/** Said where there are two of either, or no config. */
export const ONE = 'needs one config';

/** Under this key the document keeps its one gate, whichever door it came in by. */
const THE_ONE = Symbol.for('consent-gate');
type Home = Document & {[THE_ONE]?: ConsentGate};
const UNDECIDED = decide([], []);

/**
 * The document's gate; a second start returns the first.
 * @param folder address of the folder in which our later files lie; empty where it may be the page's own origin
 */
export function startOnce(fetch: Fetch, folder = ''): Starting {
  // On a server each gate has a home of its own, which nobody ever tells anything.
  const home = (globalThis.document ?? new EventTarget()) as Home;
  const gate = home[THE_ONE];
  if (gate) {
    warn(ONE);
    return {gate};
  }
  const starting = createGate(fetch, home, folder);
  home[THE_ONE] = starting.gate;
  return starting;
}

function createGate(fetch: Fetch, home: Home, folder: string): Starting {
  const stopping = new AbortController();
  const {signal} = stopping;
  let site: Site | undefined;
  let opened: (site: Site) => void;
  const opening = new Promise<Site>((resolve) => (opened = resolve));

  const tell = (type: 'consent-ready' | 'consent-change', previous?: Decision) =>
    // Through the prototype: an image called `dispatchEvent` shadows the method of the document.
    EventTarget.prototype.dispatchEvent.call(
      home,
      Object.assign(new Event(type), {decision: gate.decision, previous}),
    );
  let told: boolean | undefined;
  /** Once, and before any change. */
  const ready = () => told || ((told = true), signal.aborted || tell('consent-ready'));
  /** At once, or when the gate has its config; never after the stop. */
  const withSite = async (fn: (site: Site) => void) => {
    try {
      if (!signal.aborted) fn(site ?? (await opening));
    } catch (error) {
      report(error);
    }
  };
  /** An answer that was given without anything shown. */
  const answerAs = (what: boolean | ReadonlyMap<string, boolean>) =>
    void withSite(({store, language}) =>
      store.answerAs(what, {method: 'api', language: language()}),
    );

  const gate: ConsentGate = Object.freeze({
    acceptAll: () => answerAs(true),
    rejectAll: () => answerAs(false),
    choose: (answers: Readonly<Record<string, boolean>>) =>
      // Only a clear yes is one. And `has` warns of an unknown id.
      answerAs(
        new Map(Object.keys(answers ?? {}).map((id) => [id, (gate.has(id), answers[id] === true)])),
      ),
    has(id: string) {
      const granted = isGranted(gate.decision, id);
      if (site && granted === undefined) warn(`unknown ${id}`);
      return !!granted;
    },
    reset: () => void withSite(({store}) => store.reset()),
    open: async () => (await opening).show('preferences'),
    close: () => void withSite(({close}) => close()),
    when: (id: string) =>
      new Promise<() => void>((resolve) => {
        // Told right now, it has no value yet.
        const unsubscribe = gate.subscribe(() => gate.has(id) && resolve(() => unsubscribe()));
      }).then((leave) => leave()),
    subscribe(fn: (decision: ConsentGate['decision']) => void) {
      // Events keep a listener that throws from harming the next one.
      const tell = () => fn(gate.decision);
      const types = ['consent-change', 'consent-ready'] as const;
      types.forEach((type) => home.addEventListener(type, tell, stopping));
      fn(gate.decision);
      return () => types.forEach((type) => home.removeEventListener(type, tell));
    },
    receipt: async () => (site ? (await fetch('keeping')).makeReceipt(site) : null),
    get decision() {
      return site?.store.decision ?? UNDECIDED;
    },
    stop() {
      stopping.abort();
      // Another may have started since.
      if (home[THE_ONE] === gate) delete home[THE_ONE];
    },
  });

  const proceed = async (read: ReadConfig, asks: boolean, scriptHosts?: readonly string[]) => {
    // After the script that started us, so that it can still listen; what it asks for meanwhile waits.
    // eslint-disable-next-line @typescript-eslint/await-thenable -- a promise is a dozen bytes more
    await 0;
    const {config, text} = read;
    const known = new Map(register);
    const coming = fetchServices(known, read.mentioned, fetch);
    const all = Promise.all(coming);
    const language = (
      known: readonly string[] = [...Object.keys(config?.texts ?? {}), ...languages],
    ) =>
      pickLanguage(
        [
          config?.language ?? '',
          // A router may have the root out at this moment.
          (document.documentElement as HTMLElement | null)?.lang,
          ...(navigator.languages ?? []),
        ],
        known,
      );
    const hashTexts = (tag: string) => hash(`${version},${tag},${text}`, 6);
    // A config that the visitor has answered to was checked then; it is checked again when it changes.
    // A config of another origin is checked each time: the hash is no protection against its author.
    const isCurrent = (record: DecisionRecord) =>
      !scriptHosts && record.textHash === hashTexts(record.language);
    const jar = config && recordJar(config);
    let record = jar && storedRecord(jar);
    const changed = !record || !isCurrent(record);
    if (changed) {
      // At once, beside the UI: a first visit waits for one round trip. What is not checked yet may be
      // no language at all: only one of our own files is named.
      if (asks && !record) {
        (async () => fetch(`locale-${language(languages)}` as keyof Modules))().catch(() => {});
      }
      if (!(await (await fetch('ui')).isValid(read, (await all, known), scriptHosts))) return;
    }
    const {categories} = config!;
    const held = holdServices(categories, known);
    const questions = questionsOf(Object.keys(categories), held);
    const options: SiteOptions = {
      config: config!,
      held,
      questions,
      jar: jar!,
      fetch,
      folder,
      asks,
      // While we wait another document may write: the first look finds it.
      seen: record?.text,
      signal,
      coming,
      language,
      hashTexts,
      isCurrent,
      changed: (previous) => ready() && tell('consent-change', previous),
    };
    if (config!.sites || (record && changed))
      record = await (await fetch('keeping')).arrived(record, options);
    if (signal.aborted) return;
    site = openSite(options, record);
    opened(site);
    await all;
    await site.opening;
    ready();
    if (config!.debug || select('script[data-debug]')[0] || /gate-debug/.test(location as never))
      (await fetch('debug')).showDebug(site);
  };

  return {
    gate,
    begin(source, scriptHosts) {
      const asks = isSitePage();
      if (asks === undefined) return;
      const read = readJson(source);
      read.mentioned.forEach((entry) => register.get(entry?.['service'] as string)?.guard?.());
      whenActivated(() => void proceed(read, asks, scriptHosts).catch(report), signal);
    },
  };
}

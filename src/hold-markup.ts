import {report, warn} from './browser/report.js';
import type {ConsentGateConfig} from './config/config.js';
import {wholeOf} from './decision/question.js';
import type {Store} from './decision/store.js';
import {applyTo} from './gates/gated-markup.js';
import type {ScriptTools} from './gates/gated-script.js';
import {createMarkupGate, type MarkupGate} from './gates/markup-gate.js';
import type {HeldService} from './services/held-service.js';

/** The page's, not a gate's: what has run runs on when a gate is stopped. */
const relied = new Set<string>();

/** A site whose markup is to be held. */
export interface MarkupSite {
  readonly config: Pick<ConsentGateConfig, 'hosts'>;
  readonly held: readonly HeldService[];
  readonly store: Store;
  /** Ends it all. */
  readonly signal: AbortSignal;
  /** Each resolves when a service has its file, or will not get it. */
  readonly coming: readonly Promise<unknown>[];
  /** Set by `holdMarkup`. */
  markupGate?: MarkupGate;
}

/**
 * Holds the gated markup of a page from now on, and opens what is granted.
 * @param allowedUrl `browser/url-policy.ts`, handed over so that this file need not bring it again
 * @param look has the gate look at the page for the first time
 * @param trusted of `browser/insert-script.ts`: a page has one policy
 * @returns resolves a task later: code in the page that waits for no file, nor for the parser, has run by then
 */
export async function holdMarkup(
  site: MarkupSite,
  allowedUrl: (address: string, hosts?: readonly string[]) => URL | undefined,
  trusted: ScriptTools['trusted'],
  look: () => void,
): Promise<void> {
  const {config, held, store, signal, coming} = site;
  // Their hosts count.
  if (config.hosts) await Promise.all(coming);
  if (signal.aborted) return;
  const hosts = config.hosts && [...config.hosts, ...held.flatMap(({service}) => service.hosts)];
  const refuse = (what: string) => warn(`"${what}" may not be loaded`);
  const allowed = (address: string) => allowedUrl(address, hosts) ?? void refuse(address);
  const tools = {allowed, refuse, trusted, held, signal};
  const gate = createMarkupGate(
    // Of a part alone, a yes is none while its service has not got one. What waits for its turn does not
    // get it from a gate that is stopped: another may be at work.
    (id) =>
      signal.aborted ? undefined : store.has(id) || (store.answer(id) && id === wholeOf(id)),
    // Later than the answer and its event, for it may run code of the page.
    (...element) =>
      void Promise.resolve()
        .then(() => applyTo(tools, ...element))
        .catch(report),
    relied,
  );
  // Stopped, it leaves everything as it is: another gate may be at work.
  site.markupGate = (leaving = false, roots) => (signal.aborted ? leaving : gate(leaving, roots));
  look();
  await new Promise((resolve) => setTimeout(resolve));
}

import {report, warn} from './browser/report.js';
import {wholeOf} from './decision/question.js';
import type {Store} from './decision/store.js';
import type * as Embeds from './embed.js';
import type {EmbedSite} from './embed.js';
import type * as Policies from './policy.js';
import type {PolicySite} from './policy.js';
import {applyTo} from './gates/gated-markup.js';
import type {ScriptTools} from './gates/gated-script.js';
import {createMarkupGate, idsOf, type MarkupGate} from './gates/markup-gate.js';
import {createTurns} from './gates/turns.js';

/** The page's, not a gate's: what has run runs on when a gate is stopped. */
const relied = new Set<string>();

/** A site whose markup is to be held. */
export interface MarkupSite extends EmbedSite, PolicySite {
  readonly store: Store;
  /** False in a frame, which shows nothing. */
  readonly asks: boolean;
  /** Brings the file of what stands in the place of a frame that is shut. */
  readonly fetch: PolicySite['fetch'] &
    ((name: 'embed') => Promise<typeof Embeds>) &
    ((name: 'policy') => Promise<typeof Policies>);
  /** Set by `holdMarkup`. */
  markupGate?: MarkupGate;
}

/**
 * Holds the gated markup of a page from now on, and opens what is granted.
 * @param allowedUrl `browser/url-policy.ts`, handed over so that this file need not bring it again
 * @param look has the gate look at the page for the first time
 * @param trusted of `browser/insert-script.ts`: a page has one policy
 * @returns resolves when what is granted already has had its turn, and a task later: code in the page that waits for
 *   no file, nor for the parser, has run by then
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
  const allowed = (address: string) => allowedUrl(address, hosts);
  const tools = {allowed, refuse, trusted, held, signal};
  const turns = createTurns(signal, report);
  // Of a part alone, a yes is none while its service has not got one. What waits for its turn does not
  // get it from a gate that is stopped: another may be at work.
  const stateOf = (id: string) =>
    signal.aborted ? undefined : store.has(id) || (store.answer(id) && id === wholeOf(id));

  /** Frames that the visitor has opened alone, and what they were then: a page may make another of one. */
  const openedAlone = new Map<Element, string>();
  const nameOf = (frame: Element) =>
    ['data-consent', 'data-src'].map((name) => frame.getAttribute(name)).join();
  const isOpenedAlone = (frame: Element) => openedAlone.get(frame) === nameOf(frame);
  /** Until the next answer with a no to what they wait for, be it the same as before, or until all is forgotten. */
  let {decision} = store;
  const closeDenied = () => {
    if (decision === store.decision) return;
    ({decision} = store);
    for (const frame of openedAlone.keys()) {
      if (!store.record || idsOf(frame).some((id) => stateOf(id) === false))
        openedAlone.delete(frame);
    }
  };
  const cover = (frame: HTMLIFrameElement) => {
    if (!site.asks || !frame.hasAttribute('data-src')) return;
    site
      .fetch('embed')
      .then(({coverFrame}) =>
        coverFrame(site, frame, idsOf(frame), () => {
          openedAlone.set(frame, nameOf(frame));
          site.markupGate!(false, [frame]);
        }),
      )
      .catch(report);
  };

  /** Whether what writes the policy has been asked for: it finds those that come later. */
  let written = false;
  // Looked at for each change of the page: a collection knows when nothing has changed.
  const policies = Document.prototype.getElementsByTagName.call(document, 'consent-policy');
  const writePolicy = () => {
    if (written || !policies[0]) return;
    written = true;
    site
      .fetch('policy')
      .then(({showPolicy}) => showPolicy(site))
      .catch(report);
  };

  const gate = createMarkupGate(
    stateOf,
    // Later than the answer and its event, for it may run code of the page. What plays or runs waits for no turn to stop.
    (element, isOpen, relied, open) => {
      const apply = () => applyTo(tools, element, isOpen, relied);
      if (open || element.localName === 'img') turns.take(apply);
      else void Promise.resolve().then(apply).catch(report);
    },
    relied,
    cover,
    isOpenedAlone,
  );
  // Stopped, it leaves everything as it is: another gate may be at work.
  site.markupGate = (leaving = false, roots) => {
    if (signal.aborted) return leaving;
    writePolicy();
    closeDenied();
    return gate(leaving, roots);
  };
  look();
  await turns.done();
  await new Promise((resolve) => setTimeout(resolve));
}

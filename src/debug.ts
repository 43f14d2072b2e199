import {createOverlay, type Line} from './debug/overlay.js';
import {connections, requests, stored, type Seen} from './debug/seen.js';
import {judge, type Suspect} from './debug/verdict.js';
import {select} from './browser/document.js';
import {GATED} from './gates/gated.js';
import {allCsp} from './services/all-csp.js';
import {leavesOf} from './services/leaves.js';
import type {Decision} from './decision/decision.js';
import type {HeldService} from './services/held-service.js';
import {version} from './version.js';

/** What of a site is looked at. */
export interface DebuggedSite {
  readonly config: {readonly debug?: boolean};
  readonly held: readonly HeldService[];
  readonly store: {readonly decision: Decision; has(id: string): boolean | undefined};
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** This machine, by its names. */
const LOCAL = /^(localhost|127\.[\d.]+|\[::1\])$|\.localhost$/;

/** ms between two looks at what nobody tells of: cookies, storage, links. */
const PAUSE = 1000;

/** Hosts of a policy's sources, without schemes. */
const hostsOf = (id: string) =>
  Object.values(allCsp[id] ?? {})
    .flatMap((sources) => sources.split(' '))
    .map((source) => source.replace(/^\w+:\/*/, ''))
    .filter(Boolean);

/** Addresses of gated markup that is open, with what it waits for. */
const openMarkup = () =>
  new Map(
    [...document.querySelectorAll(GATED)].flatMap((element) =>
      ['src', 'href', 'data', 'poster', 'data-src'].flatMap((name) => {
        const address = element.getAttribute(name);
        // A script that has run has given its place to another.
        if (!address || (name === 'data-src' && element.localName !== 'script')) return [];
        return [
          [
            new URL(address, document.baseURI).href,
            element.getAttribute('data-consent') ?? '',
          ] as const,
        ];
      }),
    ),
  );

/**
 * An overlay for who builds the site: every request to another host, every cookie, storage entry and early connection that
 * this page has made, and who has allowed it. It reports to nobody.
 */
export function showDebug({config, held, store, signal}: DebuggedSite): void {
  // Else the address has asked for it, which anybody can write.
  if (!config.debug && !select('script[data-debug]')[0] && !LOCAL.test(location.hostname)) return;
  /** Service id → when it was granted, ms since the page began. */
  const since = new Map<string, number>();
  const noteGrants = () => {
    for (const {service} of held) {
      if (!store.has(service.id)) since.delete(service.id);
      else if (!since.has(service.id))
        since.set(service.id, store.decision === first ? 0 : performance.now());
    }
  };
  const first = store.decision;
  const withAds = held.some(({service}) => service.id === 'google-ads');
  const suspects = (): Suspect[] =>
    held.map((one) => {
      const {id, hosts} = one.service;
      const {cookies = '', storage = ''} = leavesOf(one, withAds);
      return {
        id,
        hosts: [...hosts, ...hostsOf(id)],
        cookies,
        storage,
        granted: !!store.has(id),
        since: since.get(id) ?? 0,
      };
    });

  let asked: Seen[] = [];
  const lines = (): Line[] => {
    const all = suspects();
    const markup = openMarkup();
    const found = new Map<string, Line>();
    for (const seen of [...asked, ...connections(), ...stored()]) {
      const verdict = judge(seen, all, markup);
      const {kind, name, url = ''} = seen;
      const key = [kind, name, verdict.text].join('\n');
      const count = (found.get(key)?.count ?? 0) + 1;
      found.set(key, {kind, name, url, count, ...verdict});
    }
    return [...found.values()].sort((a, b) => +b.leak - +a.leak);
  };
  const report = () =>
    [
      `consent-gate ${version}, ${location.href}`,
      `decision: ${JSON.stringify(store.decision)}`,
      ...lines().map(
        ({kind, name, count, url, text, leak}) =>
          `${leak ? '✗' : '✓'} ${kind} ${name}${count > 1 ? ` ×${count}` : ''}: ${text}${url && ` (${url})`}`,
      ),
    ].join('\n');

  const overlay = createOverlay(report);
  const look = () => {
    noteGrants();
    overlay.update(lines());
  };
  const observer = new PerformanceObserver((list) => {
    asked = [...asked, ...requests(list.getEntries())];
    look();
  });
  observer.observe({type: 'resource', buffered: true});
  document.addEventListener('consent-change', look, {signal});
  const timer = setInterval(look, PAUSE);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
    overlay.remove();
  });
  look();
}

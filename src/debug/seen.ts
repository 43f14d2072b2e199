import {cookieNames} from '../browser/cookies.js';
import {parseUrl} from '../browser/url-policy.js';
import {storedKeys} from '../browser/web-storage.js';

/** What this page has asked another host for, or has kept in this browser. */
export interface Seen {
  readonly kind: 'request' | 'connection' | 'cookie' | 'storage';
  /** Host of a request or connection; name of a cookie or storage entry. */
  readonly name: string;
  /** Of a request: its address. */
  readonly url?: string;
  /** Of a request: ms since the page began. */
  readonly at?: number;
}

/** Other hosts than the page's own, and addresses such as `data:` that have none. */
const isForeign = ({host}: URL) => host !== '' && host !== location.host;

/**
 * Requests that the browser tells of (https://w3c.github.io/resource-timing/), also of frames' own documents, but not what
 * those go on to request.
 */
export const requests = (entries: readonly PerformanceEntry[]): Seen[] =>
  entries.flatMap(({name, startTime}) => {
    const url = parseUrl(name, document.baseURI);
    return url && isForeign(url)
      ? {kind: 'request' as const, name: url.host, url: name, at: startTime}
      : [];
  });

/** Hosts that the markup has the browser call on before anything is requested of them. */
export const connections = (): Seen[] =>
  [...document.querySelectorAll<HTMLLinkElement>('link[href]')].flatMap(({rel, href}) => {
    const url = parseUrl(href, document.baseURI);
    return /\b(preconnect|dns-prefetch|preload|modulepreload|prefetch)\b/.test(rel) &&
      url &&
      isForeign(url)
      ? {kind: 'connection' as const, name: url.host, url: `${rel} ${href}`}
      : [];
  });

/** What a script can see in the jar and in both storages: `HttpOnly` cookies and those of other hosts it cannot. */
export const stored = (): Seen[] => [
  ...cookieNames()
    .filter(Boolean)
    .map((name) => ({kind: 'cookie' as const, name})),
  ...storedKeys().map((name) => ({kind: 'storage' as const, name})),
];

import {select} from '../browser/document.js';
import {warn} from '../browser/report.js';
import type {HeldService} from '../services/held-service.js';

const told = new WeakSet<Element>();
/** Services that have had a yes in this page: what is there of them may be ours. */
const granted = new Set<HeldService>();

/**
 * Whether an address is one that a service's vendor is asked at. Not by `url-policy.ts`: the ui has that, and what
 * two files share would be one more to fetch.
 */
const isOf = ({service: {revision, hosts}, configured}: HeldService, address: string): boolean =>
  revision
    ? hosts.some((host) =>
        `.${/^https?:\/\/([^/]+)/.exec(address)?.[1]}`.endsWith(`.${host.replace('*.', '')}`),
      )
    : // On the host of a service that is written out there may be much else.
      configured.some(({scripts}) => (scripts as string[] | undefined)?.includes(address));

/**
 * Remembers which services are granted now. To be asked as soon as an answer is given: a no may follow before the
 * yes has been written.
 */
export function noteGrants(
  held: readonly HeldService[],
  has: (id: string) => boolean | undefined,
): void {
  for (const one of held) if (one.service.ahead || has(one.service.id)) granted.add(one);
}

/**
 * Tells the owner, once, of scripts and frames that ask a vendor who never got a yes in this page: most likely the
 * vendor's own snippet, left in the page. Changes nothing. What we insert ourselves looks alike, so nothing is said
 * of what has been granted, nor of its hosts; see `noteGrants`.
 */
export function checkSnippets(held: readonly HeldService[]): void {
  for (const element of select<HTMLScriptElement | HTMLIFrameElement>(
    ':is(script, iframe)[src]:not([data-consent], [type="text/plain"])',
  )) {
    const address = element.src;
    if (told.has(element) || [...granted].some((one) => isOf(one, address))) continue;
    const asked = held.filter((one) => isOf(one, address)).map(({service}) => service.id);
    if (!asked[0]) continue;
    told.add(element);
    warn(
      `<${element.localName} src="${address.slice(0, 200)}"> asks ${asked.join(', ')} without a yes: take the vendor's snippet off the page, or have it wait with data-consent`,
    );
  }
}

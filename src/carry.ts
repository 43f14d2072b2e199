import {writeCarried} from './decision/carried.js';
import {fingerprintsOf, type Asking} from './decision/fingerprints.js';
import type {DecisionRecord} from './decision/record.js';
import {sistersOf} from './sister-sites.js';
import type {ConsentGateConfig} from './config/config.js';

/** A site whose answers go along with its visitors. */
export interface Carrying extends Asking {
  readonly config: Asking['config'] & Pick<ConsentGateConfig, 'sites'>;
  /** What has been answered here, at this moment. */
  known(): DecisionRecord | undefined;
  readonly signal: AbortSignal;
}

type Link = HTMLAnchorElement | HTMLAreaElement;
const isLink = (target: EventTarget): target is Link =>
  target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement;

/** There nobody would know where the visitor comes from, and the fragment would stay. */
const isSecretive = ({relList, referrerPolicy}: Link) =>
  relList.contains('noreferrer') || /^(no-referrer|same-origin)$/.test(referrerPolicy);

/**
 * Has links to sister sites carry the answers that were given here, in the moment of the click alone: a link that is
 * copied, dragged or read by somebody else is as the page has it.
 */
export function carryAnswers(site: Carrying): void {
  const {config, signal} = site;
  const sisters = sistersOf(config);
  const onClick = (event: MouseEvent) => {
    // The last to hear of it: what listens to clicks on links gets to see the page's own address.
    if (event.defaultPrevented || event.button > 1) return;
    const link = event.composedPath().find(isLink);
    if (!link || !sisters.includes(link.origin) || isSecretive(link)) return;
    const record = site.known();
    const carried = record && writeCarried(record, fingerprintsOf(site), Date.now());
    if (!carried) return;
    const href = link.getAttribute('href')!;
    link.hash = link.hash ? `${link.hash}&${carried}` : carried;
    const decorated = link.getAttribute('href');
    // By then the browser has read it.
    setTimeout(() => {
      if (link.getAttribute('href') === decorated) link.setAttribute('href', href);
    });
  };
  addEventListener('click', onClick, {signal});
  // The middle button opens a new tab.
  addEventListener('auxclick', onClick, {signal});
}

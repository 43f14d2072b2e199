import type {Arrival} from './internet.js';
import type {Site} from './site.js';

/** Addresses of the vendors' own scripts: what a grant loads first, and nothing else may. */
const TAGS = /\/(tag|gtm)\.js|\/gtag\/js/;

/** The tags that were asked for, in order. */
export const tagRequests = ({ledger}: Site): Arrival[] =>
  ledger.vendorRequests().filter(({url}) => TAGS.test(url));

/** Their addresses without the query, in the order of the names. */
export const tags = (site: Site): string[] =>
  tagRequests(site)
    .map(({url}) => url.replace(/\?.*/, ''))
    .sort();

/** Their hosts, in the order of the names. */
export const tagHosts = (site: Site): string[] =>
  tagRequests(site)
    .map(({host}) => host)
    .sort();

/** Has the vendors answer with scripts that do nothing: whatever goes wrong in the page is ours. */
export const emptyTags = (site: Site): void =>
  site.answer(TAGS, () => ({headers: {'content-type': 'text/javascript'}, body: ''}));

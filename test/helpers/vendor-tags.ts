import type {Site} from './site.js';

/** Addresses of the vendors' own scripts: what a grant loads first, and nothing else may. */
const TAGS = /\/(tag|gtm)\.js|\/gtag\/js/;

/** The tags that were asked for, by host, in the order of the names. */
export const tagHosts = ({ledger}: Site): string[] =>
  ledger
    .vendorRequests()
    .filter(({url}) => TAGS.test(url))
    .map(({host}) => host)
    .sort();

/** Has the vendors answer with scripts that do nothing: whatever goes wrong in the page is ours. */
export const emptyTags = (site: Site): void =>
  site.answer(TAGS, () => ({headers: {'content-type': 'text/javascript'}, body: ''}));

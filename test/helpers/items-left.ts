import type {Page} from 'playwright/test';
import type {Site} from './site.js';

const OWN = /^(__Host-|__Secure-)?consent-gate$/;

/**
 * All cookies of the browser and all items of the page's web storage but the library's own record, in
 * lines that read well in a failed `toEqual([])`.
 */
export async function itemsLeft(site: Site, page: Page = site.page): Promise<string[]> {
  const cookies = await site.ledger.cookies();
  const {local, session} = await site.ledger.storage(page);
  return [
    ...cookies
      .filter(({name}) => !OWN.test(name))
      .map(({name, domain, path}) => `cookie ${name} of ${domain}${path}`),
    ...Object.keys(local).map((key) => `localStorage ${key}`),
    ...Object.keys(session).map((key) => `sessionStorage ${key}`),
  ];
}

/** What is left when the page has had time to sweep, and has come to rest. */
export async function itemsLeftAtLast(site: Site, page: Page = site.page): Promise<string[]> {
  const end = Date.now() + 5000;
  while ((await itemsLeft(site, page)).length && Date.now() < end) await site.ledger.settle();
  await site.ledger.settle();
  return itemsLeft(site, page);
}

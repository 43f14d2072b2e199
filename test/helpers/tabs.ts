import type {Page} from 'playwright/test';
import type {Decision} from '../../src/decision/decision.js';
import {recordChanges} from './changes.js';
import type {Site, Visit} from './site.js';

/** The second tab of a visitor, still empty. */
export async function secondTab(site: Site): Promise<Page> {
  const page = await site.context.newPage();
  await recordChanges(page);
  return page;
}

/** One visitor, two tabs: `/a` and `/b`. */
export async function twoTabs(
  site: Site,
  visit: Visit = {},
  prepare: (b: Page) => Promise<void> = async () => {},
): Promise<[Page, Page]> {
  await recordChanges(site.page);
  const b = await secondTab(site);
  await prepare(b);
  await site.visit({...visit, path: '/a'});
  await site.visit({...visit, path: '/b', page: b});
  for (const page of [site.page, b]) await ready(page);
  return [site.page, b];
}

/** Waits until the gate of a page has its config. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () => 'analytics' in (window.consentGate?.decision.categories ?? {}),
    undefined,
    {timeout: 15_000},
  );
}

export const decisionOf = (page: Page): Promise<Decision> =>
  page.evaluate(() => window.consentGate!.decision);

/** Answers by the API; resolves to the page's `Date.now()` before it. */
export const answer = (
  page: Page,
  what: 'acceptAll' | 'rejectAll' | 'reset' | Record<string, boolean>,
): Promise<number> =>
  page.evaluate((what) => {
    const now = Date.now();
    if (typeof what === 'string') window.consentGate![what]();
    else window.consentGate!.choose(what);
    return now;
  }, what);

/** What the cookie says: id → yes; undefined without a cookie. */
export async function answersInCookie(site: Site): Promise<Record<string, boolean> | undefined> {
  const cookie = (await site.ledger.cookies()).find(({name}) => name.endsWith('consent-gate'));
  return (
    cookie &&
    Object.fromEntries(
      [...cookie.value.matchAll(/~([yn])\.([a-z0-9:-]+)\./g)].map(([, word, id]) => [
        id!,
        word === 'y',
      ]),
    )
  );
}

import type {Page} from 'playwright/test';
import {expect, test as base} from './site.js';

/** Why most of it is for Chromium. */
export const FIREFOX =
  'Firefox brings pages back, but Playwright goes on talking to the one before';

/** `test` in a browser that keeps pages for the way back, which Playwright switches off in Chromium. */
export const test = base.extend<object, object>({
  launchOptions: [
    async ({launchOptions, browserName}, use) =>
      use(
        browserName === 'chromium'
          ? {...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache']}
          : launchOptions,
      ),
    {scope: 'worker'},
  ],
});

/** How a document came on the screen the last time. */
export interface Shown {
  /** From the back/forward cache. */
  persisted: boolean;
  /** `Date.now()` of the page. */
  at: number;
  /** Why not from the cache, where the browser tells. */
  reasons: string;
  /** Kept by the document for as long as it lives: a reload makes a new one. */
  id: string;
}

/** Has each of the page's next documents write down how it came on the screen. */
export async function recordShown(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const id = String(Math.random());
    addEventListener('pageshow', ({persisted}) => {
      const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & {
        notRestoredReasons?: unknown;
      })[];
      const reasons = JSON.stringify(entry?.notRestoredReasons ?? null);
      Object.assign(window, {shown: {persisted, at: Date.now(), reasons, id}});
    });
  });
}

export const shownOf = (page: Page): Promise<Shown> =>
  page
    .waitForFunction(() => (window as unknown as {shown?: Shown}).shown)
    .then((shown) => shown.jsonValue() as Promise<Shown>);

/** Goes back, or forward; not by `goBack()`, which hangs where the page comes from the cache. */
export async function travel(page: Page, way: 'back' | 'forward', path: string): Promise<void> {
  // Its answer may be lost with the page.
  page.evaluate((way) => history[way](), way).catch(() => {});
  await expect.poll(() => new URL(page.url()).pathname).toBe(path);
}

/**
 * Has each of the page's next documents report to the site how it came on the screen, and whether
 * analytics is granted once everybody has been told: where nobody can ask it.
 */
export async function reportShown(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('pageshow', ({persisted}) => {
      setTimeout(() => {
        const granted = window.consentGate?.has('analytics');
        void fetch(`/report?${location.pathname} persisted ${persisted} granted ${granted}`);
      });
    });
  });
}

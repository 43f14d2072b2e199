import type {Page} from 'playwright/test';
import {expect, type Site} from './site.js';

/** In `<head>`: the stand-ins give a sign of life five times a second, and go quietly. */
export const HEARTBEAT = '<script>window.__standIn={heartbeat:200,unload:false}</script>';

/** In `<head>`: no sign of life at all, so that the ledger can settle while services run. */
export const QUIET = '<script>window.__standIn={heartbeat:0,unload:false}</script>';

/**
 * Has a page leave with no request on its way, and go on with its heartbeat when it comes back: Firefox keeps
 * no page for the way back that waits for an answer.
 */
export async function holdBreath(site: Site, page: Page): Promise<void> {
  await page.evaluate(() => {
    const knobs = (window as unknown as {__standIn: {holdsBreath: boolean}}).__standIn;
    knobs.holdsBreath = true;
    addEventListener('pageshow', () => (knobs.holdsBreath = false));
  });
  await site.ledger.settle();
}

/** The path of the page that a vendor's request tells of. */
export function pageOf(url: string): string {
  const {searchParams} = new URL(url);
  const page = searchParams.get('page-url') ?? searchParams.get('dl');
  return page ? new URL(page).pathname : '';
}

/** When each page of a site was last heard of by a vendor; by the clock, as `Date.now()` of the pages. */
export class Heartbeats {
  readonly #heard: {page: string; at: number}[] = [];

  constructor(site: Site) {
    site.internet.intercept(({url, kind}) => {
      if (kind === 'vendor') this.#heard.push({page: pageOf(url), at: Date.now()});
      return null;
    });
  }

  /** How many of a page's requests have arrived after a moment. */
  since(page: string, moment: number): number {
    return this.#heard.filter((beat) => beat.page === page && beat.at > moment).length;
  }

  /** Waits until a page is heard of again. */
  async beating(page: string): Promise<void> {
    const now = Date.now();
    await expect.poll(() => this.since(page, now), `${page} is heard of`).toBeGreaterThan(1);
  }

  /**
   * Waits until a page has missed six beats.
   * @returns how long after the moment it was last heard of, in ms
   */
  async silence(page: string, moment: number): Promise<number> {
    const last = () =>
      Math.max(moment, ...this.#heard.filter((beat) => beat.page === page).map(({at}) => at));
    await expect
      .poll(() => Date.now() - last(), {message: `${page} falls silent`, timeout: 8000})
      .toBeGreaterThan(1200);
    return last() - moment;
  }
}

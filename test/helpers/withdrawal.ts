import type {Page} from 'playwright/test';
import {preferences} from './banner.js';
import type {Arrival, Site} from './site.js';

/*
 * What leaves the browser after a no. A request that was made before the click may arrive after it, so
 * the time of arrival says nothing: each request of the stand-ins carries a mark that says in which
 * document it was made, and whether the visitor had said no there by then.
 */

/** How a yes can be taken back: by the visitor, or by the page through the API. */
export const WAYS = ['switch', 'reset', 'choose', 'rejectAll'] as const;
export type Way = (typeof WAYS)[number];

/** For the stand-ins, see test/stand-ins. */
export interface Knobs {
  heartbeat?: number;
  unload?: boolean;
  ways?: boolean;
  frame?: boolean;
  tags?: readonly string[];
  tells?: boolean;
}

interface MarkedWindow extends Window {
  __standIn?: Knobs & {readonly mark: string};
  __saidNo?: boolean;
}

/** Has the stand-ins of this page, and of its next loads, mark what they send. */
export async function markRequests(page: Page, knobs: Knobs): Promise<void> {
  await page.addInitScript((set) => {
    const marked = window as MarkedWindow;
    marked.__standIn = {
      ...set,
      get mark() {
        return `${performance.timeOrigin}${marked.__saidNo ? ' after' : ''}`;
      },
    };
    // Before anybody else hears of the click.
    const onClick = (event: Event) => {
      const [target] = event.composedPath() as Element[];
      if (target!.closest?.('[data-action=save],[data-action=reject]')) marked.__saidNo = true;
    };
    window.addEventListener('click', onClick, true);
  }, knobs);
}

/** The mark of what the page sends until the visitor says no. */
export const markNow = (page: Page): Promise<string> =>
  page.evaluate(() => `${performance.timeOrigin}`);

/**
 * Takes the yes back.
 * @param id what of, where the way names one
 */
export async function withdraw(page: Page, way: Way, id = 'analytics'): Promise<void> {
  if (way === 'switch') {
    await page.evaluate(() => window.consentGate!.open());
    const toggle = `[data-category="${id}"], [data-service="${id}"]`;
    await preferences(page).locator(toggle).setChecked(false);
    await preferences(page).locator('[data-action=save]').click();
  } else {
    await page.evaluate(
      ([how, what]) => {
        (window as MarkedWindow).__saidNo = true;
        window.consentGate![how]({[what]: false});
      },
      [way, id] as const,
    );
  }
}

/** What has left for a vendor since, but for what was made before the no. */
export const sentAfter = (site: Site, mark: string): Arrival[] =>
  site.ledger.vendorRequests().filter(({url}) => new URL(url).searchParams.get('mark') !== mark);

/** Loads of the site's own pages: 1 is the first. */
export const pageLoads = (site: Site): number =>
  site.ledger.requests.filter(({kind, dest}) => kind === 'site' && dest === 'document').length;

/** Does what reloads the page, and waits until it is there again. */
export async function reloadedBy(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
}

/** How often a hostile tag has tried to send, also in vain. */
export const tries = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (as) => (window as unknown as {__hostile: Record<string, number>}).__hostile[as]!,
    name,
  );

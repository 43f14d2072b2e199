import type {Page} from 'playwright/test';
import type {Decision} from '../../src/decision/decision.js';

/** A `consent-change`, as a page was told of it. */
export interface Change {
  /** `Date.now()` of the page. */
  at: number;
  decision: Decision;
  previous: Decision;
}

/** Has each of the page's next documents write down what it is told. */
export async function recordChanges(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const changes: object[] = [];
    Object.assign(window, {changes});
    document.addEventListener('consent-change', ({decision, previous}) =>
      changes.push({at: Date.now(), decision, previous}),
    );
  });
}

/** What the page's document has been told so far. */
export const changesOf = (page: Page): Promise<Change[]> =>
  page.evaluate(() => (window as unknown as {changes: Change[]}).changes);

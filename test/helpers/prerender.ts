import type {Page} from 'playwright/test';

interface Prerendered extends Window {
  activate(): void;
  shown: string[];
}

/**
 * Has the page's next documents begin as prerendered ones, until `activate`. Played: headless Chromium
 * does not prerender.
 */
export async function prerender(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let prerendering = true;
    const shown: string[] = [];
    Object.defineProperty(Document.prototype, 'prerendering', {get: () => prerendering});
    Object.assign(window, {
      shown,
      activate() {
        prerendering = false;
        document.dispatchEvent(new Event('prerenderingchange'));
      },
    });
    document.addEventListener('consent-shown', ({layer}) => shown.push(layer));
  });
}

export const activate = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Prerendered).activate());

/** The layers that the document has announced as shown. */
export const announcedBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as Prerendered).shown);

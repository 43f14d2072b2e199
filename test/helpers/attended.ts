import type {Page} from 'playwright/test';

/** Resolves when the file is there that knows where the focus came from: it has brought its styles. */
export const attended = (page: Page) =>
  page.waitForFunction(
    () =>
      (document.querySelector('consent-choice')?.shadowRoot?.adoptedStyleSheets.length ?? 0) > 1,
  );

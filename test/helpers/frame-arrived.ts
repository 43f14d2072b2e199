import {expect, type Page} from 'playwright/test';

/**
 * Waits until the document of a frame is there. Playwright's driver for the system's Firefox (BiDi) throws
 * where a frame goes between its request and its document, and with it the test that happens to run.
 */
export async function frameArrived(page: Page, address: string): Promise<void> {
  await expect
    .poll(() => page.frames().map((frame) => frame.url()))
    .toEqual(expect.arrayContaining([address]));
}

import {expect, type Page} from 'playwright/test';

/** Switches the language of a page as an application does, and waits until ours has followed. */
export async function speak(page: Page, language: string, spoken = language): Promise<void> {
  await page.evaluate((tag) => (document.documentElement.lang = tag), language);
  await expect(page.locator('consent-choice')).toHaveAttribute('lang', spoken);
}

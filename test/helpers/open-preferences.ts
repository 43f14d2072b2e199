import {expect, type Locator, type Page} from 'playwright/test';
import {preferences} from './banner.js';

/** Opens the preferences of a site whose services all leave something, and as many of their tables. */
export async function openPreferences(page: Page, {tables = 0} = {}): Promise<Locator> {
  await page.evaluate(() => window.consentGate!.open());
  const dialog = preferences(page);
  await expect(dialog).toBeVisible();
  // What is told of a service comes with a file of its own.
  await expect(dialog.locator('.card li:not(:has(details))')).toHaveCount(0);
  // So does what stands at their end.
  await expect(dialog.locator('.device')).toBeAttached();
  await dialog.evaluate((element, count) => {
    for (const details of [...element.querySelectorAll('details')].slice(0, count)) {
      details.open = true;
    }
  }, tables);
  return dialog;
}

export async function closePreferences(page: Page): Promise<void> {
  await page.evaluate(() => window.consentGate!.close());
  await expect(preferences(page)).toBeHidden();
}

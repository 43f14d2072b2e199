import type {Locator, Page} from 'playwright/test';

/** The first layer, as a visitor finds it. */
export const banner = (page: Page): Locator => page.locator('consent-choice [part~=banner]');

/** The second layer. */
export const preferences = (page: Page): Locator =>
  page.locator('consent-choice [part~=preferences]');

/** A button of the banner. */
export const bannerButton = (page: Page, action: 'accept' | 'reject' | 'settings'): Locator =>
  banner(page).locator(`[data-action=${action}]`);

/** Opens the preferences, sets switches, saves. */
export async function choose(page: Page, answers: Record<string, boolean>): Promise<void> {
  await page.evaluate(() => window.consentGate!.open());
  for (const [id, answer] of Object.entries(answers)) {
    await preferences(page)
      .locator(`[data-category="${id}"], [data-service="${id}"]`)
      .setChecked(answer);
  }
  await preferences(page).locator('[data-action=save]').click();
}

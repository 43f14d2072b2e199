import {banner, bannerButton, preferences} from '../../helpers/banner.js';
import {config, expect, test} from '../../helpers/site.js';

for (const [width, height] of [
  [667, 375],
  [390, 844],
  [360, 640],
  [1280, 720],
] as const) {
  test(`a double click on the settings opens them, answers nothing and closes nothing, ${width}×${height}`, async ({
    site,
    page: first,
  }) => {
    await first.setViewportSize({width, height});
    const page = await site.visit({page: first, config});
    await expect(banner(page)).toBeVisible();
    // So that nothing is waited for between the two clicks.
    await bannerButton(page, 'settings').hover();
    await site.ledger.settle();
    const {x, y, width: wide, height: high} = (await bannerButton(page, 'settings').boundingBox())!;
    for (const share of [0.5, 0.25, 0.7]) {
      const at = [x + wide * share, y + high / 2] as const;
      await page.mouse.click(...at);
      await expect(preferences(page)).toBeVisible();
      await page.mouse.click(...at);
      await site.ledger.settle();
      await expect(preferences(page), `at ${share}`).toBeVisible();
      expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('undecided');
      await page.keyboard.press('Escape');
      await expect(preferences(page)).toBeHidden();
    }
    // Elsewhere, or by a key, a click counts at once.
    await page.mouse.click(x + wide / 2, y + high / 2);
    await preferences(page).locator('[data-action=reject]').press('Enter');
    await expect
      .poll(() => page.evaluate(() => window.consentGate!.decision.status))
      .toBe('decided');
  });
}

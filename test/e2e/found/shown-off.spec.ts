import type {ConsentGateConfig} from '../../../src/config/config.js';
import {bannerButton, preferences} from '../../helpers/banner.js';
import {GATED, ran} from '../../helpers/ran.js';
import {config, expect, test} from '../../helpers/site.js';
import {answersInCookie} from '../../helpers/tabs.js';

const withServices = (services: object[]) =>
  ({...config, categories: {analytics: {services}}}) as ConsentGateConfig;

for (const action of ['none', 'reject'] as const) {
  test(`what the settings show as off and save is off, after a new question: ${action}`, async ({
    site,
  }) => {
    const page = await site.visit({config: withServices([]), body: GATED});
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => answersInCookie(site)).toEqual({analytics: true});
    // A service is added: it alone is asked about, and the category is not shown as on without it.
    const added = withServices([{service: 'yandex-metrica', counterId: 1}]);
    await site.visit({config: added, body: GATED});
    if (action === 'reject') {
      await bannerButton(page, 'reject').click();
      await page.evaluate(() => window.consentGate!.open());
    } else {
      await bannerButton(page, 'settings').click();
    }
    await expect(preferences(page).locator('[data-category=analytics]')).not.toBeChecked();
    await preferences(page).locator('[data-action=save]').click();
    await expect
      .poll(() => answersInCookie(site))
      .toEqual({analytics: false, 'yandex-metrica': false});
    // What ran can only be ended by a reload.
    await page.waitForFunction(
      () => window.consentGate?.decision.status === 'decided' && !('ran' in window),
    );
    await site.ledger.settle();
    expect(await page.evaluate(ran)).toEqual([]);
  });
}

test('with cookies switched off "Accept all" in the settings holds for the page', async ({
  site,
}) => {
  await site.page.addInitScript(() => {
    Object.defineProperty(navigator, 'cookieEnabled', {get: () => false});
    Object.defineProperty(document, 'cookie', {get: () => '', set() {}});
  });
  const page = await site.visit();
  await expect(page.locator('[data-consent-open]')).toBeVisible();
  await page.evaluate(() => window.consentGate!.open());
  await preferences(page).locator('[data-action=accept]').click();
  await expect
    .poll(() => page.evaluate(() => window.consentGate!.has('google-analytics')))
    .toBe(true);
});

import {bannerButton} from '../../helpers/banner.js';
import {config, expect, test} from '../../helpers/site.js';

test('invariant 6: an accept of new questions leaves a no that was given before', async ({
  site,
}) => {
  const ad = (service: string) => ({
    service,
    name: service,
    vendor: service,
    country: 'RU',
    cookies: [service],
  });
  await site.page.addInitScript(() => {
    if (!location.search)
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {value: true});
  });
  const page = await site.visit({
    config: {
      ...config,
      categories: {functional: {}, advertising: {services: [ad('one'), ad('two')]}},
    },
  });
  await expect(bannerButton(page, 'accept')).toBeVisible();
  await page.evaluate(() => window.consentGate!.choose({functional: true, one: false}));
  await expect.poll(async () => (await site.ledger.cookieNames()).join()).toContain('consent-gate');
  // The browser does not send the signal any more.
  await page.goto('https://www.shop.example/?without');
  await expect(bannerButton(page, 'accept')).toBeVisible();
  expect(await page.evaluate(() => window.consentGate!.decision.unanswered)).not.toContain('one');
  await bannerButton(page, 'accept').press('Enter');
  expect(await page.evaluate(() => window.consentGate!.decision.services)).toEqual({
    one: false,
    two: true,
  });
});

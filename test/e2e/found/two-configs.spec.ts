import {bannerButton} from '../../helpers/banner.js';
import {config, expect, test} from '../../helpers/site.js';

test('invariant 5: where two pages of a host have services of their own, who has answered on both is not asked again', async ({
  site,
}) => {
  const {page} = site;
  const [metrica, google] = config.categories.analytics.services;
  const pages = {
    '/shop': {analytics: {services: [metrica!]}, functional: config.categories.functional},
    '/blog': {analytics: {services: [metrica!, google!]}},
  };
  for (const [path, categories] of Object.entries(pages)) {
    await site.visit({path, config: {...config, categories}});
    await bannerButton(page, 'reject').click();
    await site.ledger.settle();
  }
  await page.goto('https://www.shop.example/shop');
  await expect
    .poll(() => page.evaluate(() => 'analytics' in window.consentGate!.decision.categories))
    .toBe(true);
  expect(await page.evaluate(() => window.consentGate!.decision.unanswered)).toEqual([]);
});

import type {ConsentGateConfig} from '../../../src/config/config.js';
import {bannerButton} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {config, expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

const DAY = 864e5;

test('an answer does not hold longer than `days` because another question was answered since', async ({
  site,
}) => {
  const {page} = site;
  const [metrica, google] = config.categories.analytics.services;
  const start = Date.now();
  const visit = (...services: object[]) =>
    site.visit({config: {...config, categories: {analytics: {services}}} as ConsentGateConfig});
  await visit(google!);
  await bannerButton(page, 'accept').press('Enter');
  await site.ledger.settle();
  await page.clock.setFixedTime(start + 100 * DAY);
  await visit(google!, metrica!);
  await bannerButton(page, 'reject').click();
  await site.ledger.settle();
  await page.clock.setFixedTime(start + 190 * DAY);
  await visit(google!, metrica!);
  await expect
    .poll(() => page.evaluate(() => 'analytics' in window.consentGate!.decision.categories))
    .toBe(true);
  expect(await page.evaluate(() => window.consentGate!.has('google-analytics'))).toBe(false);
});

import {bannerButton} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {config, expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('an answer holds a day where the owner says one, also shortly before midnight', async ({
  site,
}) => {
  const {page} = site;
  await page.clock.setFixedTime('2026-12-01T23:58:00Z');
  await site.visit({config: {...config, cookie: {days: 1}}});
  await bannerButton(page, 'reject').click();
  await site.ledger.settle();
  await page.clock.setFixedTime('2026-12-02T00:01:00Z');
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => 'analytics' in window.consentGate!.decision.categories))
    .toBe(true);
  expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('decided');
});

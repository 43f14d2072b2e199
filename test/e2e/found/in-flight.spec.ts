import {bannerButton} from '../../helpers/banner.js';
import {holdBack} from '../../helpers/hold-back.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {log, ran} from '../../helpers/ran.js';
import {expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('invariant 1: a gated script that arrives after the no does not run in a page that stays', async ({
  site,
}) => {
  const arrive = holdBack(site, '/late.js');
  site.serve('/late.js', `${log('late')};document.cookie = 'late=1'`);
  const page = await site.visit({
    body: '<input><script type="text/plain" data-consent="analytics" data-src="/late.js"></script>',
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => site.ledger.requests.map(({path}) => path)).toContain('/late.js');
  await page.locator('input').first().fill('typed');
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect(page.locator('consent-choice [part=notice]')).toBeVisible();
  arrive();
  await site.ledger.settle();
  expect(await page.evaluate(ran)).toEqual([]);
});

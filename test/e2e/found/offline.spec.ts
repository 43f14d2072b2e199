import {bannerButton} from '../../helpers/banner.js';
import {GATED, ran} from '../../helpers/ran.js';
import {expect, test} from '../../helpers/site.js';

test('a withdrawal without a network does not leave the visitor with the browser’s error page', async ({
  site,
}) => {
  const page = await site.visit({body: `<h1>A shop</h1>${GATED}`});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  await site.ledger.settle();
  await site.context.setOffline(true);
  await page.evaluate(() => window.consentGate!.rejectAll());
  await page.waitForTimeout(1500);
  expect(page.url()).toBe('https://www.shop.example/');
});

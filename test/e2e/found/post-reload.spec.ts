import {bannerButton} from '../../helpers/banner.js';
import {GATED, ran} from '../../helpers/ran.js';
import {expect, test} from '../../helpers/site.js';

test('a page that answers a form is not sent twice by a withdrawal', async ({site}) => {
  const page = await site.visit({
    body: '<form method="post" action="/order"><button>Order</button></form>',
  });
  await bannerButton(page, 'accept').press('Enter');
  site.serve('/order', site.html({body: `<h1>Thank you</h1>${GATED}`}));
  await page.locator('form button').click();
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  // In another tab, where nobody looks at the order.
  const tab = await site.context.newPage();
  await tab.goto('https://www.shop.example/');
  await Promise.all([
    page.waitForEvent('load'),
    tab.evaluate(() => window.consentGate!.rejectAll()),
  ]);
  await site.ledger.settle();
  const orders = site.ledger.requests.filter(
    ({method, path}) => method === 'POST' && path === '/order',
  );
  expect(orders).toHaveLength(1);
});

import {bannerButton, preferences} from '../../helpers/banner.js';
import {GATED, ran} from '../../helpers/ran.js';
import {expect, test} from '../../helpers/site.js';
import {uncaught} from '../../helpers/uncaught.js';

test('invariant 14: in a page without a head a withdrawal throws nothing and is told', async ({
  site,
}) => {
  const page = await site.visit({body: GATED + '<button data-consent-open>Cookies</button>'});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  await page.locator('[data-consent-open]').click();
  await expect(preferences(page)).toBeVisible();
  const told = page
    .waitForEvent('console', {predicate: (message) => message.text() === 'told', timeout: 3000})
    .catch(() => 'not told');
  await page.evaluate(() => {
    document.addEventListener('consent-change', () => console.log('told'));
    document.head.remove();
  });
  await preferences(page).locator('[data-action=reject]').click();
  expect(await told).not.toBe('not told');
  expect(uncaught(site.ledger)).toEqual([]);
});

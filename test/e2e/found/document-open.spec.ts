import {bannerButton, preferences} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('a document that is written anew still leads to the preferences', async ({site}) => {
  const page = await site.visit();
  await bannerButton(page, 'reject').click();
  await site.ledger.settle();
  await page.evaluate(() => {
    document.open();
    document.write(
      '<!doctype html><html lang="en"><body><button data-consent-open>Cookies</button></body></html>',
    );
    document.close();
  });
  await page.locator('[data-consent-open]').first().click();
  await expect(preferences(page)).toBeVisible({timeout: 3000});
});

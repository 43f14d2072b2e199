import {bannerButton, preferences} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('a button with data-consent-open works in a component’s shadow root', async ({site}) => {
  const page = await site.visit({
    body: '<site-footer><template shadowrootmode="open"><button data-consent-open>Cookies</button></template></site-footer>',
  });
  await expect(bannerButton(page, 'accept')).toBeVisible();
  await page.locator('site-footer button').click();
  await expect(preferences(page)).toBeVisible({timeout: 3000});
});

test('our small button goes when the page brings one of its own after its load', async ({site}) => {
  const page = await site.visit({body: '<main>A shop</main>'});
  await bannerButton(page, 'reject').click();
  await expect(page.locator('[data-consent-open]')).toHaveCount(1);
  await page.evaluate(() =>
    document
      .querySelector('main')!
      .insertAdjacentHTML('beforeend', '<button data-consent-open>Mine</button>'),
  );
  await expect(page.locator('[data-consent-open]')).toHaveText(['Mine'], {timeout: 3000});
});

import {bannerButton} from '../../helpers/banner.js';
import {expect, test} from '../../helpers/site.js';
import {chromiumOptions} from '../../setup/browsers.mjs';

// With room of their own, as on most desktops.
test.use({launchOptions: {...chromiumOptions(), ignoreDefaultArgs: ['--hide-scrollbars']}});

test.skip(
  ({browserName}) => browserName !== 'chromium',
  'has scroll bars only by a switch of Chromium',
);

test('invariant 14: the room for the banner throws no error into a page that has just no scroll bar', async ({
  site,
}) => {
  await site.page.setViewportSize({width: 1000, height: 600});
  const page = await site.visit({
    head: `<style>body {margin: 0} main {height: 590px}</style>
      <script>window.errors = []; addEventListener('error', ({message}) => errors.push(message))</script>`,
    body: '<main>A shop</main>',
  });
  await expect(bannerButton(page, 'accept')).toBeVisible();
  await site.ledger.settle();
  expect(await page.evaluate(() => (window as unknown as {errors: string[]}).errors)).toEqual([]);
});

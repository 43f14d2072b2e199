import {bannerButton} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {GATED, ran} from '../../helpers/ran.js';
import {expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('a page that stays after a withdrawal can still run code of its own that it compiles', async ({
  site,
}) => {
  const page = await site.visit({
    body: `<input>${GATED}<script>
      window.compile = () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'compiled', String);
    </script>`,
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  await page.locator('input').first().fill('typed');
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect(page.locator('consent-choice [part=notice]')).toBeVisible();
  expect(
    await page.evaluate(() => (window as unknown as {compile(): Promise<string>}).compile()),
  ).toBe('compiled');
});

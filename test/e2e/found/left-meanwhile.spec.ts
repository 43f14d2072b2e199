import {bannerButton} from '../../helpers/banner.js';
import {GATED, ran} from '../../helpers/ran.js';
import {expect, test} from '../../helpers/site.js';

test('a link that is clicked right after a withdrawal leads where it leads', async ({site}) => {
  site.answer('/two', async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return {headers: {'content-type': 'text/html'}, body: '<h1>Two</h1>'};
  });
  const page = await site.visit({body: `<a href="/two">Two</a>${GATED}`});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  await page.evaluate(() => {
    window.consentGate!.rejectAll();
    document.querySelector('a')!.click();
  });
  await expect(page.locator('h1')).toHaveText('Two', {timeout: 5000});
});

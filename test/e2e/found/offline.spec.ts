import {bannerButton} from '../../helpers/banner.js';
import {expect, test} from '../../helpers/site.js';

const log = (word: string) => `(window.ran ??= []).push(${JSON.stringify(word)})`;
const ran = () => (window as unknown as {ran?: string[]}).ran ?? [];
const GATED = `<script type="text/plain" data-consent="analytics">${log('ran')}</script>`;

test('a withdrawal without a network does not leave the visitor with the browser’s error page', async ({
  site,
}) => {
  const page = await site.visit({body: `<h1>A shop</h1>${GATED}`});
  await bannerButton(page, 'accept').click();
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  await site.ledger.settle();
  await site.context.setOffline(true);
  await page.evaluate(() => window.consentGate!.rejectAll());
  await page.waitForTimeout(1500);
  expect(page.url()).toBe('https://www.shop.example/');
});

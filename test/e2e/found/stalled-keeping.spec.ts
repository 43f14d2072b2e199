import {banner, bannerButton} from '../../helpers/banner.js';
import {holdBack} from '../../helpers/hold-back.js';
import {expect, test} from '../../helpers/site.js';
import {answersInCookie} from '../../helpers/tabs.js';

test('invariant 11: a tab that is opened after the no loads nothing, however long the file that writes takes', async ({
  site,
}) => {
  const page = await site.visit();
  await bannerButton(page, 'accept').click();
  await expect.poll(async () => (await site.ledger.cookieNames()).join()).toContain('consent-gate');
  const arrive = holdBack(site, '/dist/consent-gate-keeping.js');
  await page.reload({waitUntil: 'commit'});
  await expect
    .poll(() => page.evaluate(() => window.consentGate?.has('google-analytics')))
    .toBe(true);
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': false});
  site.ledger.clear();
  const tab = await site.context.newPage();
  await tab.goto('https://www.shop.example/', {waitUntil: 'commit'});
  await expect.poll(() => tab.evaluate(() => window.consentGate?.decision.status)).toBe('decided');
  await site.ledger.settle();
  expect(site.ledger.vendorRequests().map(({host}) => host)).toEqual([]);
  await expect(banner(tab), 'who has said no is not asked again').toBeHidden();
  arrive();
});

test('a no holds in a page whose cookie cannot be written, also where the file that writes cannot be had', async ({
  site,
}) => {
  const page = await site.visit();
  await bannerButton(page, 'accept').click();
  await expect.poll(() => answersInCookie(site)).toBeDefined();
  site.answer('/dist/consent-gate-keeping.js', () => 'abort');
  await page.addInitScript(() => {
    const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
    Object.defineProperty(Document.prototype, 'cookie', {...jar, set() {}});
  });
  await page.reload();
  const has = () => page.evaluate(() => window.consentGate?.has('google-analytics'));
  await expect.poll(has).toBe(true);
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect.poll(() => site.ledger.libraryRequests()).toContain('consent-gate-keeping.js');
  await site.ledger.settle();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  expect(await has()).toBe(false);
});

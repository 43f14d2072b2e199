import {bannerButton} from '../../helpers/banner.js';
import {expect, test} from '../../helpers/site.js';
import {answersInCookie} from '../../helpers/tabs.js';
import {uncaught} from '../../helpers/uncaught.js';

test('an answer that is given while a router has the document empty counts', async ({site}) => {
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': true});
  await page.evaluate(() => {
    const root = document.documentElement;
    root.remove();
    window.consentGate!.rejectAll();
    document.append(root);
  });
  await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': false});
  expect(await page.evaluate(() => window.consentGate!.has('google-analytics'))).toBe(false);
  expect(uncaught(site.ledger)).toEqual([]);
});

test('a cookie store that never answers keeps no decision from being written', async ({site}) => {
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': true});
  await page.addInitScript(() => {
    if ('CookieStore' in window) CookieStore.prototype.getAll = () => new Promise(() => {});
  });
  await page.reload();
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': false});
});

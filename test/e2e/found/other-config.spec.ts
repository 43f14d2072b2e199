import type {ConsentGateConfig} from '../../../src/config/config.js';
import {bannerButton, choose} from '../../helpers/banner.js';
import {config, expect, test} from '../../helpers/site.js';
import {answersInCookie} from '../../helpers/tabs.js';

const [metrica, google] = config.categories.analytics.services;
const withServices = (services: object[], more: object = {}) =>
  ({...config, ...more, categories: {analytics: {services}}}) as ConsentGateConfig;

test('a category that is switched off on one page runs nothing of it on a page with another config', async ({
  site,
}) => {
  // Something is still granted there, so not everything has been refused.
  const {functional} = config.categories;
  const x = {...config, categories: {functional, analytics: {services: [metrica!]}}};
  const y = withServices([google!]);
  const page = await site.visit({path: '/y', config: y});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': true});
  await site.visit({path: '/x', config: x});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => answersInCookie(site)).toMatchObject({'yandex-metrica': true});
  await choose(page, {analytics: false});
  await expect.poll(() => answersInCookie(site)).toMatchObject({analytics: false});
  site.ledger.clear();
  await site.visit({path: '/y', config: y});
  await page.waitForFunction(
    () => 'google-analytics' in (window.consentGate?.decision.services ?? {}),
  );
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
});

test('a tab whose files are gone from the server runs nothing on after a no under a newer config', async ({
  site,
}) => {
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': true});
  // Somebody who comes back: the core alone.
  await site.visit();
  await page.waitForFunction(() => window.consentGate?.has('google-analytics'));
  const newer = await site.context.newPage();
  await site.visit({
    path: '/newer',
    page: newer,
    config: {...config, operator: {...config.operator, name: 'IMPER Group.'}},
  });
  await newer.waitForFunction(() => window.consentGate?.has('google-analytics'));
  await newer.evaluate((file) => import(file), '/dist/consent-gate-keeping.js');
  site.answer(/consent-gate-keeping/, () => ({status: 404, body: ''}));
  await newer.evaluate(() => window.consentGate!.rejectAll());
  await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': false});
  await page.bringToFront();
  await expect
    .poll(() => page.evaluate(() => window.consentGate!.has('google-analytics')))
    .toBe(false);
});

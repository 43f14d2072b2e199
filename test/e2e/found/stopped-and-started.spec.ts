import {bannerButton} from '../../helpers/banner.js';
import {GATED, ran} from '../../helpers/ran.js';
import {config, expect, test} from '../../helpers/site.js';
import {pageLoads} from '../../helpers/withdrawal.js';

test('what a gated script does ends with the gate that comes after the one that started it', async ({
  site,
}) => {
  const page = await site.visit({door: 'module', body: GATED});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  // What has not been written yet ends with the gate.
  await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
  await page.evaluate(async (config) => {
    // Not for the type checker, which runs before there is a build.
    const name: string = 'consent-gate';
    const {startConsentGate} = (await import(name)) as {
      startConsentGate(config: unknown): NonNullable<Window['consentGate']>;
    };
    // Started once more, the document's gate is handed out.
    startConsentGate(config).stop();
    const gate = startConsentGate(config);
    await gate.when('analytics');
    gate.rejectAll();
  }, config);
  await expect.poll(() => pageLoads(site)).toBe(2);
});

test('a router that gives a gated script its old attributes back runs it no second time', async ({
  site,
}) => {
  const page = await site.visit({body: GATED});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  await page.evaluate(() => {
    document.querySelector('script[data-consent]')!.setAttribute('type', 'text/plain');
    window.consentGate!.choose({youtube: false});
  });
  await site.ledger.settle();
  expect(await page.evaluate(ran)).toEqual(['ran']);
});

import type {Page} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {banner, bannerButton} from '../helpers/banner.js';
import {config, expect, test, type Site} from '../helpers/site.js';

/*
 * The overlay for who builds a site: what the page asks of other hosts and keeps, and who has allowed it.
 */

const debugged: ConsentGateConfig = {...config, debug: true};
const QUIET = '<script>window.__standIn={heartbeat:0,unload:false}</script>';
const overlay = (page: Page) => page.locator('details', {hasText: 'What this page has asked'});
/** Its lines as `kind | name | verdict`. */
const lines = (page: Page) =>
  overlay(page)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | ')),
    );
/** Files that the page has fetched of ours. */
const fetched = (site: Site) => site.ledger.requests.filter(({url}) => url.includes('-debug.js'));

test('tells leaks of the markup from what was granted, and what was asked for before the yes', async ({
  site,
}) => {
  site.answer('tracker.example.net', () => ({
    headers: {'content-type': 'text/javascript'},
    body: `document.cookie = 'tracker=1; Path=/'; localStorage.setItem('seen', '1')`,
  }));
  const page = await site.visit({
    config: debugged,
    head: `${QUIET}<link rel="preconnect" href="https://mc.yandex.ru"><script src="https://tracker.example.net/t.js"></script>`,
  });
  await expect(overlay(page)).toBeVisible();
  await expect
    .poll(() => lines(page))
    .toEqual([
      'request | tracker.example.net | nobody allowed this',
      'connection | mc.yandex.ru | not granted: yandex-metrica',
      'cookie | tracker | nobody allowed this',
      'storage | seen | nobody allowed this',
    ]);
  await expect(overlay(page).locator('summary')).toHaveText(
    'consent-gate: 4 of 4 allowed by nobody',
  );

  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(async () => (await lines(page)).sort())
    .toEqual(
      expect.arrayContaining([
        'connection | mc.yandex.ru | granted: yandex-metrica',
        expect.stringMatching(/^request( ×\d+)? \| mc\.yandex\.ru \| granted: yandex-metrica$/),
        expect.stringMatching(
          /^request( ×\d+)? \| www\.googletagmanager\.com \| granted: google-analytics$/,
        ),
        expect.stringMatching(
          /^request( ×\d+)? \| www\.google-analytics\.com \| granted: google-analytics$/,
        ),
        'cookie | __Host-consent-gate | consent-gate: the visitor’s answer',
        'cookie | _ga | granted: google-analytics',
        'cookie | _ym_uid | granted: yandex-metrica',
        'request | tracker.example.net | nobody allowed this',
      ]),
    );
  // It reports to nobody.
  const hosts = new Set(site.ledger.requests.map(({url}) => new URL(url).host));
  expect([...hosts].sort()).toEqual([
    'mc.yandex.ru',
    'tracker.example.net',
    'www.google-analytics.com',
    'www.googletagmanager.com',
    'www.shop.example',
  ]);
});

test('a request that is older than the yes is a leak, for all that was granted later', async ({
  site,
}) => {
  const page = await site.visit({
    config: debugged,
    head: `${QUIET}<script src="https://mc.yandex.ru/metrika/tag.js"></script>`,
  });
  await expect
    .poll(() => lines(page))
    .toContainEqual('request | mc.yandex.ru | not granted: yandex-metrica');
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() => lines(page))
    .toContainEqual('request | mc.yandex.ru | before the yes to yandex-metrica');
  // Of a page whose visitor had said yes before nothing is too early.
  await page.reload();
  await expect
    .poll(() => lines(page))
    .toContainEqual(expect.stringMatching(/mc\.yandex\.ru \| granted: yandex-metrica/));
  expect((await lines(page)).join('\n')).not.toContain('before the yes');
});

test('gated markup that is open was granted by what it waits for', async ({site}) => {
  site.answer('cdn.example.net', () => ({
    headers: {'content-type': 'image/svg+xml'},
    body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  }));
  const page = await site.visit({
    config: debugged,
    head: QUIET,
    body: '<img alt="" data-consent="analytics" data-src="https://cdn.example.net/p.svg">',
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() => lines(page))
    .toContainEqual('request | cdn.example.net | gated markup, granted: analytics');
});

test('a report is copied; closed it is gone; stop() takes it away', async ({site}) => {
  const page = await site.visit({config: debugged, head: QUIET});
  await expect(overlay(page)).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: (text: string) => {
          (window as unknown as {copied: string}).copied = text;
          return Promise.resolve();
        },
      },
    });
    document.cookie = 'odd=1; Path=/';
  });
  await expect.poll(() => lines(page)).toContainEqual('cookie | odd | nobody allowed this');
  await overlay(page).getByRole('button', {name: 'Copy report'}).click();
  await expect(overlay(page).getByRole('status')).toHaveText('Copied.');
  const copied = await page.evaluate(() => (window as unknown as {copied: string}).copied);
  expect(copied).toMatch(/^consent-gate \d+\.\d+\.\d+, https:\/\/www\.shop\.example/);
  expect(copied).toContain('decision: {"status":"undecided"');
  expect(copied).toContain('✗ cookie odd: nobody allowed this');
  await overlay(page).getByRole('button', {name: 'Close'}).click();
  await expect(overlay(page)).toHaveCount(0);

  await page.reload();
  await expect(overlay(page)).toBeVisible();
  await page.evaluate(() => window.consentGate!.stop());
  await expect(overlay(page)).toHaveCount(0);
});

test('comes where our tag wants it, and is fetched nowhere else', async ({site}) => {
  const page = await site.visit();
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(fetched(site)).toEqual([]);
  await site.visit({page, head: '<script data-debug></script>'});
  await expect(overlay(page)).toBeVisible();
  expect(fetched(site)).toHaveLength(1);
  // The one file has it beside itself.
  await site.visit({page, door: 'bundle', head: '<script data-debug></script>'});
  await expect(overlay(page)).toBeVisible();
  expect(fetched(site)).toHaveLength(2);
});

test('on localhost the address may ask for it, and nowhere else', async ({browserName, site}) => {
  test.skip(browserName === 'firefox', 'it asks nobody but this machine for localhost');
  const page = await site.visit({url: 'http://shop.localhost/?consent-gate-debug', head: QUIET});
  await expect(overlay(page)).toBeVisible();
  site.ledger.clear();
  await site.visit({url: 'https://www.shop.example/?consent-gate-debug', head: QUIET});
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => fetched(site)).toHaveLength(1);
  await site.ledger.settle();
  await expect(overlay(page)).toHaveCount(0);
});

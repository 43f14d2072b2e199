import type {ConsentGate} from '../../../src/api.js';
import {bannerButton, preferences} from '../../helpers/banner.js';
import {GATED, ran} from '../../helpers/ran.js';
import {config, expect, test} from '../../helpers/site.js';

const CDN = 'https://cdn.shop.example';
const IMPORTS = {
  'consent-gate': `${CDN}/dist/index.js`,
  'js-cookie': '/node_modules/js-cookie/dist/js.cookie.mjs',
  'lit/html.js': '/node_modules/lit/html.js',
  'lit-html': '/node_modules/lit-html/lit-html.js',
};
const HTML = `<!doctype html><html lang="en"><head>
  <script type="importmap">${JSON.stringify({imports: IMPORTS})}</script>
  <script type="module">
    import {startConsentGate} from 'consent-gate';
    window.consent = startConsentGate(${JSON.stringify(config)});
  </script></head><body><input>${GATED}<button data-consent-open>Cookies</button></body></html>`;
interface Imported {
  consent: ConsentGate;
}

test('with the modules on another host a withdrawal reloads the page', async ({site}) => {
  const {page} = site;
  site.serve('/imported', HTML);
  await page.goto('https://www.shop.example/imported');
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(async () => (await site.ledger.cookieNames()).join()).toContain('consent-gate');
  await page.reload();
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  await Promise.all([
    page.waitForEvent('load', {timeout: 5000}),
    page.evaluate(() => (window as unknown as Imported).consent.rejectAll()),
  ]);
});

test('with the modules on another host who has typed gets the notice', async ({site}) => {
  const {page} = site;
  site.serve('/imported', HTML);
  await page.goto('https://www.shop.example/imported');
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  await page.locator('input').first().fill('typed');
  await page.locator('[data-consent-open]').click();
  await preferences(page).locator('[data-action=reject]').click();
  await expect(page.locator('consent-choice [part=notice]')).toBeVisible({timeout: 5000});
});

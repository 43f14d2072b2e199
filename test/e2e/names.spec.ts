import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {FiltersEngine, Request} from '@ghostery/adblocker';
import type {Page} from 'playwright/test';
import {banner, bannerButton} from '../helpers/banner.js';
import {expect, test} from '../helpers/site.js';

/*
 * What we are called, and what block lists stop and hide by its name. They are in their right: who is hidden
 * has no consent. But nobody is to be stopped for being called like something else.
 */

const SITE = {hostname: 'www.shop.example', domain: 'shop.example'};
const HOME = `https://${SITE.hostname}/`;
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
/** Where owners take our files from. */
const PLACES = [
  HOME,
  `${HOME}dist/`,
  `${HOME}node_modules/consent-gate/dist/`,
  'https://unpkg.com/consent-gate@0.1.0/dist/',
  'https://cdn.jsdelivr.net/npm/consent-gate@0.1.0/dist/',
];
const LISTED_FILES = [
  ...['cookie-consent.js', 'cookie-consent.min.js', 'lit-cookie-consent.js', 'cookieconsent.js'],
  ...['cookie-banner.js', 'cookie-bar.js', 'cookie-notice.js', 'cookie-popup.js', 'cookie-law.js'],
  ...['consent-manager.js', 'consent-modal.js', 'privacy-banner.js', 'gdpr-consent.js'],
  ...['cmp.bundle.js', 'fingerprint.js', 'details-google-analytics.js'],
];
const LISTED_ELEMENTS =
  '<cookie-bar>Cookies</cookie-bar><cookie-notice>Cookies</cookie-notice>' +
  '<div id="cookie-banner">Cookies</div><div class="box cookie-consent">Cookies</div>' +
  '<div data-testid="consent-banner">Cookies</div><div data-cookie-popup="">Cookies</div>';

const list = readFileSync(new URL('../helpers/block-list.txt', import.meta.url), 'utf8');
const engine = FiltersEngine.parse(list);

/** In which of the places a file is stopped. */
const stopped = (file: string): string[] =>
  PLACES.map((place) => place + file).filter((url) => {
    const type = file.endsWith('.js') ? 'script' : 'fetch';
    return engine.match(Request.fromRawDetails({url, sourceUrl: HOME, type})).match;
  });

test('no file of ours is stopped for its name', () => {
  for (const file of LISTED_FILES) expect(stopped(file).length, file).toBe(PLACES.length);

  const files = readdirSync(DIST, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => `${parentPath}/${name}`.slice(DIST.length + 1))
    .map((path) => path.replaceAll('\\', '/'));
  expect(files).toEqual(
    expect.arrayContaining(['consent-gate.js', 'privacy-tools/autoconsent.json', 'index.js']),
  );
  expect(files.flatMap(stopped)).toEqual([]);
});

/** The elements that a blocker hides in a page as it stands, as their tags are written. */
async function hidden(page: Page): Promise<string[]> {
  // A blocker tells its engine the names there are, and is told which rules may concern them.
  const names = await page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')];
    return {
      ids: elements.map(({id}) => id).filter(Boolean),
      classes: elements.flatMap(({classList}) => [...classList]),
      hrefs: [...document.links].map(({href}) => href),
    };
  });
  const {styles} = engine.getCosmeticsFilters({url: HOME, ...SITE, ...names});
  await page.addStyleTag({content: styles});
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const selectors = [...sheet.cssRules].map((rule) => (rule as CSSStyleRule).selectorText);
    return [...document.querySelectorAll(selectors.join())].map((element) =>
      (element.cloneNode() as Element).outerHTML.replace(/<\/.*/, ''),
    );
  }, styles);
}

/** Our names in the light of the page, where style sheets reach: tags, and attributes of the page's own elements. */
const ours = (page: Page) =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll('*')].flatMap(({localName, attributes}) => [
      localName,
      ...[...attributes].map(({name}) => name),
    ]);
    return [...new Set(names)].filter((name) => /consent/.test(name)).sort();
  });

test('no element of ours is hidden for its name', async ({site}) => {
  const listed = LISTED_ELEMENTS.match(/<[^/>]+>/g)!;
  const page = await site.visit({
    body:
      `<h1>A shop</h1>${LISTED_ELEMENTS}<consent-embed></consent-embed><consent-policy></consent-policy>` +
      '<iframe data-consent="youtube" data-src="https://www.youtube.com/embed/x"></iframe>',
  });
  await expect(banner(page)).toBeVisible();
  expect(await hidden(page)).toEqual(listed);
  await expect(banner(page)).toBeVisible();
  await expect(page.locator('cookie-bar')).toBeHidden();
  const names = ['consent-choice', 'consent-embed', 'consent-policy', 'data-consent'];
  expect(await ours(page)).toEqual([...names, 'data-consent-gate']);

  await bannerButton(page, 'reject').click();
  await expect(page.locator('body > [data-consent-open]')).toBeVisible();
  expect(await hidden(page)).toEqual(listed);
  await expect(page.locator('body > [data-consent-open]')).toBeVisible();
  expect(await ours(page)).toEqual([...names, 'data-consent-gate', 'data-consent-open']);
});

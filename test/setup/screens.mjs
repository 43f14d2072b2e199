// `npm run screens`: the pictures in docs/screens, of what is built now.
//   banner and preferences, on a phone and on a desktop, light and dark, in English and Russian
import {mkdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright';
import {chromiumOptions} from './browsers.mjs';

const ROOT = new URL('../../', import.meta.url);
const HOME = 'https://site.example/';

const SIZES = {
  phone: {width: 375, height: 667},
  desktop: {width: 1024, height: 640},
};
const LAYERS = ['banner', 'preferences'];
const SCHEMES = ['light', 'dark'];

/** A page that leaves the looks to the banner. */
const WORDS = {
  en: [
    'Session Design Kit',
    'Meetings that people remember',
    'Cards, methods and plans for those who lead a group: choose an aim, the time you have and the mood in the room, and lay out the hour.',
  ],
  ru: [
    'Session Design Kit',
    'Встречи, которые помнят',
    'Карточки, методы и планы для тех, кто ведёт группу: выберите цель, время и настроение в зале и разложите час по шагам.',
  ],
};

const CONFIG = {
  policy: {url: '/privacy', version: '2026-11-01'},
  operator: {name: 'IMPER Group', email: 'mail@example.com', country: 'RU'},
  categories: {
    analytics: {
      services: [
        {service: 'yandex-metrica', counterId: 12345678},
        {service: 'google-analytics', measurementId: 'G-XXXXXXXXXX', crossBorder: true},
      ],
    },
    functional: {services: [{service: 'youtube', crossBorder: true}]},
  },
};

const html = (language) => {
  const [name, title, text] = WORDS[language];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${name}</title>
<style>
  body {margin: 0 auto; max-width: 60rem; padding: 1.5rem; font: 1.0625rem/1.6 system-ui}
  header {display: flex; gap: 1.5rem; font-size: .9375rem}
  header b {flex: 1}
  h1 {margin: 2.5rem 0 1rem; font-size: clamp(1.9rem, 6vw, 3rem); line-height: 1.1}
  p {max-width: 36rem; opacity: .8}
</style>
<header><b>${name}</b></header><h1>${title}</h1><p>${text}</p>
<script type="application/json" data-consent-gate>${JSON.stringify(CONFIG)}</script>
<script src="/consent-gate.js" defer></script>`;
};

/** The page and our files; nothing else is answered. */
async function answer(route) {
  const {pathname, search} = new URL(route.request().url());
  if (pathname === '/') {
    return route.fulfill({contentType: 'text/html', body: html(search.slice(1))});
  }
  if (!/^\/consent-gate[\w-]*\.js$/.test(pathname)) return route.fulfill({status: 204});
  const body = readFileSync(new URL(`dist${pathname}`, ROOT));
  return route.fulfill({contentType: 'text/javascript; charset=utf-8', body});
}

mkdirSync(new URL('docs/screens/', ROOT), {recursive: true});
const browser = await chromium.launch(chromiumOptions());
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of SCHEMES) {
    for (const language of Object.keys(WORDS)) {
      for (const layer of LAYERS) {
        // A context each: nobody has answered yet.
        const context = await browser.newContext({viewport, colorScheme, reducedMotion: 'reduce'});
        await context.route('**', answer);
        const page = await context.newPage();
        await page.goto(`${HOME}?${language}`);
        const button = page.locator('consent-choice [part~=banner] [data-action=settings]');
        await button.waitFor();
        if (layer === 'preferences') await button.click();
        // Off the button, or another one lies under the pointer and shows it.
        await page.mouse.move(1, 1);
        await page.locator(`consent-choice [part~=${layer}]`).waitFor();
        await page.waitForTimeout(300);
        const name = `${layer}-${size}-${colorScheme}-${language}.png`;
        await page.screenshot({path: fileURLToPath(new URL(`docs/screens/${name}`, ROOT))});
        await context.close();
      }
    }
  }
}
await browser.close();
console.log(
  `Wrote ${Object.keys(SIZES).length * SCHEMES.length * Object.keys(WORDS).length * LAYERS.length} pictures to docs/screens.`,
);

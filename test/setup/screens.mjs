// `npm run screens`: the pictures in docs/screens, of what is built now.
//   banner and preferences, on a phone and on a desktop, light and dark, in English and Russian;
//   every other state and layout once, on a phone and on a desktop
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
const SCHEMES = ['light', 'dark'];
const LANGUAGES = ['en', 'ru'];

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
  ar: [
    'Session Design Kit',
    'لقاءات يتذكرها الناس',
    'بطاقات وطرق وخطط لمن يقود مجموعة: اختر الهدف والوقت المتاح والمزاج في القاعة، ثم رتّب الساعة.',
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

const html = ({language, layout}) => {
  const [name, title, text] = WORDS[language];
  const config = {...CONFIG, ...(layout && {layout})};
  return `<!doctype html><html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${name}</title>
<style>
  body {margin: 0 auto; max-width: 60rem; padding: 1.5rem; font: 1.0625rem/1.6 system-ui}
  header {display: flex; gap: 1.5rem; font-size: .9375rem}
  header b {flex: 1}
  h1 {margin: 2.5rem 0 1rem; font-size: clamp(1.9rem, 6vw, 3rem); line-height: 1.1}
  p {max-width: 36rem; opacity: .8}
</style>
<header><b>${name}</b></header><h1>${title}</h1><p>${text}</p><p><input aria-label="${title}"></p>
<script type="text/plain" data-consent="analytics">window.ran = true</script>
<script type="application/json" data-consent-gate>${JSON.stringify(config)}</script>
<script src="/consent-gate.js" defer></script>`;
};

/** The page and our files; nothing else is answered. */
const answerFor = (shot) => (route) => {
  const {pathname} = new URL(route.request().url());
  if (pathname === '/') return route.fulfill({contentType: 'text/html', body: html(shot)});
  if (!/^\/consent-gate[\w-]*\.js$/.test(pathname)) return route.fulfill({status: 204});
  const body = readFileSync(new URL(`dist${pathname}`, ROOT));
  return route.fulfill({contentType: 'text/javascript; charset=utf-8', body});
};

const part = (page, name) => page.locator(`consent-choice [part~=${name}]`);
const button = (page, layer, action) => part(page, layer).locator(`[data-action=${action}]`);
const opener = (page) => page.locator('body > [data-consent-open]');

/** How the visitor comes to what is in the picture, from the banner; resolves to what must be seen. */
const STATES = {
  banner: async (page) => part(page, 'banner'),
  async preferences(page) {
    await button(page, 'banner', 'settings').click();
    return part(page, 'preferences');
  },
  async 'preferences-details'(page) {
    const preferences = await STATES.preferences(page);
    await preferences.locator('summary').nth(1).click();
    await preferences.locator('details[open] table').waitFor();
    await preferences.locator('[data-category=analytics]').scrollIntoViewIfNeeded();
    return preferences;
  },
  async confirmation(page) {
    await button(page, 'banner', 'reject').click();
    return part(page, 'confirmation');
  },
  async 'small-button'(page) {
    await button(page, 'banner', 'reject').click();
    await opener(page).waitFor();
    await page.reload();
    return opener(page);
  },
  async embed(page) {
    await STATES['small-button'](page);
    await opener(page).waitFor();
    await page.evaluate(() =>
      document
        .querySelector('h1')
        .insertAdjacentHTML(
          'afterend',
          '<iframe style="border:0;width:100%;max-width:560px;aspect-ratio:16/9" title="Three ways to begin" data-consent="youtube" data-src="https://www.youtube.com/embed/x"></iframe>' +
            '<iframe style="border:0;width:100%;max-width:560px;height:90px" title="A song to begin with" data-consent="functional" data-src="https://music.example.com/embed"></iframe>',
        ),
    );
    await page.locator('consent-embed').nth(1).waitFor();
    return page.locator('consent-embed').first();
  },
  async notice(page) {
    await button(page, 'banner', 'accept').press('Enter');
    await page.waitForFunction(() => window.ran);
    await page.locator('input').fill('42');
    await page.evaluate(() => window.consentGate.rejectAll());
    return part(page, 'notice');
  },
};

const sizes = Object.keys(SIZES);
const SHOTS = [
  ...['banner', 'preferences'].flatMap((state) =>
    sizes.flatMap((size) =>
      SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({state, size, scheme, language}))),
    ),
  ),
  ...sizes.flatMap((size, i) => [
    ...['box', 'sheet'].map((layout) => ({state: 'banner', layout, size})),
    ...['banner', 'preferences-details'].map((state) => ({state, size, language: 'ar'})),
    ...['preferences-details', 'confirmation', 'small-button', 'notice'].map((state) => ({
      state,
      size,
      scheme: SCHEMES[i],
    })),
    ...LANGUAGES.map((language) => ({state: 'embed', size, scheme: SCHEMES[1 - i], language})),
    {state: 'banner', size, forced: true},
    {state: 'preferences', size, forced: true},
  ]),
].map((shot) => ({scheme: 'light', language: 'en', ...shot}));

mkdirSync(new URL('docs/screens/', ROOT), {recursive: true});
const browser = await chromium.launch(chromiumOptions());
for (const shot of SHOTS) {
  const {state, layout, size, scheme, language, forced} = shot;
  // A context each: nobody has answered yet.
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: scheme,
    forcedColors: forced ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await context.route('**', answerFor(shot));
  const page = await context.newPage();
  await page.goto(HOME);
  await part(page, 'banner').waitFor();
  const shown = await STATES[state](page);
  // Off the button, or another one lies under the pointer and shows it.
  await page.mouse.move(1, 1);
  await shown.waitFor();
  await page.waitForTimeout(300);
  const name = [state, layout, size, forced ? 'forced' : scheme, language].filter(Boolean);
  await page.screenshot({
    path: fileURLToPath(new URL(`docs/screens/${name.join('-')}.png`, ROOT)),
  });
  await context.close();
}
await browser.close();
console.log(`Wrote ${SHOTS.length} pictures to docs/screens.`);

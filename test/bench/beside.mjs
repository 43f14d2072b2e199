/**
 * `npm run beside`: our banner beside those of vanilla-cookieconsent, Klaro and GOV.UK, on one and
 * the same page, with the same categories and services; docs/beside.md says what is seen.
 * Writes docs/screens/beside-<width>-<scheme>.png, a phone and a small desktop, light and dark, and the table of docs/beside.md.
 *
 * Each as its documentation sets it up, with its own place and looks. vanilla-cookieconsent and
 * GOV.UK bring no texts, so a site's words stand here: GOV.UK's are those of its guidance.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {chromium} from 'playwright';
import {chromiumOptions} from '../setup/browsers.mjs';
import {consentGate} from './contenders/consent-gate.mjs';
import {klaro} from './contenders/klaro.mjs';
import {peerVersion, servePackage} from './contenders/peer.mjs';
import {vanillaCookieconsent} from './contenders/vanilla-cookieconsent.mjs';
import {installPeers} from './install.mjs';
import {SITE, startServer} from './server.mjs';
import {COUNTER_ID, MEASUREMENT_ID} from './vendors.mjs';

const SCREENS = new URL('../../docs/screens/', import.meta.url);
const DOC = new URL('../../docs/beside.md', import.meta.url);
const SIZES = [
  {viewport: {width: 375, height: 667}, columns: 4, shown: 375},
  {viewport: {width: 1024, height: 768}, columns: 2, shown: 768},
];
const SCHEMES = ['light', 'dark'];
const NAME = 'Session Design Kit';

const OURS = {
  policy: {url: '/privacy', version: '2026-11-01'},
  operator: {name: 'IMPER Group', email: 'mail@example.com', country: 'RU'},
  categories: {
    analytics: {
      services: [
        {service: 'yandex-metrica', counterId: COUNTER_ID},
        {service: 'google-analytics', measurementId: MEASUREMENT_ID, crossBorder: true},
      ],
    },
    functional: {services: [{service: 'youtube', crossBorder: true}]},
  },
};

const VANILLA = {
  hideFromBots: false,
  categories: {necessary: {enabled: true, readOnly: true}, analytics: {}, functional: {}},
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'We use cookies',
          description:
            'With your consent we count visits with Google Analytics and Yandex.Metrica and show videos from YouTube. Nothing is loaded before you choose.',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Manage preferences',
          footer: '<a href="/privacy">Privacy policy</a>',
        },
        preferencesModal: {sections: []},
      },
    },
  },
};

const klaroConfig = (scheme) => ({
  version: 1,
  acceptAll: true,
  groupByPurpose: true,
  // Dark is its default.
  ...(scheme === 'light' && {styling: {theme: ['light']}}),
  translations: {
    zz: {privacyPolicyUrl: '/privacy'},
    en: {purposes: {analytics: 'Analytics', media: 'Functional'}},
  },
  services: [
    {name: 'google-analytics', title: 'Google Analytics', purposes: ['analytics']},
    {name: 'metrica', title: 'Yandex.Metrica', purposes: ['analytics']},
    // Its own `functional` means what needs no consent: the notice would leave it out.
    {name: 'youtube', title: 'YouTube', purposes: ['media']},
  ],
});

/** What its macro renders, with the words that its guidance has for more than one kind of cookies. */
const GOVUK_BANNER = `<div class="govuk-cookie-banner" data-nosnippet role="region" aria-label="Cookies on ${NAME}">
  <div class="govuk-cookie-banner__message govuk-width-container">
    <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <h2 class="govuk-cookie-banner__heading govuk-heading-m">Cookies on ${NAME}</h2>
      <div class="govuk-cookie-banner__content">
        <p class="govuk-body">We use some essential cookies to make this service work.</p>
        <p class="govuk-body">We’d like to set additional cookies so we can remember your settings, understand how people use the service and make improvements.</p>
      </div>
    </div></div>
    <div class="govuk-button-group">
      <button type="button" class="govuk-button">Accept additional cookies</button>
      <button type="button" class="govuk-button">Reject additional cookies</button>
      <a class="govuk-link" href="/cookies">View cookies</a>
    </div>
  </div>
</div>`;

/** Of the four: `page` is what a site pastes, `banner` and `yes` where Playwright finds what is then seen. */
const FOUR = [
  {
    ...consentGate,
    banner: 'consent-choice [part~=banner]',
    yes: '[data-action=accept]',
    page: () => ({
      head: `<script type="application/json" data-consent-gate>${JSON.stringify(OURS)}</script>
<script src="/consent-gate.js" defer></script>`,
    }),
  },
  {
    ...vanillaCookieconsent,
    banner: '#cc-main .cm',
    yes: '[data-role=all]',
    page: (scheme) => ({
      root: scheme === 'dark' ? ' class="cc--darkmode"' : '',
      head: `${vanillaCookieconsent.head}
<script type="module">CookieConsent.run(${JSON.stringify(VANILLA)});</script>`,
    }),
  },
  {
    ...klaro,
    title: 'Klaro',
    banner: '.klaro .cookie-notice',
    yes: '.cm-btn-success',
    page: (scheme) => ({
      head: `<script>var klaroConfig = ${JSON.stringify(klaroConfig(scheme))};</script>
<script defer src="/klaro/dist/klaro.js"></script>`,
    }),
  },
  {
    id: 'govuk-frontend',
    title: 'GOV.UK Frontend',
    note: {dark: 'has no dark theme'},
    version: () => peerVersion('govuk-frontend'),
    findFile: servePackage('govuk-frontend'),
    banner: '.govuk-cookie-banner',
    yes: 'button >> nth=0',
    page: () => ({
      head: '<link rel="stylesheet" href="/govuk-frontend/dist/govuk/govuk-frontend.min.css">',
      top: GOVUK_BANNER,
    }),
  },
];

const pageHtml = ({root = '', head, top = ''}) => `<!doctype html>
<html lang="en"${root}><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${NAME}</title>
<style>
  body {margin: 0; font: 1.0625rem/1.6 system-ui}
  main {margin: 0 auto; max-width: 60rem; padding: 1.5rem}
  h1 {margin: 2.5rem 0 1rem; font-size: clamp(1.9rem, 6vw, 3rem); line-height: 1.1}
  main p {max-width: 36rem; opacity: .8}
</style>
${head}
<body>${top}<main><b>${NAME}</b><h1>Meetings that people remember</h1>
<p>Cards, methods and plans for those who lead a group: choose an aim, the time you have and the mood in the room, and lay out the hour.</p>
<p>A deck of eighty cards, twelve ways to begin and nine to end, and a clock that nobody has to watch.</p></main>`;

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const pathOf = (one, scheme) => `/beside/${one.id}/${scheme}`;

/** One picture of one banner, and how large it is: share of the window in %, an answer and the text in px. */
async function shoot(browser, one, viewport, scheme) {
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(SITE + pathOf(one, scheme), {waitUntil: 'networkidle'});
  const banner = page.locator(one.banner);
  await banner.waitFor();
  // What still moves is at its end in the picture.
  const picture = await page.screenshot({animations: 'disabled'});
  const {width, height} = await banner.boundingBox();
  const answer = Math.round((await banner.locator(one.yes).boundingBox()).height);
  const text = await banner
    .locator('p, .cm__desc')
    .first()
    .evaluate((element) => Math.round(parseFloat(getComputedStyle(element).fontSize) * 10) / 10);
  await context.close();
  const share = Math.round((width * height * 100) / (viewport.width * viewport.height));
  const words = [`${one.title} ${one.version()}`, `${share} % of the window`, one.note?.[scheme]];
  const figure = `<figure><img src="data:image/png;base64,${picture.toString('base64')}">
<figcaption>${escape(words.filter(Boolean).join(' · '))}</figcaption></figure>`;
  return {figure, share, answer, text};
}

const row = (cells) => `| ${cells.join(' | ')} |`;

/** The four in one picture. */
async function compose(browser, figures, {columns, shown}) {
  const page = await browser.newPage({
    viewport: {width: columns * (shown + 24), height: 1},
  });
  await page.setContent(`<!doctype html><style>
  body {display: grid; grid-template-columns: repeat(${columns}, auto); gap: 24px; margin: 12px; background: #8c959f}
  figure {margin: 0}
  img {display: block; width: ${shown}px}
  figcaption {padding: 8px; background: #fff; font: 16px/1.4 system-ui}
</style>${figures.join('')}`);
  const picture = await page.screenshot({fullPage: true});
  await page.close();
  return picture;
}

installPeers();
const server = await startServer(
  new Map(
    FOUR.flatMap((one) =>
      SCHEMES.map((scheme) => [pathOf(one, scheme), pageHtml(one.page(scheme))]),
    ),
  ),
  (path) => FOUR.map(({findFile}) => findFile(path)).find(Boolean),
);
const found = chromiumOptions();
if (!found) throw new Error('No Chromium here: `npm test` sees to one.');
const browser = await chromium.launch({...found, args: [...found.args, ...server.browserArgs]});
try {
  const lines = [];
  for (const size of SIZES) {
    const {width} = size.viewport;
    for (const scheme of SCHEMES) {
      const shots = [];
      for (const one of FOUR) shots.push(await shoot(browser, one, size.viewport, scheme));
      const file = new URL(`beside-${width}-${scheme}.png`, SCREENS);
      const figures = shots.map(({figure}) => figure);
      writeFileSync(file, await compose(browser, figures, size));
      if (scheme !== SCHEMES[0]) continue;
      for (const [what, key] of [
        ['share of the window, %', 'share'],
        ['height of an answer, px', 'answer'],
        ['text, px', 'text'],
      ]) {
        lines.push(row([`${what}, at ${width} px`, ...shots.map((shot) => shot[key])]));
      }
    }
  }
  const head = row(['', ...FOUR.map((one) => `${one.title} ${one.version()}`)]);
  const table = [head, row(Array(FOUR.length + 1).fill('---')), ...lines].join('\n');
  const [before, , after] = readFileSync(DOC, 'utf8').split(
    /(?<=<!-- measured -->\n)([^]*)(?=\n<!-- end -->)/,
  );
  writeFileSync(DOC, `${before}\n${table}\n${after}`);
  console.log(table);
} finally {
  await browser.close();
  server.stop();
}

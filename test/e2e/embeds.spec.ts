import type {Page} from 'playwright/test';
import {axeFindings} from '../helpers/axe-of-page.js';
import {banner, bannerButton, choose} from '../helpers/banner.js';
import {frameArrived} from '../helpers/frame-arrived.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import {answersInCookie} from '../helpers/tabs.js';

/*
 * What stands in the place of an embed that waits for a yes.
 */

const FILM = 'https://www.youtube-nocookie.com/embed/x';
const frameOf = (attributes = '', id = 'youtube', address = FILM) =>
  `<iframe title="A film" data-consent="${id}" data-src="${address}" ${attributes}></iframe>`;
const films = (site: Site) =>
  site.ledger.vendorRequests('www.youtube-nocookie.com').filter(({path}) => path === '/embed/x');
const embeds = (page: Page) => page.locator('consent-embed');
const button = (page: Page, action: 'once' | 'always' | 'settings', nth = 0) =>
  embeds(page).nth(nth).locator(`[data-action=${action}]`);

/** Layout shift and the boxes of all that is marked, as they are now. */
const layout = (page: Page) =>
  page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: 'layout-shift', buffered: true});
    const shift = (observer.takeRecords() as (PerformanceEntry & {value: number})[]).reduce(
      (sum, {value}) => sum + value,
      0,
    );
    const boxes = [...document.querySelectorAll('[data-box]')].map((element) => {
      const {x, y, width, height} = element.getBoundingClientRect();
      return [x, y + scrollY, width, height].map((length) => Math.round(length * 4) / 4);
    });
    return {shift, boxes};
  });

const SHAPES = {
  'attributes alone': {css: '', attributes: 'width="560" height="315"'},
  'no size at all': {css: '', attributes: ''},
  'a ratio': {css: 'iframe{width:100%;aspect-ratio:16/9;border:0}', attributes: ''},
  'a wrapper with padding': {
    css: '.wrap{position:relative;padding-top:56.25%}iframe{position:absolute;inset:0;width:100%;height:100%;border:0}',
    attributes: '',
  },
  'a block with margins': {
    css: 'iframe{display:block;width:80%;height:20em;margin:1em auto;border:3px solid;padding:5px;border-radius:9px}',
    attributes: '',
  },
  'a row that stretches': {
    css: '.wrap{display:flex;height:280px;gap:1em}iframe{flex:1;border:0}',
    attributes: '',
  },
  'a grid': {
    css: '.wrap{display:grid;grid-template-columns:1fr 2fr}iframe{grid-column:2;width:100%;height:100%;min-height:240px;border:0}',
    attributes: '',
  },
  'a frame that floats': {css: 'iframe{float:right;width:45%;height:260px}', attributes: ''},
} as const;

for (const [name, {css, attributes}] of Object.entries(SHAPES)) {
  test(`the place of an embed stays what it was, before and after: ${name}`, async ({site}) => {
    const page = await site.visit({
      head: `<style>body{margin:0;font:16px/1.5 sans-serif}${css}</style>`,
      body: `<p data-box>Before</p><div class="wrap" data-box>${frameOf(attributes)}</div><p data-box>After it there is more text.</p>`,
    });
    const size = () =>
      page.locator('iframe, consent-embed').evaluateAll((found) =>
        found
          .map((element) => element.getBoundingClientRect())
          .filter(({width}) => width)
          .map(({x, y, width, height}) => [x, y + scrollY, width, height].map(Math.round)),
      );
    await expect(banner(page)).toBeVisible();
    await expect(embeds(page)).toBeVisible();
    const covered = {...(await layout(page)), size: await size()};
    expect(covered.shift).toBe(0);
    expect(covered.size).toHaveLength(1);
    // All of it, and nothing beside it.
    const filled = await embeds(page).evaluate((embed) => {
      const [outer, inner] = [embed, embed.shadowRoot!.firstElementChild!].map((element) =>
        element.getBoundingClientRect(),
      );
      const {borderTopWidth, borderLeftWidth} = getComputedStyle(embed);
      return [
        inner!.x - outer!.x - parseFloat(borderLeftWidth),
        inner!.y - outer!.y - parseFloat(borderTopWidth),
        outer!.width - inner!.width - 2 * parseFloat(borderLeftWidth),
        outer!.height - inner!.height - 2 * parseFloat(borderTopWidth),
      ].map(Math.round);
    });
    expect(filled).toEqual([0, 0, 0, 0]);

    // As without us.
    await page.evaluate(() => window.consentGate!.stop());
    await expect(embeds(page)).toHaveCount(0);
    await expect(banner(page)).toHaveCount(0);
    const bare = {...(await layout(page)), size: await size()};
    expect(covered.boxes).toEqual(bare.boxes);
    expect(covered.size).toEqual(bare.size);

    // And after the yes.
    await page.reload();
    await expect(embeds(page)).toBeVisible();
    await button(page, 'always').press('Enter');
    await frameArrived(page, FILM);
    const open = await layout(page);
    expect(open.boxes).toEqual(bare.boxes);
    expect(open.shift).toBe(0);
    await expect(embeds(page)).toHaveCount(0);
  });
}

test('it follows a page that changes its size', async ({site}) => {
  const page = await site.visit({
    head: '<style>iframe{width:50%;aspect-ratio:2;border:0}@media(max-width:600px){iframe{width:100%}}</style>',
    body: frameOf(),
  });
  const width = () => embeds(page).evaluate((embed) => embed.getBoundingClientRect().width);
  await expect(embeds(page)).toBeVisible();
  const room = () => page.evaluate(() => document.body.clientWidth - 16);
  expect(await width()).toBe(
    (await page.evaluate(() => document.body.getBoundingClientRect().width)) / 2,
  );
  await page.setViewportSize({width: 500, height: 600});
  await expect
    .poll(width)
    .toBe(await page.evaluate(() => document.body.getBoundingClientRect().width));
  expect(await room()).toBeGreaterThan(0);
});

test('it says what, from whom and which country, in equal buttons; axe finds nothing', async ({
  site,
}) => {
  for (const [lang, words] of [
    ['en', ['A film', 'YouTube – Google (US)', 'leaves the country', 'Load once', 'Always load']],
    ['ru', ['A film', 'YouTube – Google (США)', 'Загрузить один раз', 'Загружать всегда']],
  ] as const) {
    const page = await site.visit({
      lang,
      body: `<main><h1>A shop</h1>${frameOf('width="560" height="315"')}</main>`,
    });
    await expect(embeds(page)).toBeVisible();
    const text = await embeds(page).evaluate((embed) => embed.shadowRoot!.textContent);
    for (const word of words) expect(text).toContain(word);
    const looks = await embeds(page).evaluate((embed) =>
      ['once', 'always'].map((action) => {
        const found = embed.shadowRoot!.querySelector(`[data-action=${action}]`)!;
        const {width, height} = found.getBoundingClientRect();
        const {color, backgroundColor, fontSize, fontWeight, border} = getComputedStyle(found);
        return {width, height, color, backgroundColor, fontSize, fontWeight, border};
      }),
    );
    expect(looks[0]).toEqual(looks[1]);
    expect(await axeFindings(page)).toEqual([]);
  }
});

test('"load once" loads this one, is written nowhere, and ends with a no', async ({site}) => {
  const page = await site.visit({
    body: frameOf() + frameOf() + '<button data-consent-open>Settings</button>',
  });
  await expect(embeds(page)).toHaveCount(2);
  await button(page, 'once').press('Enter');
  await frameArrived(page, FILM);
  await expect(embeds(page)).toHaveCount(1);
  expect(films(site)).toHaveLength(1);
  expect(await site.ledger.cookieNames()).toEqual([]);
  expect(await page.evaluate(() => window.consentGate!.has('youtube'))).toBe(false);
  // The focus goes on in the film, and the question is still there.
  expect(await page.evaluate(() => document.activeElement!.localName)).toBe('iframe');
  await expect(banner(page)).toBeVisible();
  // Another answer leaves it alone, a no to it does not.
  await choose(page, {analytics: false, youtube: true});
  await expect(embeds(page)).toHaveCount(0);
  await choose(page, {youtube: false});
  await expect(embeds(page)).toHaveCount(2);
  await expect(page.locator('iframe[src]')).toHaveCount(0);
  // Also after a no that is older.
  await button(page, 'once', 1).press('Enter');
  await expect(embeds(page)).toHaveCount(1);
  await expect(page.locator('iframe[src]')).toHaveCount(1);
  await page.reload();
  await expect(embeds(page)).toHaveCount(2);
});

test('"always" answers for its service alone: nobody has said anything of the others', async ({
  site,
}) => {
  const page = await site.visit({body: frameOf() + frameOf()});
  await expect(embeds(page)).toHaveCount(2);
  await button(page, 'always').press('Enter');
  await expect(page.locator('iframe[src]')).toHaveCount(2);
  await expect.poll(() => answersInCookie(site)).toEqual({youtube: true});
  expect(await page.evaluate(() => window.consentGate!.decision.unanswered)).toContain('analytics');
  await expect(banner(page)).toBeVisible();
  expect(site.ledger.vendorRequests('mc.yandex.ru')).toEqual([]);

  // Who comes back to films that may run loads no more than these need.
  await choose(page, {analytics: false, functional: true, advertising: false, youtube: true});
  await expect.poll(() => answersInCookie(site)).toMatchObject({youtube: true, advertising: false});
  site.ledger.clear();
  await page.reload();
  await frameArrived(page, FILM);
  await site.ledger.settle();
  expect(site.ledger.libraryRequests().filter((name) => /embed|ui|preferences/.test(name))).toEqual(
    [],
  );

  await choose(page, {youtube: false});
  await expect(embeds(page)).toHaveCount(2);
  await expect.poll(() => answersInCookie(site)).toMatchObject({youtube: false});
});

test('its third button opens the settings, and the focus comes back to it', async ({site}) => {
  const page = await site.visit({body: frameOf()});
  await button(page, 'settings').press('Enter');
  await expect(page.locator('consent-choice [part=preferences]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect
    .poll(() =>
      embeds(page).evaluate(
        (embed) => (embed.shadowRoot!.activeElement as HTMLElement | null)?.dataset['action'],
      ),
    )
    .toBe('settings');
});

test('a frame keeps its attributes and what stands behind its address; YouTube sets no cookies', async ({
  site,
}) => {
  const given =
    'allow="autoplay; fullscreen" loading="lazy" sandbox="allow-scripts" referrerpolicy="no-referrer" width="560"';
  const page = await site.visit({
    config: {
      ...config,
      categories: {
        functional: {services: [{service: 'youtube', crossBorder: true}, {service: 'vk-video'}]},
      },
    },
    body:
      frameOf(given, 'youtube', 'https://www.youtube.com/embed/x?start=7') +
      frameOf('', 'vk-video', 'https://vkvideo.ru/video_ext.php?oid=-1&id=2&hash=abc'),
  });
  await expect(embeds(page)).toHaveCount(2);
  const before = await page
    .locator('iframe')
    .first()
    .evaluate((frame) => frame.outerHTML);
  await bannerButton(page, 'accept').press('Enter');
  await expect(page.locator('iframe').first()).toHaveAttribute(
    'src',
    'https://www.youtube-nocookie.com/embed/x?start=7',
  );
  await expect(page.locator('iframe').nth(1)).toHaveAttribute(
    'src',
    'https://vkvideo.ru/video_ext.php?oid=-1&id=2&hash=abc',
  );
  for (const attribute of given.matchAll(/[\w-]+="[^"]*"/g)) expect(before).toContain(attribute[0]);
  const after = await page
    .locator('iframe')
    .first()
    .evaluate((frame) => frame.outerHTML);
  for (const attribute of given.matchAll(/[\w-]+="[^"]*"/g)) expect(after).toContain(attribute[0]);
});

test('a frame that comes late, goes, or is moved has its placeholder with it', async ({site}) => {
  const page = await site.visit({body: '<div id="a"></div><div id="b"></div>'});
  await expect(banner(page)).toBeVisible();
  await page.evaluate((html) => (document.querySelector('#a')!.innerHTML = html), frameOf());
  await expect(page.locator('#a consent-embed')).toBeVisible();
  await page.evaluate(() =>
    document.querySelector('#b')!.append(document.querySelector('iframe')!),
  );
  await expect(page.locator('#b consent-embed')).toBeVisible();
  await expect(embeds(page)).toHaveCount(1);
  // As a framework does, which knows its own frame alone.
  await page.evaluate(() =>
    document.querySelector('#b')!.removeChild(document.querySelector('iframe')!),
  );
  await expect(embeds(page)).toHaveCount(0);
});

test('nothing stands for a frame that waits for a no, for nothing we know, or that nobody sees', async ({
  site,
}) => {
  const page = await site.visit({
    body:
      frameOf('id="no"', '!youtube') +
      frameOf('id="unknown"', 'nowhere') +
      frameOf('id="pixel" width="1" height="1"') +
      frameOf('id="seen"'),
  });
  await expect(embeds(page)).toHaveCount(1);
  expect(
    await page.evaluate(() => document.querySelector('consent-embed')!.nextElementSibling!.id),
  ).toBe('seen');
});

test('a poster is the site’s own or none', async ({site}) => {
  site.serve('/poster.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', {
    headers: {'content-type': 'image/svg+xml'},
  });
  const page = await site.visit({
    body:
      frameOf('data-poster="/poster.svg"') +
      frameOf('data-poster="https://i.ytimg.com/vi/x/0.jpg"'),
  });
  await expect(embeds(page)).toHaveCount(2);
  await expect(embeds(page).first().locator('[part=poster]')).toHaveAttribute(
    'src',
    /\/poster\.svg$/,
  );
  await expect(embeds(page).nth(1).locator('[part=poster]')).toHaveCount(0);
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
  expect(site.ledger.consoleProblems().join()).toContain('i.ytimg.com/vi/x/0.jpg');
});

test('the page’s language is its language, also later', async ({site}) => {
  const page = await site.visit({body: frameOf(), lang: 'en'});
  await expect(button(page, 'once')).toHaveText('Load once');
  await page.evaluate(() => (document.documentElement.lang = 'de'));
  await expect(button(page, 'once')).toHaveText('Einmal laden');
  expect(await embeds(page).getAttribute('lang')).toBe('de');
});

test('where its file does not come the frame stays shut, and the page as it was', async ({
  site,
}) => {
  site.answer('/dist/consent-gate-embed.js', () => 'abort');
  const page = await site.visit({body: frameOf()});
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  await expect(embeds(page)).toHaveCount(0);
  await expect(page.locator('iframe')).toBeVisible();
  expect(films(site)).toEqual([]);
  await bannerButton(page, 'accept').press('Enter');
  await frameArrived(page, FILM);
});

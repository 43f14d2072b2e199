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
    [
      'en',
      [
        'A film',
        'YouTube – Google (US)',
        'Data leaves Russia for: US.',
        'Load once',
        'Always load',
      ],
    ],
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
  // Also after a no that is older; and a no that is said once more ends it.
  for (const end of ['rejectAll', 'reset'] as const) {
    await button(page, 'once', 1).press('Enter');
    await expect(embeds(page)).toHaveCount(1);
    await expect(page.locator('iframe[src]')).toHaveCount(1);
    await page.evaluate((name) => window.consentGate![name](), end);
    await expect(embeds(page)).toHaveCount(2);
    await expect(page.locator('iframe[src]')).toHaveCount(0);
  }
  // What was opened before a no does not come back by itself.
  await button(page, 'once').press('Enter');
  await expect(page.locator('iframe[src]')).toHaveCount(1);
  await page.evaluate(() => window.consentGate!.rejectAll());
  await page.evaluate(() => window.consentGate!.reset());
  await expect(embeds(page)).toHaveCount(2);
  await site.ledger.settle();
  await expect(page.locator('iframe[src]')).toHaveCount(0);
  await page.reload();
  await expect(embeds(page)).toHaveCount(2);
});

test('"always" for a category is no yes to a service in it that has its own no', async ({site}) => {
  const page = await site.visit({
    config: {
      ...config,
      categories: {
        functional: {services: [{service: 'youtube', crossBorder: true}, {service: 'vk-video'}]},
      },
    },
    body:
      frameOf('', 'functional', 'https://maps.example.test/map') +
      frameOf('', 'vk-video', 'https://vkvideo.ru/video_ext.php?hash=a'),
  });
  await expect(embeds(page)).toHaveCount(2);
  await expect(embeds(page).first().locator('.title')).toHaveText('A film');
  expect(
    await embeds(page)
      .first()
      .evaluate((embed) => embed.shadowRoot!.textContent),
  ).toContain('Source: maps.example.test.');
  await page.evaluate(() => window.consentGate!.choose({'vk-video': false, youtube: true}));
  await expect(embeds(page)).toHaveCount(2);
  await button(page, 'always').press('Enter');
  await expect(embeds(page)).toHaveCount(1);
  await expect
    .poll(() => answersInCookie(site))
    .toEqual({functional: true, 'vk-video': false, youtube: true});
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

test('a frame is loaded once, also one with a poster; the address of YouTube may be spelt in any way', async ({
  site,
}) => {
  const page = await site.visit({
    body: frameOf('data-poster="/poster.svg"', 'youtube', ' HTTPS://WWW.YouTube.com/embed/x\n'),
  });
  await button(page, 'once').press('Enter');
  await frameArrived(page, FILM);
  await site.ledger.settle();
  expect(films(site)).toHaveLength(1);
  await expect(page.locator('iframe')).not.toHaveAttribute('poster');
});

test('rules that look at an element’s neighbours give the placeholder what they gave the frame', async ({
  site,
}) => {
  const page = await site.visit({
    head: '<style>body{margin:0}.stack > * + *{margin-top:40px}p + iframe{margin-left:30px}:first-child{padding-top:0}</style>',
    body: `<div class="stack" data-box>${frameOf()}<p data-box>Below</p>${frameOf('class="second"')}</div>`,
  });
  await expect(embeds(page)).toHaveCount(2);
  const covered = await layout(page);
  await page.evaluate(() => window.consentGate!.stop());
  await expect(embeds(page)).toHaveCount(0);
  await expect(banner(page)).toHaveCount(0);
  expect(covered.boxes).toEqual((await layout(page)).boxes);
});

test.describe('what the page does to a frame behind its placeholder', () => {
  const CSS = '<style>iframe{display:none}iframe.active{display:block}</style>';
  const shown = (page: Page) =>
    page
      .locator('iframe, consent-embed')
      .evaluateAll((found) =>
        found
          .filter((element) => element.getBoundingClientRect().width)
          .map(({localName}) => localName),
      );

  test('shown by a class, hidden again', async ({site}) => {
    const page = await site.visit({head: CSS, body: frameOf()});
    await expect(embeds(page)).toHaveCount(1);
    expect(await shown(page)).toEqual([]);
    for (const active of [true, false, true]) {
      await page.evaluate(
        (force) => document.querySelector('iframe')!.classList.toggle('active', force),
        active,
      );
      await expect.poll(() => shown(page)).toEqual(active ? ['consent-embed'] : []);
    }
    await button(page, 'always').press('Enter');
    await frameArrived(page, FILM);
    expect(await shown(page)).toEqual(['iframe']);
  });

  test('hidden and shown by its style, and found as the page left it', async ({site}) => {
    const page = await site.visit({body: frameOf('style="display:block"')});
    await expect(embeds(page)).toBeVisible();
    for (const display of ['none', 'inline-block', 'none']) {
      await page.evaluate(
        (value) => (document.querySelector('iframe')!.style.display = value),
        display,
      );
      await expect.poll(() => shown(page)).toEqual(display === 'none' ? [] : ['consent-embed']);
    }
    await page.evaluate(() => window.consentGate!.acceptAll());
    await expect(page.locator('iframe[src]')).toHaveCount(1);
    await expect(embeds(page)).toHaveCount(0);
    expect(await page.evaluate(() => document.querySelector('iframe')!.style.display)).toBe('none');
  });

  test('its style changed all the time: a click is taken all the same', async ({site}) => {
    const page = await site.visit({
      body: `${frameOf()}<script>setInterval(() => (document.querySelector('iframe').style.opacity = Math.random()), 50)</script>`,
    });
    await expect(embeds(page)).toBeVisible();
    await page.waitForTimeout(600);
    await button(page, 'once').click();
    await expect(page.locator('iframe[src]')).toHaveCount(1);
  });

  test('put in anew as the only one', async ({site}) => {
    const page = await site.visit({body: `<div id="wrap">${frameOf()}</div>`});
    await expect(embeds(page)).toBeVisible();
    await page.evaluate(() =>
      document.querySelector('#wrap')!.replaceChildren(document.querySelector('iframe')!),
    );
    await expect(embeds(page)).toBeVisible();
    expect(await shown(page)).toEqual(['consent-embed']);
  });

  test('taken out and put back while the words are on their way', async ({site}) => {
    site.answer('/dist/consent-gate-locale-de.js', async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return null;
    });
    const page = await site.visit({lang: 'de', body: `<div id="wrap">${frameOf()}</div>`});
    await expect.poll(() => site.ledger.libraryRequests()).toContain('consent-gate-embed.js');
    await page.evaluate(async () => {
      const wrap = document.querySelector('#wrap')!;
      const frame = document.querySelector('iframe')!;
      for (let times = 0; times < 5; times++) {
        frame.remove();
        await new Promise((resolve) => setTimeout(resolve, 20));
        wrap.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    await expect(embeds(page)).toHaveCount(1);
    await site.ledger.settle();
    await expect(embeds(page)).toHaveCount(1);
    await button(page, 'always').press('Enter');
    await expect(embeds(page)).toHaveCount(0);
    expect(await shown(page)).toEqual(['iframe']);
  });

  test('the placeholder alone taken away: it stays away, and the frame has its place', async ({
    site,
  }) => {
    const page = await site.visit({body: frameOf()});
    await expect(embeds(page)).toBeVisible();
    await page.evaluate(() => document.querySelector('consent-embed')!.remove());
    await expect.poll(() => shown(page)).toEqual(['iframe']);
    await page.evaluate(() => document.body.append('more'));
    await site.ledger.settle();
    expect(await shown(page)).toEqual(['iframe']);
    expect(films(site)).toEqual([]);
  });

  test('a frame that was too small and has grown', async ({site}) => {
    const page = await site.visit({body: frameOf('style="height:0"')});
    await expect(banner(page)).toBeVisible();
    await expect.poll(() => site.ledger.libraryRequests()).toContain('consent-gate-embed.js');
    await expect(embeds(page)).toHaveCount(0);
    await page.evaluate(() => (document.querySelector('iframe')!.style.height = '200px'));
    await expect(embeds(page)).toBeVisible();
  });

  test('a page that keeps a node of its own before the frame is not fought with', async ({
    site,
  }) => {
    const page = await site.visit({
      body: `<div id="wrap">${frameOf()}</div><script>
        window.moves = 0;
        new MutationObserver(() => {
          const frame = document.querySelector('iframe');
          if (frame.previousSibling?.id === 'own') return;
          moves++;
          frame.before(Object.assign(document.querySelector('#own') ?? document.createElement('i'), {id: 'own'}));
        }).observe(document.querySelector('#wrap'), {childList: true});
      </script>`,
    });
    await expect(embeds(page)).toBeVisible();
    await site.ledger.settle();
    expect(await page.evaluate(() => (window as unknown as {moves: number}).moves)).toBe(1);
  });
});

test('the second click of two on the banner is not meant for what lies under it', async ({
  site,
}) => {
  const page = await site.visit({
    head: '<style>body{margin:0}iframe{position:fixed;inset:0;width:100%;height:100%;border:0}</style>',
    body: frameOf(),
  });
  await expect(embeds(page)).toBeVisible();
  await page.waitForTimeout(500);
  const reject = bannerButton(page, 'reject');
  // Both lie in one place.
  const {x, y, width, height} = (await reject.boundingBox())!;
  const [left, top] = [x + width / 2, y + height / 2];
  await page.evaluate(
    ([at, from]) => {
      const embed = document.querySelector('consent-embed')!;
      const made = document.createElement('style');
      made.textContent = `[data-action=always]{position:fixed!important;left:${at! - 40}px;top:${from! - 20}px;width:80px;height:40px}`;
      embed.shadowRoot!.append(made);
    },
    [left, top],
  );
  await page.mouse.dblclick(left, top);
  await expect(banner(page)).toHaveCount(0);
  await site.ledger.settle();
  expect(await page.evaluate(() => window.consentGate!.has('youtube'))).toBe(false);
  // A click that is meant for it, when the confirmation is gone.
  await page.mouse.click(5, 5);
  await expect(page.locator('consent-choice [part=confirmation]')).toHaveCount(0);
  await page.waitForTimeout(500);
  await page.mouse.click(left, top);
  await expect(page.locator('iframe[src]')).toHaveCount(1);
});

import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {BrowserContextOptions, Locator, Page} from 'playwright/test';
import {serve} from '../../demo/server.mjs';
import {axeFindings} from '../helpers/axe-of-page.js';
import {banner} from '../helpers/banner.js';
import {CATALOGUE_ENTRIES} from '../helpers/catalogue-entries.js';
import {wholeConfig} from '../helpers/configs.js';
import {full} from '../helpers/scorecard.js';
import {expect, test as base} from '../helpers/site.js';

/*
 * The configurator of the demo: what comes out of it is what the command line and a page make of it, and it is made by keys
 * alone.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = (command: string, config: string) =>
  spawnSync(process.execPath, [join(root, 'dist/cli/cli.js'), command, '-'], {
    encoding: 'utf8',
    input: config,
  });

interface Configurator {
  open(language?: string, options?: BrowserContextOptions): Promise<Page>;
}

const test = base.extend<{configurator: Configurator}>({
  configurator: async ({browser, browserName}, use) => {
    const demo = await serve();
    const problems: string[] = [];
    const left: string[] = [];
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use({
      open: async (language = 'en', options) => {
        const context = await browser.newContext({
          locale: 'en-GB',
          viewport: {width: 1280, height: 900},
          // What would leave this machine comes to nothing.
          proxy: {server: 'http://127.0.0.1:9', bypass: 'localhost,127.0.0.1'},
          ...options,
        });
        contexts.push(context);
        if (browserName === 'chromium') {
          await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        }
        context.on('request', (request) => {
          if (!request.url().startsWith(demo.url)) left.push(request.url());
        });
        context.on('console', (message) => problems.push(message.text()));
        const page = await context.newPage();
        page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`));
        await page.goto(`${demo.url}configurator.html?lang=${language}`);
        for (const name of ['desktop', 'tablet', 'phone']) {
          await expect(banner(preview(page, name))).toBeVisible();
        }
        return page;
      },
    });
    for (const context of contexts) {
      expect(await context.cookies()).toEqual([]);
      for (const frame of context.pages().flatMap((page) => page.frames())) {
        expect(await frame.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([
          0, 0,
        ]);
      }
      await context.close();
    }
    await demo.close();
    expect(left, 'nothing leaves the demo').toEqual([]);
    expect(problems, 'the console is empty').toEqual([]);
  },
});

/** One of the three frames; the helpers for pages look into it as well. */
const preview = (page: Page, name: string) =>
  page.frameLocator(`[data-preview=${name}]`) as unknown as Page;
const field = (page: Page, at: string) => page.locator(`[data-at="${at}"]`);
const count = (page: Page) => page.locator('#count');
const json = (page: Page) => page.locator('#json');
const add = async (page: Page, id: string) => {
  await page.locator('#add-service').selectOption(id);
  await page
    .locator('.add-row', {has: page.locator('#add-service')})
    .getByRole('button')
    .click();
};

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, found: Locator) {
  const here = () => found.evaluate((element) => document.activeElement === element);
  for (let presses = 0; !(await here()); presses++) {
    expect(presses, 'Tab comes to it').toBeLessThan(120);
    await page.keyboard.press('Tab');
  }
}

test('keys alone make a config that the check lets through and that works in a page', async ({
  configurator,
  site,
}) => {
  const page = await configurator.open();
  await tabTo(page, field(page, 'operator.name'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Shop Ltd');
  await tabTo(page, page.locator('#add-service'));
  await page.keyboard.type('YouTube');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The focus goes to the new service.
  const abroad = field(page, 'categories.functional.services[0].crossBorder');
  await expect(abroad).toBeFocused();
  await page.keyboard.press('Space');
  await tabTo(page, field(page, 'texts.en.title'));
  await page.keyboard.type('Your choice at Shop');
  await tabTo(page, page.locator('[name=layout]').first());
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.locator('[data-copy=json]'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#copied')).toHaveText(/^JSON: copied/);
  await expect(count(page)).toContainText('Valid');

  const text = await json(page).inputValue();
  expect(JSON.parse(text)).toMatchObject({
    operator: {name: 'Shop Ltd'},
    categories: {functional: {services: [{service: 'youtube', crossBorder: true}]}},
    texts: {en: {title: 'Your choice at Shop'}},
    layout: 'box',
  });
  expect(Object.keys(JSON.parse(text) as object)[0]).toBe('$schema');
  expect(cli('check', text)).toMatchObject({status: 0, stderr: ''});
  await site.visit({config: text});
  await expect(banner(site.page)).toContainText('Your choice at Shop');
  await expect(banner(site.page)).toContainText('Shop Ltd');
});

test('an error stands at its field as it arises, and goes when it is mended', async ({
  configurator,
}) => {
  const page = await configurator.open();
  const counter = field(page, 'categories.analytics.services[0].counterId');
  await counter.fill('12a');
  await expect(count(page)).toHaveText('1 error', {useInnerText: true});
  await expect(counter).toHaveAttribute('aria-invalid', 'true');
  await expect(counter.locator('xpath=..').locator('.wrong')).toContainText('a positive integer');
  await expect(page.locator('#said li')).toHaveCount(1);
  await expect(page.locator('#csp')).toHaveText('');
  // What was there before stays.
  await expect(banner(preview(page, 'phone'))).toBeVisible();
  await page.locator('#said a').click();
  await expect(counter).toBeFocused();
  await counter.fill('12');
  await expect(count(page)).toHaveText('Valid', {useInnerText: true});
  await expect(page.locator('#said li')).toHaveCount(0);
  await expect(counter).not.toHaveAttribute('aria-invalid');
  await expect(page.locator('#csp')).not.toHaveText('');
});

test('a Russian operator is told of Google Analytics until crossBorder is ticked', async ({
  configurator,
}) => {
  const page = await configurator.open();
  await add(page, 'google-analytics');
  await expect(count(page)).toHaveText('1 error', {useInnerText: true});
  await field(page, 'categories.analytics.services[1].measurementId').fill('G-ABC123');
  const warning = page.locator('#said [data-kind=warning]');
  await expect(warning).toContainText('152-FZ art. 18(5)');
  await expect(warning).toContainText('google-analytics: US');
  await field(page, 'categories.analytics.services[1].crossBorder').check();
  await expect(warning).toHaveCount(0);
  await expect(count(page)).toHaveText('Valid', {useInnerText: true});
  await expect(banner(preview(page, 'desktop'))).toContainText('Google');
});

test('all services of the register, each with its parameters; the policy is that of the command line', async ({
  configurator,
}) => {
  // Thirty services, one after another.
  test.slow();
  const page = await configurator.open();
  const core = [
    {service: 'google-tag-manager', containerId: 'GTM-ABC123'},
    {service: 'google-analytics', measurementId: 'G-ABC123'},
    {service: 'youtube'},
  ];
  for (const {service, ...parameters} of [...core, ...Object.values(CATALOGUE_ENTRIES)]) {
    await add(page, service);
    const card = page.locator(`[data-service="${service}"]`);
    for (const [key, value] of Object.entries(parameters)) {
      const control = card.locator(`[data-at$=".${key}"]`);
      const isList = await control.evaluate((element) => element.localName === 'select');
      await (isList ? control.selectOption(String(value)) : control.fill(String(value)));
    }
    const abroad = card.locator('[data-at$=".crossBorder"]');
    if (await abroad.count()) await abroad.check();
  }
  expect(await page.locator('#add-service option').count()).toBe(
    core.length + 2 + Object.keys(CATALOGUE_ENTRIES).length,
  );
  await expect(count(page)).toContainText('Valid');
  const text = await json(page).inputValue();
  await expect.poll(() => page.locator('#csp').textContent()).toContain('posthog');
  expect(await page.locator('#csp').textContent()).toBe(cli('csp', text).stdout.trimEnd());
});

test('a service of one’s own is written out', async ({configurator}) => {
  const page = await configurator.open();
  await add(page, '');
  const at = 'categories.functional.services[0]';
  await field(page, `${at}.service`).fill('chat');
  await field(page, `${at}.name`).fill('Chat');
  await field(page, `${at}.vendor`).fill('Chat Ltd');
  await field(page, `${at}.country`).fill('RU');
  await field(page, `${at}.scripts`).fill('https://chat.example.com/a.js');
  await field(page, `${at}.cookies`).fill('a*\n{"name": "b", "days": 3}');
  await expect(count(page)).toHaveText('Valid, 2 to think of', {useInnerText: true});
  await expect(banner(preview(page, 'tablet'))).toContainText('Chat Ltd');
  expect(JSON.parse(await json(page).inputValue())).toMatchObject({
    categories: {
      functional: {
        services: [
          {
            service: 'chat',
            scripts: ['https://chat.example.com/a.js'],
            cookies: ['a*', {name: 'b', days: 3}],
          },
        ],
      },
    },
  });
});

test('the integrity is that of the file, and the tags work in a page', async ({
  configurator,
  site,
}) => {
  const page = await configurator.open();
  const hash = createHash('sha384')
    .update(readFileSync(join(root, 'dist/consent-gate.bundle.js')))
    .digest('base64');
  await expect(page.locator('#sri')).toHaveText(`integrity="sha384-${hash}"`);
  await field(page, 'operator.name').fill('A </script> B');
  for (const way of ['lazy', 'bundle']) {
    await page.locator(`[name=way][value=${way}]`).check();
    const tag = (await page.locator('#tag').textContent())!;
    expect(tag.includes(hash)).toBe(way === 'bundle');
    await site.visit({door: 'none', head: tag.replace('src="/', 'src="/dist/'), path: `/${way}`});
    await expect(banner(site.page)).toContainText('A </script> B');
  }
});

test('three previews show the banner itself, follow each change, and an answer is kept nowhere', async ({
  configurator,
}) => {
  const page = await configurator.open();
  await field(page, 'texts.en.title').fill('Cookies, please');
  for (const name of ['desktop', 'tablet', 'phone']) {
    await expect(banner(preview(page, name)).locator('h2')).toHaveText('Cookies, please');
  }
  const widths = await Promise.all(
    page
      .frames()
      .slice(1)
      .map((frame) => frame.evaluate(() => innerWidth)),
  );
  expect(widths).toEqual([1280, 768, 360]);
  // The brand reaches the previews.
  await page
    .locator('.more', {has: page.locator('.schemes')})
    .locator('summary')
    .click();
  await page.locator('[id="look--consent-accent-0"]').fill('#7a1fa2');
  await page.locator('[id="look--consent-accent-text-0"]').fill('#ffffff');
  await expect(page.locator('#css')).toContainText('--consent-accent: #7a1fa2;');
  const accept = banner(preview(page, 'desktop')).locator('[data-action=accept]');
  await expect(accept).toHaveCSS('background-color', 'rgb(122, 31, 162)');

  await accept.press('Enter');
  await expect(banner(preview(page, 'desktop'))).toHaveCount(0);
  await expect(preview(page, 'desktop').locator('[data-consent-open]')).toBeVisible();
  await expect(banner(preview(page, 'phone'))).toBeVisible();
  await banner(preview(page, 'phone')).locator('[data-action=settings]').press('Enter');
  await expect(preview(page, 'phone').locator('[part=preferences]')).toBeVisible();
  await page.getByRole('button', {name: 'Ask again'}).click();
  await expect(banner(preview(page, 'desktop'))).toBeVisible();

  await page.locator('#preview-language').selectOption('de');
  await expect(banner(preview(page, 'tablet'))).toContainText('Alle akzeptieren');
  await page.getByRole('button', {name: 'Русский'}).click();
  await page.locator('#preview-language').selectOption('');
  await expect(banner(preview(page, 'tablet'))).toContainText('Принять все');
});

test('a JSON of one’s own is gone on with; what is none gets one clear error', async ({
  configurator,
}) => {
  const page = await configurator.open();
  const whole = JSON.stringify({...wholeConfig(), cookie: {days: 30, domain: 'shop.example'}});
  await json(page).fill(whole);
  await expect(field(page, 'cookie.days')).toHaveValue('30');
  await expect(count(page)).toContainText('Valid');
  expect(await json(page).inputValue(), 'it is left as it was written').toBe(whole);

  await json(page).fill('{"policy": {"url": "/privacy",}\n}');
  await expect(count(page)).toHaveText('1 error', {useInnerText: true});
  await expect(page.locator('#said li')).toHaveCount(1);
  await expect(page.locator('#said li')).toContainText('expected a JSON object');
  await expect(field(page, 'cookie.days'), 'the form is as before').toHaveValue('30');

  for (const hostile of [
    '{"categories": 5, "texts": null, "operator": [], "policy": ""}',
    '{"categories": {"analytics": {"services": [null, 5, "x", {"service": {}}]}, "x": null}}',
    '{"categories": {"a": {"services": {"length": 2}}}, "texts": {"en": 7, "__proto__": {"title": 1}}}',
    '[]',
  ]) {
    await json(page).fill(hostile);
    await expect(count(page), hostile).toContainText('error');
  }
  await json(page).fill(whole);
  await expect(count(page)).toContainText('Valid');
  // The form goes on from there.
  await page
    .locator('.more', {has: field(page, 'cookie.days')})
    .locator('summary')
    .click();
  await field(page, 'cookie.days').fill('60');
  await expect.poll(() => json(page).inputValue()).toContain('"days": 60');
});

test('in Russian the check speaks Russian', async ({configurator}) => {
  const page = await configurator.open('ru');
  await field(page, 'categories.analytics.services[0].counterId').fill('12a');
  await field(page, 'operator.name').fill('');
  await expect(count(page)).toHaveText('2 ошибки', {useInnerText: true});
  const sentences = page.locator('#said .sentence:visible');
  await expect(sentences).toHaveText([
    'Нужно: значение (без этого нельзя)',
    'Нужно: целое положительное число; написано "12a" (напишите число как есть, без кавычек)',
  ]);
  await field(page, 'operator.name').fill('ООО «Имя»');
  await field(page, 'categories.analytics.services[0].counterId').fill('12');
  await add(page, 'meta-pixel');
  await field(page, 'categories.advertising.services[0].pixelId').fill('1');
  await expect(sentences).toHaveText([/^Эти сервисы .* meta-pixel: US$/]);
  await expect(banner(preview(page, 'phone'))).toContainText('ООО «Имя»');
});

test('categories come and go with the form', async ({configurator}) => {
  const page = await configurator.open();
  await page.locator('#category-advertising').check();
  await expect(banner(preview(page, 'desktop'))).toBeVisible();
  expect(JSON.parse(await json(page).inputValue())).toHaveProperty('categories.advertising');
  await page.locator('#category-advertising').uncheck();
  await page.locator('#own-category').fill('Surveys, too');
  await page.locator('#own-category').press('Enter');
  await expect(field(page, 'categories.surveys-too.title')).toBeFocused();
  await page
    .locator('[id="at-categories.analytics.services[0].category"]')
    .selectOption('surveys-too');
  await page.locator('[data-service=yandex-metrica]').getByRole('button').click();
  await expect(page.locator('#add-service')).toBeFocused();
  const {categories} = JSON.parse(await json(page).inputValue()) as {categories: object};
  expect(categories).toEqual({'surveys-too': {title: 'Surveys, too', services: []}});
});

/** Each language and each scheme at least once. */
const PAIRS: readonly (readonly [string, 'light' | 'dark'])[] = [
  ['en', 'light'],
  ['ru', 'dark'],
  ['en', 'dark'],
  ['ru', 'light'],
];
for (const [language, colorScheme] of full(PAIRS.slice(0, 2), PAIRS)) {
  test(`${language}, ${colorScheme}: nothing for axe, and no scrolling to the side on a phone`, async ({
    configurator,
  }) => {
    const page = await configurator.open(language, {
      colorScheme,
      viewport: {width: 360, height: 740},
    });
    await add(page, 'google-analytics');
    await add(page, 'matomo');
    await add(page, '');
    await expect(page.locator('#said li').first()).toBeVisible();
    for (const one of await page.locator('summary').all()) await one.click();
    expect(await axeFindings(page)).toEqual([]);
    const wide = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await wide()).toBe(0);
    await page.setViewportSize({width: 320, height: 640});
    expect(await wide()).toBe(0);
    await page.setViewportSize({width: 1280, height: 900});
    expect(await axeFindings(page)).toEqual([]);
    expect(await wide()).toBe(0);
  });
}

test('the demo leads to it', async ({configurator}) => {
  const page = await configurator.open();
  await page.goto(new URL('/', page.url()).href);
  const link = page.locator('nav a[href^="/configurator.html"]');
  await expect(link).toBeVisible();
  await link.click();
  await expect(page.locator('h1')).toContainText('Configurator');
});

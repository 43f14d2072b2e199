import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {test as base, expect} from 'playwright/test';
import type {BrowserContext, BrowserContextOptions, Locator, Page} from 'playwright/test';
import {serve} from '../../demo/server.mjs';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {family, full} from '../helpers/scorecard.js';

/*
 * The demo as `npm start` serves it, in a browser that has its own service worker between the pages and
 * the world. None of the tests' own network here: what would leave the machine comes to a proxy instead,
 * whoever asks for it (page, worker, beacon), is written down and is refused.
 */

const DEMO = fileURLToPath(new URL('../../demo/', import.meta.url));

/** Every page of the site there is a file for, and the views of the kit; the configurator has a test of its own. */
const PAGES = [
  ...readdirSync(DEMO, {recursive: true, encoding: 'utf8'})
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html') && !name.startsWith('configurator'))
    .map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1').replace(/^app\.html$/, 'app')}`),
  '/app/session',
  '/app/share',
].sort();

const config = JSON.parse(readFileSync(`${DEMO}consent.json`, 'utf8')) as {
  categories: Record<string, {services?: {service: string}[]}>;
};
/** The category under which the demo's config asks for a service. */
const categoryOf = (service: string) =>
  Object.entries(config.categories).find(([, {services}]) =>
    services?.some((entry) => entry.service === service),
  )![0];

/** A proxy that lets nothing through and remembers who wanted to go where. */
async function openGate() {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    reached.push(`${request.method} ${request.url}`);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    reached.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reached,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Demo {
  /** A visitor who has never been here. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  url(path: string): string;
  /** What went past the service worker to another host. */
  reached: string[];
}

interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What the pages asked of other hosts, and who answered: "GET https://… worker". */
  foreign(): Promise<string[]>;
  /** Errors and warnings in the console, and what was thrown. */
  problems: string[];
}

const test = base.extend<{demo: Demo}>({
  demo: async ({browser, browserName}, use) => {
    const site = await serve();
    const gate = await openGate();
    const contexts: BrowserContext[] = [];
    await use({
      reached: gate.reached,
      url: (path) => new URL(path, site.url).href,
      visitor: async (options) => {
        const context = await browser.newContext({
          locale: 'en-GB',
          proxy: {server: gate.url, bypass: 'localhost,127.0.0.1'},
          ...options,
        });
        contexts.push(context);
        const problems: string[] = [];
        const asked: Promise<string>[] = [];
        context.on('request', (request) => {
          const {origin, protocol} = new URL(request.url());
          if (!/^https?:$/.test(protocol) || site.url.startsWith(origin)) return;
          // The system's Firefox (BiDi) does not say who answered; the gate never does.
          const told = browserName === 'chromium';
          const answered = request.response().then((response) => {
            const byWorker = told
              ? response?.fromServiceWorker()
              : response && response.status() < 400;
            return byWorker ? 'worker' : 'nobody';
          });
          asked.push(answered.then((who) => `${request.method()} ${request.url()} ${who}`));
        });
        const page = await context.newPage();
        page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`));
        page.on('console', (message) => {
          if (/error|warning/.test(message.type())) problems.push(message.text());
        });
        return {page, context, foreign: () => Promise.all(asked), problems};
      },
    });
    for (const context of contexts) await context.close();
    await site.close();
    gate.close();
  },
});

/** Rows of the ledger by what they say of who allowed it. */
const rows = (page: Page, by: string) => page.locator(`.ledger-row[data-by="${by}"]`);
/** What somebody other than the site itself has done: requests to vendors, cookies, storage. */
const happened = (page: Page) => page.locator('.ledger-row:not([data-by="site"])');
const namesOf = (found: Locator) => found.locator('.ledger-name').allTextContents();
const tiles = (page: Page) => page.locator('.tile strong');

/** The library has started and knows the answer. */
const decided = (page: Page) =>
  expect.poll(() => page.evaluate(() => window.consentGate?.decision.status)).toBe('decided');

test('every page of the demo is known here', () => {
  expect(PAGES).toEqual(
    expect.arrayContaining(['/', '/app', '/article.html', '/privacy.html', '/ways/module.html']),
  );
});

for (const path of family(PAGES)) {
  test(`${path}: before an answer nothing, after a yes the vendors by their category, all played`, async ({
    demo,
  }) => {
    const {page, context, foreign, problems} = await demo.visitor();
    await page.goto(demo.url(path));
    await expect(banner(page)).toBeVisible();
    await expect(rows(page, 'site').first(), 'the ledger sees the library come').toBeVisible();
    await expect(happened(page)).toHaveCount(0);
    await expect(page.locator('.ledger-empty')).toBeVisible();
    await expect(tiles(page)).toHaveText(['0', '0', '0']);
    expect(await context.cookies()).toEqual([]);
    expect(await foreign()).toEqual([]);

    await bannerButton(page, 'accept').press('Enter');
    const analytics = rows(page, categoryOf('yandex-metrica'));
    expect(categoryOf('google-analytics')).toBe(categoryOf('yandex-metrica'));
    await expect
      .poll(() => namesOf(analytics))
      .toEqual(
        expect.arrayContaining([
          'mc.yandex.ru/metrika/tag.js',
          'mc.yandex.ru/watch/12345678',
          'www.googletagmanager.com/gtag/js',
          'www.google-analytics.com/g/collect',
          '_ym_uid',
          '_ga',
        ]),
      );
    await expect(rows(page, 'nobody')).toHaveCount(0);
    await expect(page.locator('.ledger-row[data-kind="blocked"]')).toHaveCount(0);
    const asked = await foreign();
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((line) => !line.endsWith(' worker'))).toEqual([]);
    expect(demo.reached).toEqual([]);
    expect(problems).toEqual([]);
  });
}

test('the ledger takes the categories from the config', async ({demo}) => {
  const {page, context} = await demo.visitor();
  const moved = structuredClone(config);
  const [metrica, google] = moved.categories.analytics!.services!;
  moved.categories.analytics!.services = [metrica!];
  moved.categories.advertising!.services = [google!];
  await context.route('**/consent.json', (route) => route.fulfill({json: moved}));
  await page.goto(demo.url('/'));
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => namesOf(rows(page, 'advertising'))).toContain('_ga');
  await expect.poll(() => namesOf(rows(page, 'analytics'))).toContain('_ym_uid');
  await expect(rows(page, 'nobody')).toHaveCount(0);
});

test('after a no: nothing on any page', async ({demo}) => {
  const {page, context, foreign, problems} = await demo.visitor();
  await page.goto(demo.url('/'));
  await bannerButton(page, 'reject').click();
  await expect(banner(page)).toHaveCount(0);
  // The cookie with the answer, and its record on the way to the operator.
  await expect
    .poll(async () => [...new Set(await namesOf(rows(page, 'necessary')))].sort())
    .toEqual(['-consent-gate', 'consent-gate']);
  await page.locator('#count').click();
  expect(new Set(await namesOf(happened(page)))).toEqual(
    new Set(['-consent-gate', 'consent-gate']),
  );
  for (const path of family(PAGES)) {
    await page.goto(demo.url(path));
    await decided(page);
    await expect(rows(page, 'site').first()).toBeVisible();
    await expect(happened(page), path).toHaveCount(0);
    await expect(banner(page), path).toHaveCount(0);
    // The answer itself is the one cookie.
    await expect(tiles(page), path).toHaveText(['0', '1', '0']);
  }
  expect((await context.cookies()).map(({name}) => name)).toEqual(['consent-gate']);
  expect(await foreign()).toEqual([]);
  expect(demo.reached).toEqual([]);
  expect(problems).toEqual([]);
});

test('no service worker, no library: the page says why, and what would leave comes to the gate', async ({
  demo,
}) => {
  const {page, context, foreign, problems} = await demo.visitor({serviceWorkers: 'block'});
  for (const path of family(PAGES)) {
    await page.goto(demo.url(path));
    await expect(page.getByRole('alert'), path).toContainText('service worker');
    expect(await page.evaluate(() => 'consentGate' in window)).toBe(false);
    await expect(page.locator('consent-choice, script[src*="/dist/"]')).toHaveCount(0);
    await expect(page.locator('.ledger-row')).toHaveCount(0);
  }
  expect(await context.cookies()).toEqual([]);
  expect(await foreign()).toEqual([]);
  expect(demo.reached).toEqual([]);
  expect(problems.filter((line) => !/blocked by Playwright/.test(line))).toEqual([]);
  // The counter-test: what no worker answers is seen.
  await page.evaluate(() => fetch('https://mc.yandex.ru/watch/1').catch(() => {}));
  expect(demo.reached).toEqual(['CONNECT mc.yandex.ru:443']);
});

test('after a yes: a walk through the site, a video, and all of it taken back', async ({demo}) => {
  const {page, context, foreign, problems} = await demo.visitor();
  await page.goto(demo.url('/'));
  await bannerButton(page, 'accept').press('Enter');
  const analytics = rows(page, categoryOf('yandex-metrica'));
  await expect.poll(() => namesOf(analytics)).toContain('mc.yandex.ru/watch/12345678');
  await page.locator('#count').click();
  await expect.poll(() => namesOf(analytics)).toContain('mc.yandex.ru/clmap/12345678');
  for (const path of family(PAGES)) {
    await page.goto(demo.url(path));
    await expect.poll(() => namesOf(analytics), path).toContain('mc.yandex.ru/watch/12345678');
    await expect(banner(page), path).toHaveCount(0);
    await expect(rows(page, 'nobody'), path).toHaveCount(0);
  }
  await page.goto(demo.url('/article.html'));
  const frame = page.locator('iframe[data-consent=youtube]');
  await frame.scrollIntoViewIfNeeded();
  await expect(frame).toHaveAttribute('src', '/stand-ins/youtube.html');
  await expect
    .poll(() => namesOf(rows(page, categoryOf('youtube'))))
    .toContain('www.youtube-nocookie.com/embed/aqz-KE-bpKQ');

  // A choice of the kit is kept by the service that the config names for it.
  await page.goto(demo.url('/app'));
  await decided(page);
  await page.locator('#view button').first().click();
  await expect
    .poll(() => namesOf(rows(page, categoryOf('kit-preferences'))))
    .toContain('sdk_methods');

  await expect.poll(() => namesOf(analytics)).toContain('mc.yandex.ru/watch/12345678');
  await page.locator('.foot [data-consent-open]').click();
  await preferences(page).locator('[data-action=reject]').click();
  await expect(preferences(page)).toHaveCount(0);
  await expect.poll(() => namesOf(rows(page, 'sweep'))).toContain('_ga');
  await expect
    .poll(async () => (await context.cookies()).map(({name}) => name))
    .toEqual(['consent-gate']);
  await page.locator('h1').click();
  await expect(rows(page, 'nobody')).toHaveCount(0);
  expect((await foreign()).filter((line) => !line.endsWith(' worker'))).toEqual([]);
  expect(demo.reached).toEqual([]);
  expect(problems).toEqual([]);
});

/**
 * Presses Tab until this has the focus, as a visitor does who sees where it is. Only forward: after the
 * last stop the focus is the browser's own, and Firefox's driver does not bring it back.
 */
async function tabTo(page: Page, found: Locator) {
  const here = () =>
    found.evaluate(
      (element) =>
        document.hasFocus() && (element.getRootNode() as Document).activeElement === element,
    );
  for (let presses = 0; !(await here()); presses++) {
    expect(presses, 'Tab comes to it').toBeLessThan(40);
    await page.keyboard.press('Tab');
  }
}

for (const path of full(['/', '/app'], ['/', '/app', '/article.html', '/ways/module.html'])) {
  test(`${path}: Tab, Enter and Space are enough`, async ({demo}) => {
    const {page, foreign, problems} = await demo.visitor();
    await page.goto(demo.url(path));
    await expect(banner(page)).toBeVisible();
    for (const action of ['reject', 'accept', 'settings'] as const) {
      await tabTo(page, bannerButton(page, action));
    }
    await page.keyboard.press('Enter');
    await expect(preferences(page)).toBeVisible();
    const toggle = preferences(page).locator(`[data-category="${categoryOf('yandex-metrica')}"]`);
    await tabTo(page, toggle);
    await expect(toggle).not.toBeChecked();
    await page.keyboard.press('Space');
    await expect(toggle).toBeChecked();
    await tabTo(page, preferences(page).locator('[data-action=save]'));
    await page.keyboard.press('Enter');
    await expect(preferences(page)).toHaveCount(0);
    await expect(banner(page)).toHaveCount(0);
    const analytics = rows(page, categoryOf('yandex-metrica'));
    await expect.poll(() => namesOf(analytics)).toContain('mc.yandex.ru/watch/12345678');
    expect(await page.evaluate(() => window.consentGate!.has('youtube'))).toBe(false);

    await tabTo(page, page.locator('[data-consent-open]').last());
    await page.keyboard.press('Enter');
    await expect(toggle).toBeChecked();
    expect((await foreign()).filter((line) => !line.endsWith(' worker'))).toEqual([]);
    expect(demo.reached).toEqual([]);
    expect(problems).toEqual([]);
  });
}

test('after a no: the video alone, once', async ({demo}) => {
  const {page, problems} = await demo.visitor();
  await page.goto(demo.url('/article.html'));
  await bannerButton(page, 'reject').press('Enter');
  const embed = page.locator('consent-embed');
  await expect(embed).toBeVisible();
  await embed.locator('[data-action=once]').press('Enter');
  await expect(page.locator('iframe[data-consent=youtube]')).toHaveAttribute(
    'src',
    '/stand-ins/youtube.html',
  );
  await expect(embed).toHaveCount(0);
  expect(await page.evaluate(() => window.consentGate!.has('youtube'))).toBe(false);
  expect(problems).toEqual([]);
  await page.reload();
  await expect(embed).toBeVisible();
});

import type {Page} from 'playwright/test';
import {banner, bannerButton, preferences, choose} from '../helpers/banner.js';
import {faulty, ODDITIES, STORES, WAYS, type Way} from '../helpers/faulty-browser.js';
import {expectToWork, LIVELY} from '../helpers/lively-page.js';
import {snippet} from '../helpers/readme.js';
import {family, figure, full, fullList} from '../helpers/scorecard.js';
import {
  config,
  expect,
  test,
  type Arrival,
  type Reply,
  type Site,
  type Visit,
} from '../helpers/site.js';
import {uncaught} from '../helpers/uncaught.js';
import {emptyTags, tagHosts} from '../helpers/vendor-tags.js';
import {skipWhatIsMissing} from '../helpers/not-yet.js';

skipWhatIsMissing(test);

/*
 * Nobody harmed: whatever the browser, a content blocker or the network takes from us, the page works,
 * nothing is loaded without a yes, and nobody is thrown an error.
 */

const HTML = {'content-type': 'text/html; charset=utf-8'};
const TAG_HOSTS = ['mc.yandex.ru', 'www.googletagmanager.com'];
const PAGE = '/fault';

/** Calls of the page's own code, and enough vendors and countries that every sentence is made. */
const BODY = `${LIVELY}<script type="module">ym(12345678,"reachGoal","own");gtag("event","own")</script>`;
const own = (service: string, country: string) => ({
  service,
  name: service,
  vendor: `${service} Ltd`,
  country,
  cookies: [`${service}_id`],
});
const crowded = {
  ...config,
  categories: {
    ...config.categories,
    functional: {
      services: [
        ...config.categories.functional.services,
        own('chat', 'DE'),
        own('map', 'FR'),
        own('form', 'ZZ'),
      ],
    },
  },
};

const has = (site: Site, id: string) =>
  site.page.evaluate((name) => window.consentGate!.has(name), id);
const documents = (site: Site) => site.ledger.requests.filter(({path}) => path === PAGE).length;
const warnings = (site: Site) =>
  site.ledger.consoleProblems().filter((line) => line.includes('the cookie cannot be written'));

/**
 * A visit in a browser with a fault: asked, refused, granted.
 * @param keeps whether the jar can keep an answer
 */
async function live(site: Site, head: string, keeps = true) {
  const {ledger} = site;
  await site.context.clearCookies();
  ledger.clear();
  const page = await site.visit({path: PAGE, head, body: BODY, config: crowded});
  await expect(banner(page)).toBeVisible();
  expect(await has(site, 'analytics')).toBe(false);

  await bannerButton(page, 'reject').click();
  await expect(banner(page)).toBeHidden();
  await expect.poll(() => page.evaluate(() => window.consentGate!.decision.status)).toBe('decided');
  expect(await has(site, 'analytics')).toBe(false);
  if (keeps) await expect.poll(() => ledger.cookieNames()).toEqual(['__Host-consent-gate']);
  else await expect.poll(() => warnings(site)).toHaveLength(1);
  expect(tagHosts(site)).toEqual([]);

  await page.evaluate(() => window.consentGate!.open());
  await expect(preferences(page)).toBeVisible();
  await preferences(page).locator('[data-action=accept]').click();
  await expect.poll(() => has(site, 'analytics')).toBe(true);
  await expect.poll(() => tagHosts(site)).toEqual(TAG_HOSTS);
  await page.evaluate('ym(12345678,"reachGoal","own");gtag("event","own")');
  await expectToWork(page);
  // Whoever looks into the jar again must not take one that keeps nothing for a change of mind.
  await page.evaluate(() => {
    dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
  });
  await ledger.settle(100);
  expect(await has(site, 'analytics')).toBe(true);
  expect(documents(site)).toBe(1);
}

/** What was granted for the page alone is asked again on the next one, and nothing loops. */
async function liveOn(site: Site) {
  const {page, ledger} = site;
  ledger.clear();
  await page.reload();
  await expect(banner(page)).toBeVisible();
  expect(await has(site, 'analytics')).toBe(false);
  await ledger.settle();
  expect(tagHosts(site)).toEqual([]);
  expect(documents(site)).toBe(1);
}

test('invariant 20: storage that throws, is missing, or fails when used harms nobody', async ({
  browserName,
  site,
}) => {
  test.slow();
  emptyTags(site);
  const harmed = new Set<string>();
  const alone = fullList(STORES);
  for (const [i, names] of [...alone.map((name) => [name]), STORES].entries()) {
    // In short some stores, each in one way, and all of it in every way.
    const ways = names.length > 1 ? WAYS : full<readonly Way[]>([WAYS[i % WAYS.length]!], WAYS);
    for (const way of ways) {
      const what = `${names.length > 1 ? 'all of it' : names[0]} ${way}`;
      await test.step(what, async () => {
        const keeps = !names.includes('document.cookie');
        const wrong: string[] = [];
        try {
          await live(site, faulty(names, way), keeps);
          wrong.push(...uncaught(site.ledger));
          if (!keeps) await liveOn(site);
        } catch (error) {
          wrong.push((error as Error).message);
        }
        wrong.push(...uncaught(site.ledger));
        if (wrong.length) harmed.add(names.length > 1 ? 'all together' : names[0]);
        expect.soft(wrong, what).toEqual([]);
      });
    }
  }
  const unharmed = alone.filter((name) => !harmed.has(name)).length;
  figure({
    id: 'F22',
    name: 'Storage faults (throws, missing, fails when used; alone and all together) that harm nobody',
    n: alone.length,
    result: `${unharmed}/${alone.length}${harmed.has('all together') ? ', not all together' : ''}`,
    limit: `${alone.length}/${alone.length}`,
    ok: harmed.size === 0,
    engine: browserName,
  });
});

for (const [what, script] of family(Object.entries(ODDITIES))) {
  test(`invariant 20: ${what}: asked, refused, granted as ever`, async ({site}) => {
    emptyTags(site);
    await live(site, `<script>${script}</script>`);
    expect(uncaught(site.ledger)).toEqual([]);
  });
}

test('cookies switched off: a standing refusal; no banner, nothing loaded, and the decision says so', async ({
  site,
}) => {
  const page = await site.visit({
    path: PAGE,
    head: '<script>Object.defineProperty(Navigator.prototype,"cookieEnabled",{get:()=>false})</script>',
    body: BODY,
  });
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        window.consentGate!.subscribe(({unanswered, categories}) => {
          // The gate has its config once it knows the categories.
          if ('analytics' in categories && !unanswered.length) done();
        });
      }),
  );
  await page.evaluate(() => window.consentGate!.acceptAll());
  expect(await page.evaluate(() => window.consentGate!.decision)).toMatchObject({
    categories: {necessary: true, functional: false, analytics: false, advertising: false},
    services: {youtube: false, 'yandex-metrica': false, 'google-analytics': false},
    unanswered: [],
  });
  await page.evaluate('ym(12345678,"reachGoal","own");gtag("event","own")');
  await expectToWork(page);
  await site.ledger.settle();
  await expect(page.locator('consent-choice')).toHaveCount(0);
  expect(await site.ledger.traces()).toEqual([]);
  expect(await site.ledger.cookieNames()).toEqual([]);
  expect(uncaught(site.ledger)).toEqual([]);
});

test.describe('a vendor that is blocked after the yes', () => {
  const FAULTS = ['abort', 'stall'] as const;
  for (const fault of FAULTS) {
    test(`${fault}: no error, calls of the page stay harmless, the grant stays, and it is tried again`, async ({
      site,
    }) => {
      const {ledger, page} = site;
      let blocked = true;
      // Firefox itself tries again where a connection breaks off.
      const asked = () => [...new Set(tagHosts(site))];
      site.answer(/^https:\/\/(mc\.yandex\.ru|www\.googletagmanager\.com)\//, () =>
        blocked ? fault : null,
      );
      const calls = () =>
        page.evaluate('ym(12345678,"reachGoal","own");ym(12345678,"hit","/x");gtag("event","own")');
      await site.visit({path: PAGE, body: BODY});
      await bannerButton(page, 'accept').press('Enter');
      await expect.poll(asked).toEqual(TAG_HOSTS);
      await calls();
      await expectToWork(page);
      expect(await has(site, 'analytics')).toBe(true);
      await expect.poll(() => ledger.cookieNames()).toEqual(['__Host-consent-gate']);

      await test.step('the next load tries again', async () => {
        await ledger.settle();
        ledger.clear();
        // A script on its way holds the page's "load" event back, as it would without us.
        await page.reload({waitUntil: 'domcontentloaded'});
        await expect.poll(asked).toEqual(TAG_HOSTS);
        await calls();
        await expectToWork(page);
        expect(await has(site, 'analytics')).toBe(true);
        await expect(page.locator('consent-choice')).toHaveCount(0);
      });
      expect(uncaught(ledger)).toEqual([]);
      if (fault === 'stall') return;

      await test.step('a grant after a withdrawal tries again, and finds it', async () => {
        blocked = false;
        ledger.clear();
        await page.evaluate(() => window.consentGate!.choose({analytics: false}));
        await calls();
        await ledger.settle();
        expect(ledger.vendorRequests()).toEqual([]);
        await page.evaluate(() => window.consentGate!.choose({analytics: true}));
        await expect.poll(() => tagHosts(site)).toEqual(TAG_HOSTS);
        await expect
          .poll(() => ledger.vendorRequests().map(({path}) => path))
          .toEqual(expect.arrayContaining(['/watch/12345678', '/g/collect']));
        // What was called meanwhile, while nothing was granted, is not sent.
        expect(ledger.vendorRequests().filter(({url}) => url.includes('goal'))).toEqual([]);
      });
      expect(uncaught(ledger)).toEqual([]);
    });
  }
});

type Handler = (request: Arrival) => Reply | 'abort' | 'stall' | undefined;

/** What a server or a blocker does to a file. */
const broken: Readonly<Record<string, () => Reply | 'abort' | 'stall'>> = {
  blocked: () => 'abort',
  'not found': () => ({status: 404, headers: HTML, body: '<!doctype html>Not found'}),
  'a page instead': () => ({headers: HTML, body: '<!doctype html><title>Sign in</title>'}),
  stalled: () => 'stall',
};

/** Goes to a page whose files may never arrive, with the README's stub and early calls in it. */
async function go(site: Site, visit: Visit): Promise<void> {
  const calls = '<script>ym(12345678,"reachGoal","early");gtag("event","early")</script>';
  const head = snippet('stub') + calls;
  site.serve(PAGE, site.html({...visit, head, body: BODY}));
  await site.context.clearCookies();
  site.ledger.clear();
  await site.page.goto(`https://www.shop.example${PAGE}`, {waitUntil: 'commit'});
}

/** Goes to the page once for each thing that can happen to a file of ours. */
async function withEachFault(
  site: Site,
  file: string,
  check: (what: string) => Promise<void>,
): Promise<void> {
  let fault: Handler | undefined;
  site.answer(`/dist/${file}`, (request) => fault?.(request));
  for (const [what, handler] of Object.entries(broken)) {
    await test.step(what, async () => {
      fault = handler;
      await go(site, {});
      await check(what);
    });
  }
}

test.describe('invariants 13, 14: a file of ours that does not come: the page works, nothing loads, no error', () => {
  /** File → what the visitor does that asks for it. */
  const files: Readonly<Record<string, ((page: Page) => Promise<unknown>) | undefined>> = {
    'consent-gate.js': undefined,
    'consent-gate-ui.js': undefined,
    'consent-gate-locale-en.js': undefined,
    'consent-gate-keeping.js': (page) => bannerButton(page, 'reject').click(),
    'consent-gate-preferences.js': (page) => bannerButton(page, 'settings').click(),
  };
  for (const [file, act] of family(Object.entries(files))) {
    test(file, async ({site}) => {
      const {page, ledger} = site;
      await withEachFault(site, file, async (what) => {
        await expect
          .poll(() => ledger.libraryRequests())
          .toContain(act ? 'consent-gate-ui.js' : file);
        await act?.(page);
        if (act) await expect.poll(() => ledger.libraryRequests()).toContain(file);
        await page.evaluate(() => window.consentGate?.rejectAll());
        await expectToWork(page);
        await ledger.settle(100);
        expect(ledger.vendorRequests(), what).toEqual([]);
        // The browser itself says that a page is no script.
        const own = file === 'consent-gate.js' && what === 'a page instead';
        expect(uncaught(ledger), what).toEqual(
          own ? [expect.stringMatching(/Syntax|token|expected/)] : [],
        );
      });
    });
  }

  test('a file of details: the preferences open without it, and close', async ({site}) => {
    const {page, ledger} = site;
    const file = 'consent-gate-details-2.js';
    await withEachFault(site, file, async (what) => {
      await bannerButton(page, 'settings').click();
      await expect.poll(() => ledger.libraryRequests()).toContain(file);
      await expect(preferences(page)).toContainText('Yandex.Metrica');
      await page.keyboard.press('Escape');
      await expect(preferences(page)).toBeHidden();
      await expectToWork(page);
      expect(ledger.vendorRequests(), what).toEqual([]);
      expect(uncaught(ledger), what).toEqual([]);
    });
  });

  test('the file of gated markup: what waits for it runs at the next change after it can be had', async ({
    browserName,
    site,
  }) => {
    // https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script
    test.skip(browserName !== 'chromium', 'a module that has failed stays so until the next page');
    const {page, ledger} = site;
    const file = 'consent-gate-markup.js';
    const body =
      '<script type="text/plain" data-consent="analytics">window.ran = true</script>' +
      '<button data-consent-open>Settings</button>';
    let broken = true;
    site.answer(`/dist/${file}`, () => (broken ? 'abort' : null));
    await site.visit({body});
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => ledger.libraryRequests()).toContain(file);
    await ledger.settle();
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    broken = false;
    await choose(page, {advertising: false});
    await expect.poll(() => page.evaluate(() => 'ran' in window)).toBe(true);
    expect(uncaught(ledger)).toEqual([]);
  });

  test('and in another language', async ({site}) => {
    const {page, ledger} = site;
    site.answer('/dist/consent-gate-locale-ru.js', () => 'abort');
    await go(site, {lang: 'ru'});
    await expect.poll(() => ledger.libraryRequests()).toContain('consent-gate-locale-ru.js');
    await expectToWork(page);
    await ledger.settle();
    expect(ledger.vendorRequests()).toEqual([]);
    expect(uncaught(ledger)).toEqual([]);
  });
});

test.describe('invariant 14: a config that does not come, or comes broken: the page works, nothing loads, no error', () => {
  const MEGABYTES = full(1_000_000, 5_000_000);
  const json = JSON.stringify({...config, operator: {...config.operator, name: 'ИМПЕР'}});
  const files: Readonly<Record<string, () => Reply | 'abort' | 'stall'>> = {
    ...broken,
    'megabytes of JSON': () => ({body: `[${'{"a":1},'.repeat(MEGABYTES / 8)}0]`}),
    'megabytes of keys': () => ({
      body: `{${Array.from({length: MEGABYTES / 16}, (_, i) => `"key${i}":${i}`).join()}}`,
    }),
    'a key of megabytes': () => ({body: `{"${'k'.repeat(MEGABYTES)}":1}`}),
    'megabytes of nothing': () => ({body: '\0'.repeat(MEGABYTES)}),
    'led to another origin': () => ({
      status: 302,
      headers: {location: 'https://evil.example.test/consent.json'},
    }),
    'in UTF-16': () => ({body: Buffer.from(`\ufeff${json}`, 'utf16le')}),
    empty: () => ({body: ''}),
  };
  for (const [what, handler] of family(Object.entries(files))) {
    test(what, async ({site}) => {
      const {page, ledger} = site;
      site.answer(/\/consent\.json/, handler);
      await go(site, {door: 'data-config'});
      await expect.poll(() => ledger.requests.map(({path}) => path)).toContain('/consent.json');
      if (what !== 'stalled') {
        await expect
          .poll(() => ledger.consoleProblems().length, {timeout: 30_000})
          .toBeGreaterThan(0);
      }
      await page.evaluate(() => window.consentGate!.acceptAll());
      await expectToWork(page);
      await ledger.settle(100);
      expect(ledger.vendorRequests()).toEqual([]);
      expect(ledger.requests.filter(({host}) => host.startsWith('evil'))).toEqual([]);
      expect(await page.evaluate(() => window.consentGate!.has('analytics'))).toBe(false);
      await expect(page.locator('consent-choice')).toHaveCount(0);
      expect(uncaught(ledger)).toEqual([]);
      // A message that fills the console helps nobody.
      for (const line of ledger.consoleProblems()) expect(line.length).toBeLessThan(100_000);
    });
  }

  test('in windows-1251: asked all the same, with the letters lost', async ({site}) => {
    const {page, ledger} = site;
    const code = (letter: string) => letter.charCodeAt(0) - (letter < 'А' ? 0 : 0x350);
    const bytes = Buffer.from([...json].map(code));
    site.answer(/\/consent\.json/, () => ({body: bytes}));
    await go(site, {door: 'data-config'});
    await expect(banner(page)).toBeVisible();
    await expectToWork(page);
    expect(ledger.vendorRequests()).toEqual([]);
    expect(uncaught(ledger)).toEqual([]);
  });
});

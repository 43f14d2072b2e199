import type {Page} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {banner, bannerButton} from '../helpers/banner.js';
import {holdBack} from '../helpers/hold-back.js';
import {GATED, ran} from '../helpers/ran.js';
import {family} from '../helpers/scorecard.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import {answersInCookie} from '../helpers/tabs.js';
import {tags as tagsOf} from '../helpers/vendor-tags.js';

const tags = (url: string) => /tag\.js|gtag\/js/.test(url);

test('loaded twice, one gate: two tags, and tag and import', async ({site}) => {
  const page = await site.visit({
    head: '<script src="/dist/consent-gate.bundle.js" defer></script>',
    body:
      '<h1>Twice</h1><script src="/dist/consent-gate.js" defer></script>' +
      '<script type="module">import {startConsentGate} from "/dist/index.js"; window.second = startConsentGate({})</script>',
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => site.ledger.requests.filter(({url}) => tags(url)).length).toBe(2);
  await site.ledger.settle();
  expect(site.ledger.requests.filter(({url}) => tags(url))).toHaveLength(2);
  expect(await page.locator('consent-choice').count()).toBe(1);
});

test('invariant 19: a same-origin frame obeys and shows nothing; a sandboxed or foreign one does nothing', async ({
  site,
}) => {
  const inner = site.html({});
  site.serve('https://www.shop.example/inner', inner);
  site.serve('https://other.example.test/inner', inner);
  const page = await site.visit({
    body:
      '<iframe title="own" src="/inner"></iframe>' +
      '<iframe title="sandboxed" sandbox="allow-scripts" src="/inner"></iframe>' +
      '<iframe title="foreign" src="https://other.example.test/inner"></iframe>',
  });
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  for (const frame of page.frames().slice(1)) {
    expect(await frame.locator('consent-choice').count()).toBe(0);
    expect(await frame.evaluate(() => window.consentGate!.decision.status)).toBe('undecided');
  }
  expect(site.ledger.vendorRequests()).toEqual([]);
});

test('invariant 19: a prerendered page waits for its activation', async ({site}) => {
  await site.page.addInitScript(() => {
    let prerendering = true;
    Object.defineProperty(Document.prototype, 'prerendering', {get: () => prerendering});
    Object.assign(window, {
      activate() {
        prerendering = false;
        document.dispatchEvent(new Event('prerenderingchange'));
      },
    });
  });
  const page = await site.visit();
  await site.ledger.settle();
  expect(site.ledger.libraryRequests()).toEqual(['consent-gate.js']);
  await page.evaluate(() => (window as unknown as {activate(): void}).activate());
  await expect(banner(page)).toBeVisible();
});

test('a windows-1251 page shows Russian right', async ({site}) => {
  for (const door of ['lazy', 'bundle'] as const) {
    const html = site
      .html({door, lang: 'ru', body: '<h1>x</h1>'})
      .replace('<meta charset="utf-8">', '');
    site.serve(`/${door}`, Buffer.from(html, 'latin1'), {
      headers: {'content-type': 'text/html; charset=windows-1251'},
    });
    await site.page.goto(`https://www.shop.example/${door}`);
    await expect(bannerButton(site.page, 'accept')).toHaveText(/Принять/);
    await bannerButton(site.page, 'reject').click();
    await expect(site.page.getByRole('button', {name: 'Настройки cookie'})).toBeVisible();
    await expect.poll(() => site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
    await site.context.clearCookies();
  }
});

test('the language follows the page, then the browser, and changes at run time', async ({site}) => {
  const page = await site.visit({lang: 'ru'});
  await expect(bannerButton(page, 'reject')).toHaveText('Отклонить все');
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(bannerButton(page, 'reject')).toHaveText('Reject all');
  expect(await banner(page).textContent()).not.toMatch(/[а-я]/i);
  await bannerButton(page, 'reject').click();
  await expect.poll(() => page.evaluate(() => window.consentGate!.decision.language)).toBe('en');
});

for (const [locale, lang, reject, spoken] of [
  ['ru-RU', '', 'Отклонить все', 'ru'],
  ['en-GB', '', 'Reject all', 'en'],
  ['ru-RU', 'en', 'Reject all', 'en'],
] as const) {
  test(`a visitor whose browser speaks ${locale}, a page ${lang ? `in ${lang}` : 'without lang'}: the banner is in ${spoken}`, async ({
    site,
  }) => {
    const visitor = await site.newVisitor({locale});
    const page = await visitor.visit({lang});
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
    await expect(bannerButton(page, 'reject')).toHaveText(reject);
    await bannerButton(page, 'reject').click();
    await expect
      .poll(() => page.evaluate(() => window.consentGate!.decision.language))
      .toBe(spoken);
  });
}

test('API: events, when, subscribe, reset, open and close', async ({site}) => {
  const page = await site.visit({
    head:
      '<script>window.log=[];for(const t of ["consent-ready","consent-change","consent-shown"])' +
      'document.addEventListener(t,e=>log.push([t,e.decision.status,e.layer??e.previous?.status??""].join(" ")))</script>',
  });
  const log = () => page.evaluate(() => (window as unknown as {log: string[]}).log);
  await expect.poll(log).toEqual(['consent-ready undecided ', 'consent-shown undecided banner']);
  await page
    .evaluate(() => {
      const gate = window.consentGate!;
      gate.subscribe(() => {
        throw new Error('the page’s own mistake');
      });
    })
    .catch(() => {});
  await page.evaluate(() => {
    const gate = window.consentGate!;
    const seen = ((window as unknown as {seen: unknown[]}).seen = []) as unknown[];
    gate.subscribe((decision) => seen.push(decision.categories['analytics']));
    void gate.when('google-analytics').then(() => seen.push('granted'));
    gate.acceptAll();
    seen.push(gate.has('google-analytics'));
  });
  await expect.poll(log).toContain('consent-change decided undecided');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as {seen: unknown[]}).seen))
    .toEqual([false, true, true, 'granted']);
  await expect(banner(page)).toBeHidden();
  await page.evaluate(() => window.consentGate!.open());
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(() => window.consentGate!.close());
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(
    await page.evaluate(async () => (await window.consentGate!.receipt())!.answers.length),
  ).toBe(6);
  await page.evaluate(() => window.consentGate!.reset());
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => site.ledger.cookieNames()).toEqual([]);
  expect(await page.evaluate(() => Object.isFrozen(window.consentGate!.decision))).toBe(true);
  await page.evaluate(() => window.consentGate!.stop());
  await expect(page.locator('consent-choice')).toHaveCount(0);
});

test.describe('stop() while a file is under way: nothing comes of it', () => {
  /** Without an opener of the page's own: our small button would show. */
  const body = `<h1>A shop</h1>${GATED}<iframe title="Gated" data-consent="analytics" data-src="/frame"></iframe>`;
  /** Without services, which run on after a stop. */
  const plain: ConsentGateConfig = {...config, categories: {analytics: {}}};
  const changed: ConsentGateConfig = {...config, layout: 'box'};

  async function answered(site: Site, what: 'accept' | 'reject', own: ConsentGateConfig) {
    const page = await site.visit({config: own, body});
    await bannerButton(page, what).press('Enter');
    await expect.poll(() => answersInCookie(site)).toBeDefined();
    await site.ledger.settle();
    site.ledger.clear();
  }

  interface Case {
    file: string;
    config?: ConsentGateConfig;
    before?: (site: Site) => Promise<void>;
    act?: (page: Page) => Promise<unknown>;
  }
  const cases: Record<string, Case> = {
    'of the banner': {file: 'ui'},
    'of its texts': {file: 'locale-en'},
    'of the settings behind it': {
      file: 'preferences',
      act: (page) => bannerButton(page, 'settings').click(),
    },
    'of the settings, for who has answered': {
      file: 'ui',
      before: (site) => answered(site, 'reject', config),
      act: (page) => page.evaluate(() => void window.consentGate!.open()),
    },
    'that checks a config which has changed since the yes': {
      file: 'ui',
      config: changed,
      before: (site) => answered(site, 'accept', config),
    },
    'of gated markup': {
      file: 'markup',
      config: plain,
      before: (site) => answered(site, 'accept', plain),
    },
  };
  for (const [what, {file, before, config: own = config, act}] of family(Object.entries(cases))) {
    test(`the file ${what}`, async ({site}) => {
      const {page, ledger} = site;
      await before?.(site);
      const path = `/dist/consent-gate-${file}.js`;
      const arrive = holdBack(site, path);
      await site.visit({config: own, body, waitUntil: 'commit'});
      await page.waitForFunction(() => window.consentGate);
      await act?.(page);
      await expect.poll(() => ledger.requests.map(({path}) => path)).toContain(path);
      await page.evaluate(() => {
        window.consentGate!.stop();
        for (const type of ['consent-ready', 'consent-change', 'consent-shown']) {
          document.addEventListener(type, () => console.error(`${type} after the stop`));
        }
      });
      arrive();
      // Resolves when the file is there and has run.
      await page.evaluate(async (address) => void (await import(address)), path);
      await ledger.settle();
      await expect(page.locator('consent-choice, [data-consent-open]')).toHaveCount(0);
      expect(tagsOf(site)).toEqual([]);
      expect(await page.evaluate(ran)).toEqual([]);
      expect(ledger.requests.filter(({path}) => path === '/frame')).toEqual([]);
      expect(ledger.consoleProblems()).toEqual([]);
    });
  }
});

test('invariants 13, 14: with the library or any file of it blocked the page works and nothing loads', async ({
  site,
}) => {
  for (const file of [/consent-gate\.js/, /-ui/, /-locale/, /-keeping/]) {
    site.answer(file, () => 'abort');
    site.ledger.clear();
    const page = await site.visit();
    await page.locator('#page-button').click();
    await page.evaluate(() => window.consentGate?.rejectAll());
    await site.ledger.settle();
    expect(site.ledger.vendorRequests(), String(file)).toEqual([]);
    expect(
      site.ledger.consoleProblems().filter((line) => line.startsWith('uncaught')),
      String(file),
    ).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).overflow), String(file)).toBe(
      'visible',
    );
  }
});

test('DOM clobbering: images and anchors with our names change nothing', async ({site}) => {
  const page = await site.visit({
    config: null,
    head: '',
    body:
      '<img name="currentScript" src="/evil.png"><a id="consentGate"></a><a id="dataLayer"></a><form id="consent-gate"></form>' +
      `<script type="application/json" data-consent-gate>${JSON.stringify(config)}</script>` +
      '<script src="/dist/consent-gate.js"></script>',
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => site.ledger.requests.filter(({url}) => tags(url)).length).toBe(2);
  expect(site.ledger.leaks()).toEqual([]);
});

/** Playwright gets no message of an error object that Firefox logs. */
const said = (browserName: string, text: string) =>
  browserName === 'firefox' ? 'consent-gate:' : text;

test('two JSON scripts, or one and data-config, are an error', async ({browserName, site}) => {
  const json = `<script type="application/json" data-consent-gate>${JSON.stringify(config)}</script>`;
  await site.visit({head: json});
  await expect
    .poll(() => site.ledger.consoleProblems().join())
    .toContain(said(browserName, 'one config'));
  await site.visit({head: json, door: 'data-config'});
  await expect.poll(() => site.ledger.consoleProblems().length).toBe(2);
  expect(site.ledger.vendorRequests()).toEqual([]);
});

test('data-config of another origin is refused unless the tag names it', async ({
  browserName,
  site,
}) => {
  site.serve('https://cdn.example.test/consent.json', JSON.stringify(config), {
    headers: {'content-type': 'application/json', 'access-control-allow-origin': '*'},
  });
  const tag = (more: string) =>
    `<script src="/dist/consent-gate.js" data-config="https://cdn.example.test/consent.json" ${more} defer></script>`;
  await site.visit({door: 'none', head: tag('')});
  await expect
    .poll(() => site.ledger.consoleProblems().join())
    .toContain(said(browserName, 'data-config-origin'));
  const page = await site.visit({
    door: 'none',
    head: tag('data-config-origin="https://cdn.example.test"'),
  });
  await expect(banner(page)).toBeVisible();
});

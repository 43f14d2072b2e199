import {banner, bannerButton, choose} from '../helpers/banner.js';
import {craftedFragments, fragment} from '../helpers/crafted-links.js';
import {figure, full, fullList} from '../helpers/scorecard.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import type {Page} from 'playwright/test';
import type {ConsentGate} from '../../src/api.js';
import type {ConsentGateConfig} from '../../src/config/config.js';

const SHOP = 'https://www.shop.example';
const SISTER = 'https://www.example.co.uk';
const STRANGER = 'https://evil.example.test';

/** One config for all sites of the group, this one's own address included. */
const group: ConsentGateConfig = {...config, sites: [SHOP, `${SISTER}/`]};

const LINKS =
  `<p id="section">A text</p><a id="link" href="${SISTER}/?of=shop">The other shop</a> ` +
  `<a id="section-link" href="${SISTER}/?of=section#section">A section of it</a> ` +
  `<a id="tab" href="${SISTER}/?of=tab" target="_blank">In a new tab</a> ` +
  `<a id="silent" href="${SISTER}/?of=silent" rel="noreferrer">Silently</a> ` +
  `<a id="around" href="${STRANGER}/around">Around</a> ` +
  `<a id="stranger" href="${STRANGER}/">A stranger</a> ` +
  `<button data-consent-open>Cookie settings</button>`;

/** The sister's page, which notes what it sees of its address. */
function serveSister(site: Site, more: Parameters<Site['html']>[0] = {}): void {
  const head =
    '<script>window.hashes = []; addEventListener("hashchange", () => hashes.push(location.hash));' +
    'window.changes = []; document.addEventListener("consent-change", () => changes.push(1));' +
    'document.addEventListener("consent-ready", () => window.isReady = true)</script>';
  const body = `<div style="height: 3000px">Another shop</div>${LINKS}`;
  site.serve(`${SISTER}/`, site.html({config: group, head, body, ...more}));
}

const visitShop = (site: Site, more: object = {}) =>
  site.visit({config: group, body: LINKS, ...more});

/** Waits until the gate is at work; the page may still be on its way. */
const ready = (page: Page) =>
  expect
    .poll(() =>
      page
        .evaluate(() => (window as unknown as {isReady?: boolean}).isReady)
        .catch(() => undefined),
    )
    .toBe(true);

const record = async (site: Site, url: string) =>
  (await site.ledger.cookies(url)).find(({name}) => name.endsWith('consent-gate'))?.value ?? '';

const isKept = (site: Site, url: string, word: RegExp = /~[yn]\./) =>
  expect.poll(() => record(site, url)).toMatch(word);

const decisionOf = (page: Page) =>
  page.evaluate(() => {
    const {consent} = window as unknown as {consent?: ConsentGate};
    return (consent ?? window.consentGate!).decision;
  });

/** Everything that left a page of the sister for a vendor, addresses and bodies. */
const told = (site: Site) =>
  site.ledger
    .vendorRequests()
    .filter(({headers}) => headers['referer']?.startsWith(SISTER))
    .map(({url, body, headers}) => url + body + headers['referer']);

/** Goes there by a click, and waits until the gate of that page is at work. */
async function follow(page: Page, link: string): Promise<void> {
  await page.click(link);
  await page.waitForURL((url) => url.origin === SISTER);
  await ready(page);
}

/** The sister's page as a visitor has it who has said yes to all there. */
async function granted(site: Site, more: Parameters<Site['html']>[0] = {}): Promise<Page> {
  serveSister(site, more);
  const {page} = site;
  await page.goto(SISTER);
  await ready(page);
  await page.evaluate(() => window.consentGate!.acceptAll());
  await isKept(site, SISTER);
  await site.ledger.settle();
  return page;
}

for (const door of ['lazy', 'bundle', 'module'] as const) {
  test(`${door}: what was refused on one site is refused on its sister`, async ({site}) => {
    serveSister(site, {door});
    const page = await visitShop(site, {door});
    await bannerButton(page, 'reject').press('Enter');
    await isKept(site, SHOP);
    await follow(page, '#link');
    expect(page.url()).toBe(`${SISTER}/?of=shop`);
    await expect(banner(page)).toBeHidden();
    expect((await decisionOf(page)).status).toBe('decided');
    expect(await record(site, SISTER)).toMatch(/^1~[\d-]{10}~api~en~2026-11-01~\w{6}(~n\.[^~]+)+$/);
    // And so it is for every later visit.
    await page.reload();
    await ready(page);
    await expect(banner(page)).toBeHidden();
    expect((await decisionOf(page)).status).toBe('decided');
    await site.ledger.settle();
    expect(told(site)).toEqual([]);
    expect(site.ledger.consoleProblems()).toEqual([]);
  });
}

test('a policy of the sister that is announced: what was refused is written, what is not asked yet is not', async ({
  site,
}) => {
  const later = {publishedAt: '2026-01-01', effectiveAt: '2999-01-01', version: 'later'};
  const {functional, ...before} = group.categories;
  await granted(site, {config: {...group, categories: before}});
  serveSister(site, {
    config: {
      ...group,
      policy: {...group.policy, ...later},
      // What is new: the one is refused on the site before it, the other is not known there.
      categories: {...before, functional: functional!, maps: {title: 'Maps'}},
      records: {endpoint: '/consent-records'},
    },
  });
  const records: string[] = [];
  site.answer(`${SISTER}/consent-records`, ({body}) => {
    records.push(body);
    return {status: 201};
  });
  const page = await visitShop(site);
  await bannerButton(page, 'reject').press('Enter');
  await isKept(site, SHOP);
  await follow(page, '#link');
  await expect(banner(page)).toBeHidden();
  const text = await record(site, SISTER);
  expect(text).toMatch(/^1~[\d-]{10}~api~en~2026-11-01~/);
  expect(text).toMatch(/~n\.analytics\.\w{4}.*~n\.functional\.\w{4}.*~n\.youtube\.\w{4}/);
  expect(text).not.toContain('maps');
  expect((await decisionOf(page)).services['google-analytics']).toBe(false);
  // The owner hears of it, and of no answer that nobody has given.
  await expect.poll(() => records.length).toBe(1);
  const {answers} = JSON.parse(records[0]!) as {answers: {id: string; granted: boolean | null}[]};
  expect(answers.find(({id}) => id === 'maps')!.granted).toBe(null);
  expect(answers.find(({id}) => id === 'youtube')!.granted).toBe(false);
});

test('before an answer nothing is carried', async ({site}) => {
  serveSister(site);
  const page = await visitShop(site);
  await expect(banner(page)).toBeVisible();
  await follow(page, '#link');
  await expect(banner(page)).toBeVisible();
  expect(await site.ledger.cookieNames()).toEqual([]);
});

test('a withdrawal on one site withdraws on its sister, in its other tabs too', async ({site}) => {
  await granted(site);
  expect(await site.ledger.cookieNames(SISTER)).toContain('_ga');
  const other = await site.context.newPage();
  await other.goto(SISTER);
  await ready(other);
  const page = await visitShop(site);
  await page.evaluate(() => window.consentGate!.acceptAll());
  await isKept(site, SHOP);
  await page.evaluate(() => window.consentGate!.rejectAll());
  await isKept(site, SHOP, /~n\.analytics/);
  await page.waitForLoadState();
  await expect(page.locator('#link')).toBeVisible();
  await expect.poll(async () => (await decisionOf(page)).categories['analytics']).toBe(false);
  site.ledger.clear();
  await follow(page, '#link');
  expect((await decisionOf(page)).services['google-analytics']).toBe(false);
  await isKept(site, SISTER, /(~n\.[^~]+){6}$/);
  await expect.poll(() => site.ledger.cookieNames(SISTER)).toEqual(['__Host-consent-gate']);
  await expect
    .poll(() => other.evaluate(() => window.consentGate?.has('analytics')).catch(() => true))
    .toBe(false);
});

test('only what was refused is withdrawn; what still runs sees a clean address', async ({site}) => {
  await granted(site);
  const before = await record(site, SISTER);
  const page = await visitShop(site);
  await choose(page, {analytics: true});
  await isKept(site, SHOP, /~n\.youtube/);
  await site.ledger.settle();
  site.ledger.clear();
  await follow(page, '#link');
  await site.ledger.settle();
  const {categories, services} = await decisionOf(page);
  expect(categories).toEqual({
    necessary: true,
    functional: false,
    analytics: true,
    advertising: false,
  });
  expect(services).toEqual({youtube: false, 'yandex-metrica': true, 'google-analytics': true});
  expect(await record(site, SISTER)).toBe(
    before.replace(/~y(?=\.(advertising|functional|youtube)\.)/g, '~n'),
  );
  expect(told(site).join()).toContain('google-analytics');
  expect(told(site).filter((text) => /consent-gate|n\.youtube/.test(text))).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as {changes: 1[]}).changes)).toEqual([]);
});

test('what another page of the sister has asked stays as it was answered', async ({site}) => {
  const {page} = site;
  const functional = {services: [{service: 'jivo', widgetId: 'abcdefghij', crossBorder: true}]};
  const chat = {...group, categories: {functional}} as ConsentGateConfig;
  await site.visit({url: `${SISTER}/chat`, config: chat});
  await bannerButton(page, 'reject').press('Enter');
  await isKept(site, SISTER);
  await granted(site);
  expect(await record(site, SISTER)).toMatch(/~y\.google-analytics.*~n\.jivo/);
  await visitShop(site);
  await choose(page, {analytics: true});
  await isKept(site, SHOP);
  await follow(page, '#link');
  expect(await record(site, SISTER)).toMatch(
    /~y\.google-analytics\.\w{4}~n\.jivo\.\w{4}~y\.yandex/,
  );
  await page.reload();
  await ready(page);
  const {categories, unanswered} = await decisionOf(page);
  expect(categories).toMatchObject({functional: false, analytics: true});
  expect(unanswered).toEqual([]);
});

test('a yes is not taken over, it is offered: one click, beside an equal no', async ({site}) => {
  serveSister(site);
  const page = await visitShop(site);
  await choose(page, {analytics: true});
  await isKept(site, SHOP);
  await site.ledger.settle();
  site.ledger.clear();
  await follow(page, '#link');
  await expect(banner(page)).toContainText('You have agreed to this on shop.example. Here, too?');
  expect((await decisionOf(page)).unanswered).toEqual([
    'analytics',
    'yandex-metrica',
    'google-analytics',
  ]);
  await site.ledger.settle();
  expect(told(site)).toEqual([]);
  await bannerButton(page, 'accept').press('Enter');
  await isKept(site, SISTER, /~y\.google-analytics/);
  expect((await decisionOf(page)).categories).toEqual({
    necessary: true,
    functional: false,
    analytics: true,
    advertising: false,
  });
});

test('nothing is offered where more is asked than was granted there', async ({site}) => {
  serveSister(site, {
    config: {
      ...group,
      categories: {
        ...group.categories,
        analytics: {
          services: [
            {service: 'matomo', url: 'https://stats.shop.example/', siteId: '1', country: 'RU'},
          ],
        },
      },
    } as ConsentGateConfig,
  });
  const page = await visitShop(site);
  await page.evaluate(() => window.consentGate!.acceptAll());
  await isKept(site, SHOP);
  await follow(page, '#link');
  await expect(banner(page)).toBeVisible();
  await expect(banner(page)).not.toContainText('You have agreed');
});

test('the visitor is told of the sisters before the answer', async ({site}) => {
  await visitShop(site);
  await expect(banner(site.page)).toContainText(
    'What you refuse here is also refused on example.co.uk when you follow a link there.',
  );
  await visitShop(site, {lang: 'ru', path: '/ru'});
  await expect(banner(site.page)).toContainText(
    'Отказ действует и на example.co.uk, если перейти туда по ссылке.',
  );
});

test('where the words cannot be had the visitor is asked all the same', async ({site}) => {
  site.answer(/consent-gate-beside/, () => 'abort');
  const page = await visitShop(site);
  await expect(banner(page)).toBeVisible();
});

test('a link keeps its own fragment, and the page is told of that alone', async ({site}) => {
  serveSister(site);
  const page = await visitShop(site);
  await bannerButton(page, 'reject').press('Enter');
  await isKept(site, SHOP);
  await follow(page, '#section-link');
  expect(page.url()).toBe(`${SISTER}/?of=section#section`);
  expect(await page.evaluate(() => (window as unknown as {hashes: string[]}).hashes)).toEqual([
    '#section',
  ]);
  await expect(page.locator('#section')).toBeInViewport();
  expect((await decisionOf(page)).status).toBe('decided');
});

test('a link is as the page has it before and after the click, and for all who listen', async ({
  site,
}) => {
  serveSister(site);
  const page = await visitShop(site);
  await bannerButton(page, 'reject').press('Enter');
  await isKept(site, SHOP);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, {seen});
    for (const type of ['click', 'auxclick']) {
      for (const capture of [true, false]) {
        document.addEventListener(
          type,
          ({target}) => seen.push((target as Element).getAttribute('href')!),
          capture,
        );
      }
    }
  });
  // The middle button, which opens tabs in some headless browsers only, in the unit test.
  for (const way of ['click', 'enter'] as const) {
    await site.context.clearCookies({domain: 'www.example.co.uk'});
    const [opened] = await Promise.all([
      site.context.waitForEvent('page'),
      way === 'enter' ? page.press('#tab', 'Enter') : page.click('#tab'),
    ]);
    await ready(opened);
    expect(opened.url(), way).toBe(`${SISTER}/?of=tab`);
    expect((await decisionOf(opened)).status, way).toBe('decided');
    await opened.close();
    expect(await page.getAttribute('#tab', 'href')).toBe(`${SISTER}/?of=tab`);
  }
  const seen = await page.evaluate(() => (window as unknown as {seen: string[]}).seen);
  expect([...new Set(seen)]).toEqual([`${SISTER}/?of=tab`]);
});

test('a link that says not where it leads from carries nothing, nor does one to a stranger', async ({
  site,
}) => {
  serveSister(site);
  site.serve(`${STRANGER}/`, '<title>A stranger</title>');
  const page = await visitShop(site);
  await bannerButton(page, 'reject').press('Enter');
  await isKept(site, SHOP);
  await follow(page, '#silent');
  expect(page.url()).toBe(`${SISTER}/?of=silent`);
  await expect(banner(page)).toBeVisible();
  expect(await record(site, SISTER)).toBe('');
  await page.goto(SHOP);
  await page.click('#stranger');
  await page.waitForURL(`${STRANGER}/`);
});

test('a reload and the way back do not refuse once more', async ({site}) => {
  serveSister(site);
  const page = await visitShop(site);
  await bannerButton(page, 'reject').press('Enter');
  await isKept(site, SHOP);
  await follow(page, '#link');
  await page.evaluate(() => window.consentGate!.acceptAll());
  await isKept(site, SISTER, /~y\.analytics/);
  await page.reload();
  await ready(page);
  expect((await decisionOf(page)).categories['analytics']).toBe(true);
  await page.goto(SHOP);
  await page.goBack();
  await ready(page);
  expect((await decisionOf(page)).categories['analytics']).toBe(true);
  expect(await record(site, SISTER)).toMatch(/~y\.analytics/);
  // Also where somebody has kept the whole address.
  const now = Math.floor(Date.now() / 1000);
  await page.evaluate((hash) => history.replaceState(null, '', `#${hash}`), fragment(now));
  await page.reload();
  await ready(page);
  expect((await decisionOf(page)).categories['analytics']).toBe(true);
});

test('a stranger between two sisters can bring no yes', async ({site}) => {
  const page = await granted(site);
  const yes = (await record(site, SISTER)).replace(/^.*?~(?=y\.)/, '');
  await site.context.clearCookies();
  site.answer(`${STRANGER}/around`, () => ({
    status: 302,
    headers: {
      location: `${SISTER}/?of=around#consent-gate=1~${Math.floor(Date.now() / 1000)}~${yes}`,
    },
  }));
  site.ledger.clear();
  await visitShop(site);
  await follow(page, '#around');
  expect(await page.evaluate(() => document.referrer)).toBe(`${SHOP}/`);
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(told(site)).toEqual([]);
  expect(await record(site, SISTER)).toBe('');
});

test('a page that nobody has listed changes nothing by a click', async ({site}) => {
  const page = await granted(site);
  const before = await record(site, SISTER);
  const now = Math.floor(Date.now() / 1000);
  site.serve(`${STRANGER}/`, `<a href="${SISTER}/?of=stranger#${fragment(now)}">Win a car</a>`);
  await page.goto(STRANGER);
  await follow(page, 'a');
  expect((await decisionOf(page)).categories['analytics']).toBe(true);
  expect(await record(site, SISTER)).toBe(before);
  // It may be the page's own.
  expect(page.url()).toContain('#consent-gate=');
});

for (const {from, what, id} of [
  {from: STRANGER, what: 'from a page that nobody has listed', id: 'crafted-links-unlisted'},
  {from: SHOP, what: 'from a sister, not to the letter or stale', id: 'crafted-links-listed'},
]) {
  test(`invariant 8: crafted links ${what} change nothing`, async ({site, browserName}) => {
    test.setTimeout(full(90_000, 240_000));
    const categories = {functional: {}, analytics: {}, advertising: {}};
    serveSister(site, {config: {...group, categories}});
    const {page} = site;
    await page.goto(SISTER);
    await ready(page);
    await page.evaluate(() => window.consentGate!.acceptAll());
    await isKept(site, SISTER);
    const fingerprint = /~y\.analytics\.(\w{4})/.exec(await record(site, SISTER))![1]!;
    const numbers = fullList([...craftedFragments(0, fingerprint).keys()]);
    /** What the page says of itself, once its gate is at work. */
    const state = () =>
      page.evaluate(async () => {
        if (!(window as unknown as {isReady?: boolean}).isReady)
          await new Promise((done) => document.addEventListener('consent-ready', done));
        return JSON.stringify([document.cookie, window.consentGate!.decision]);
      });
    let changed = 0;
    const goThrough = async (some: readonly number[]) => {
      await page.reload();
      const before = await state();
      for (const i of some) {
        const now = Math.floor(Date.now() / 1000);
        // From a stranger every other one is to the letter.
        const crafted =
          from === STRANGER && i % 2 ? fragment(now) : craftedFragments(now, fingerprint)[i]!;
        const address = `${SISTER}/?form=${i}#${crafted}`;
        await page.goto(address, {referer: `${from}/`});
        // A stranger's is left as it is: it may be the page's own.
        if ((await state()) === before && (from === SHOP || page.url() === new URL(address).href))
          continue;
        changed++;
        console.error('changed by', crafted);
      }
    };
    await goThrough(numbers.filter((i) => i % 3));
    // And where nothing is known yet.
    await site.context.clearCookies();
    await goThrough(numbers.filter((i) => i % 3 === 0));
    // In Firefox a file that is on its way when the page is left, as here at once, is an error without a word.
    const except = /^error: consent-gate: Error$/;
    expect(site.ledger.consoleProblems({except})).toEqual([]);
    figure({
      id,
      name: `Changes of the decision by crafted links ${what}`,
      n: numbers.length,
      result: changed,
      limit: 0,
      ok: changed === 0,
      engine: browserName,
    });
  });
}

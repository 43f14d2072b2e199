import {mergeTests, type Page} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {
  FIREFOX,
  recordShown,
  reportShown,
  shownOf,
  test as bfcache,
  travel,
} from '../helpers/back-forward-cache.js';
import {freeze, resume, test as inBackground} from '../helpers/background-tabs.js';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {deafen} from '../helpers/deaf.js';
import {Heartbeats, HEARTBEAT, holdBreath, QUIET} from '../helpers/heartbeats.js';
import {activate, announcedBy, prerender} from '../helpers/prerender.js';
import {GATED, ran} from '../helpers/ran.js';
import {pushState} from '../helpers/routes.js';
import {family, figure, full} from '../helpers/scorecard.js';
import {config, expect, type Site, type Visit} from '../helpers/site.js';
import {slowest} from '../helpers/slowest.js';
import {answer, answersInCookie, decisionOf, ready, secondTab, twoTabs} from '../helpers/tabs.js';
import {tagRequests} from '../helpers/vendor-tags.js';

const test = mergeTests(bfcache, inBackground);

/** Not for a headless shell, which keeps no page for the way back and has no tab in the background. */
const WHOLE = {tag: '@whole-browser'};

const tags = (site: Site, path?: string) =>
  tagRequests(site).filter(({headers}) => path === undefined || headers['referer']?.endsWith(path));

const has = (page: Page, id = 'analytics') =>
  page.evaluate((id) => window.consentGate!.has(id), id);

const written = (site: Site) =>
  expect.poll(async () => (await answersInCookie(site))?.['analytics']);

/** Only Metrica, as the owner of a single-page application has it. */
const SPA: ConsentGateConfig = {
  ...config,
  categories: {
    analytics: {services: [{service: 'yandex-metrica', counterId: 12345678, spa: true}]},
  },
};

/** Says yes in a page with `GATED` in it. */
async function grantAndRun(page: Page): Promise<void> {
  await answer(page, 'acceptAll');
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
}

/** A page at a path, after which the ledger is quiet. */
async function pageAt(site: Site, path: string, head = HEARTBEAT): Promise<Page> {
  const page = await site.visit({path, head});
  await ready(page);
  return page;
}

test(
  'invariant 11: bfcache: a page that comes back is silent, by its own report',
  WHOLE,
  async ({browserName, site}) => {
    const heartbeats = new Heartbeats(site);
    await reportShown(site.page);
    const page = await pageAt(site, '/first');
    await answer(page, 'acceptAll');
    await written(site).toBe(true);
    await heartbeats.beating('/first');
    await holdBreath(site, page);
    await pageAt(site, '/second');
    await answer(page, 'rejectAll');
    await written(site).toBe(false);
    let shown = 0;
    site.internet.intercept(({url}) => {
      if (!decodeURI(url).includes('?/first persisted true')) return null;
      shown = Date.now();
      return {status: 204};
    });
    page.evaluate(() => history.back()).catch(() => {});
    await expect.poll(() => shown, 'it comes from the cache').toBeGreaterThan(0);
    await heartbeats.silence('/first', shown);
    const late = heartbeats.since('/first', shown + 100);
    expect(
      site.ledger.requests.map(({url}) => decodeURI(url)).filter((url) => url.includes('?/first')),
    ).toEqual([
      'https://www.shop.example/report?/first persisted false granted false',
      'https://www.shop.example/report?/first persisted true granted false',
    ]);
    figure({
      id: 'F15-report',
      name: 'Requests of services on a page that comes back after a withdrawal, later than 100 ms after its report',
      n: 1,
      result: late,
      limit: 0,
      ok: late === 0,
      engine: browserName,
    });
  },
);

test.describe('bfcache', WHOLE, () => {
  // Why is said where FIREFOX is.
  test.skip(({browserName}) => browserName !== 'chromium', FIREFOX);

  test('with us on it a page can be restored, whatever the visitor has said', async ({
    browserName,
    site,
  }) => {
    await recordShown(site.page);
    const states: Record<string, {visit?: Visit; prepare?: (page: Page) => Promise<unknown>}> = {
      'without us': {visit: {door: 'none'}},
      undecided: {prepare: (page) => expect(banner(page)).toBeVisible()},
      denied: {prepare: (page) => answer(page, 'rejectAll')},
      granted: {prepare: (page) => answer(page, 'acceptAll')},
      'with gated markup that has run': {visit: {body: GATED}, prepare: grantAndRun},
      'with Metrica that counts views': {
        visit: {config: SPA},
        async prepare(page) {
          await answer(page, 'acceptAll');
          // The path stays, for the way back.
          await pushState(page, '?view=2');
          await expect
            .poll(() => site.ledger.vendorRequests().filter(({url}) => url.includes('view%3D2')))
            .not.toEqual([]);
        },
      },
      'with open preferences': {
        async prepare(page) {
          await page.evaluate(() => window.consentGate!.open());
          await expect(preferences(page)).toBeVisible();
        },
      },
      'sealed off, with a notice': {
        visit: {body: `${GATED}<input>`},
        async prepare(page) {
          await grantAndRun(page);
          await page.locator('input').fill('a draft');
          await answer(page, 'rejectAll');
          await expect(page.locator('consent-choice [part~=notice]')).toBeVisible();
        },
      },
    };
    const lost: string[] = [];
    for (const [state, {visit, prepare}] of Object.entries(states)) {
      const path = `/${state.replace(/\W+/g, '-')}`;
      const page = await site.visit({path, head: HEARTBEAT, ...visit});
      if (state !== 'without us') await ready(page);
      await prepare?.(page);
      await site.ledger.settle(100, 500);
      const {id} = await shownOf(page);
      await site.visit({path: '/next', door: 'none'});
      await travel(page, 'back', path);
      const shown = await shownOf(page);
      if (state === 'without us') expect(shown, 'the browser keeps pages').toMatchObject({id});
      if (!shown.persisted || shown.id !== id) lost.push(`${state}: ${shown.reasons}`);
      else expect(shown.reasons).toBe('null');
    }
    expect(lost).toEqual([]);
    figure({
      id: 'F15-eligible',
      name: 'Pages with us on them that the back/forward cache could not restore',
      n: Object.keys(states).length - 1,
      result: lost.length,
      limit: 0,
      ok: lost.length === 0,
      engine: browserName,
    });
  });

  test('invariant 11: a withdrawal on the next page stops the one that is restored', async ({
    browserName,
    site,
  }) => {
    const n = full(2, 20);
    const heartbeats = new Heartbeats(site);
    await recordShown(site.page);
    const late: number[] = [];
    for (let i = 0; i < n; i++) {
      const page = await pageAt(site, `/first-${i}`);
      await answer(page, 'acceptAll');
      await written(site).toBe(true);
      await heartbeats.beating(`/first-${i}`);
      const {id} = await shownOf(page);
      await pageAt(site, '/second');
      await answer(page, 'rejectAll');
      await written(site).toBe(false);
      await site.ledger.settle();

      site.ledger.clear();
      await travel(page, 'back', `/first-${i}`);
      const shown = await shownOf(page);
      expect(shown, 'restored from the cache').toMatchObject({persisted: true, id});
      await expect.poll(() => has(page)).toBe(false);
      await heartbeats.silence(`/first-${i}`, shown.at);
      late.push(heartbeats.since(`/first-${i}`, shown.at + 100));
      expect(tags(site)).toEqual([]);
      expect((await decisionOf(page)).status).toBe('decided');
    }
    const beats = late.reduce((sum, count) => sum + count, 0);
    figure({
      id: 'F15-withdrawn',
      name: 'Requests of services on pages that were restored after a withdrawal, later than 100 ms',
      n,
      result: beats,
      limit: 0,
      ok: beats === 0,
      engine: browserName,
    });
    await site.page.reload();
    await site.ledger.settle();
    expect(await site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
  });

  test('the state is read again before the page hears of its return', async ({site}) => {
    // Before the library is there.
    await site.page.addInitScript(() => {
      addEventListener('pageshow', () =>
        Object.assign(window, {atReturn: window.consentGate?.has('analytics')}),
      );
    });
    await recordShown(site.page);
    const page = await pageAt(site, '/first');
    await answer(page, 'acceptAll');
    await written(site).toBe(true);
    await pageAt(site, '/second');
    await answer(page, 'rejectAll');
    await written(site).toBe(false);
    await travel(page, 'back', '/first');
    expect((await shownOf(page)).persisted).toBe(true);
    expect(await page.evaluate(() => (window as unknown as {atReturn: boolean}).atReturn)).toBe(
      false,
    );
  });

  test('a grant on the next page opens the one that is restored, once', async ({site}) => {
    await recordShown(site.page);
    const page = await pageAt(site, '/first', QUIET);
    await expect(banner(page)).toBeVisible();
    const {id} = await shownOf(page);
    await pageAt(site, '/second', QUIET);
    await answer(page, 'acceptAll');
    await written(site).toBe(true);
    await site.ledger.settle();
    site.ledger.clear();
    await travel(page, 'back', '/first');
    expect(await shownOf(page)).toMatchObject({persisted: true, id});
    await expect(banner(page)).toHaveCount(0);
    await expect.poll(() => tags(site).length).toBe(2);
    await site.ledger.settle();
    expect(tags(site)).toHaveLength(2);
    // And on the way forward nothing has changed: nothing is loaded again.
    site.ledger.clear();
    await travel(page, 'forward', '/second');
    await expect.poll(() => has(page)).toBe(true);
    await site.ledger.settle();
    expect((await shownOf(page)).persisted).toBe(true);
    expect(tags(site)).toEqual([]);
  });

  test('a restored page hears of other tabs as before', async ({site}) => {
    await recordShown(site.page);
    const page = await pageAt(site, '/first');
    await answer(page, 'acceptAll');
    await written(site).toBe(true);
    await site.visit({path: '/next', door: 'none'});
    await travel(page, 'back', '/first');
    expect((await shownOf(page)).persisted).toBe(true);
    const other = await secondTab(site);
    await site.visit({path: '/other', page: other});
    await ready(other);
    await answer(other, 'rejectAll');
    await expect.poll(() => has(page)).toBe(false);
    await answer(page, 'acceptAll');
    await expect.poll(() => has(other)).toBe(true);
  });
});

test.describe('tabs in the background', WHOLE, () => {
  // A browser that Playwright has set up itself knows no hidden tab.
  test.skip(({browserName}) => browserName !== 'chromium', 'only Chromium can be joined so');

  test('invariants 10, 11: a hidden tab falls silent within a second of a withdrawal in the visible one', async ({
    browserName,
    background: site,
  }) => {
    const heartbeats = new Heartbeats(site);
    const [a, b] = await twoTabs(site, {head: HEARTBEAT});
    await a.bringToFront();
    await expect.poll(() => b.evaluate(() => document.visibilityState)).toBe('hidden');
    const silences: number[] = [];
    for (let i = 0; i < full(1, 5); i++) {
      await answer(a, 'acceptAll');
      await expect.poll(() => has(b)).toBe(true);
      await heartbeats.beating('/b');
      silences.push(await heartbeats.silence('/b', await answer(a, 'rejectAll')));
    }
    slowest(
      browserName,
      'F14-hidden',
      'After a withdrawal in the visible tab the last request of a hidden one, slowest',
      silences,
    );
  });

  for (const [hearing, prepare] of family([
    ['hears nothing of other tabs', deafen],
    ['hears of it then', async () => {}],
  ] as const)) {
    test(`invariant 11: a frozen tab agrees when it resumes, also one that ${hearing}`, async ({
      browserName,
      background: site,
    }) => {
      const heartbeats = new Heartbeats(site);
      const [a, b] = await twoTabs(site, {head: HEARTBEAT}, prepare);
      const silences: number[] = [];
      for (let i = 0; i < full(1, 5); i++) {
        await b.bringToFront();
        await answer(a, 'acceptAll');
        await written(site).toBe(true);
        await b.reload();
        await expect.poll(() => has(b)).toBe(true);
        await a.bringToFront();
        await heartbeats.beating('/b');
        // It has looked for the last time by itself.
        await expect.poll(() => b.evaluate(() => performance.now())).toBeGreaterThan(1000);
        await freeze(b);
        await heartbeats.silence('/b', Date.now());

        const withdrawn = await answer(a, 'rejectAll');
        await written(site).toBe(false);
        await heartbeats.silence('/a', withdrawn);
        const resumed = Date.now();
        await resume(b);
        await expect.poll(() => has(b)).toBe(false);
        silences.push(await heartbeats.silence('/b', resumed));
        expect(await decisionOf(b)).toEqual(await decisionOf(a));
      }
      slowest(
        browserName,
        `F14-frozen${prepare === deafen ? '-deaf' : ''}`,
        `A frozen tab that ${hearing}: its services' last request after it resumes, slowest`,
        silences,
      );
    });
  }
});

test('invariant 19: a prerendered page asks for nothing and shows nothing; then it loads once', async ({
  browserName,
  site,
}) => {
  await site.visit();
  await answer(site.page, 'acceptAll');
  await written(site).toBe(true);
  await site.ledger.settle();

  site.ledger.clear();
  const page = await site.context.newPage();
  await prerender(page);
  await site.visit({
    path: '/prerendered',
    page,
    body: '<h1>A shop</h1><script type="text/plain" data-consent="analytics">window.ran=true</script>',
  });
  await site.ledger.settle();
  const before = site.ledger.vendorRequests().length;
  expect(await page.evaluate(() => (window as unknown as {ran?: boolean}).ran)).toBeUndefined();
  expect(await announcedBy(page)).toEqual([]);
  expect(site.ledger.libraryRequests()).toEqual(['consent-gate.js']);
  await activate(page);
  await expect.poll(() => tags(site).length).toBe(2);
  await site.ledger.settle();
  expect(tags(site)).toHaveLength(2);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as {ran?: boolean}).ran))
    .toBe(true);
  figure({
    id: 'F16',
    name: 'Requests to vendors from a prerendered page before its activation',
    n: 1,
    result: before,
    limit: 0,
    ok: before === 0,
    engine: browserName,
  });
});

test('a prerendered page with data-config does not even ask for its config before its activation', async ({
  site,
}) => {
  await prerender(site.page);
  const page = await site.visit({door: 'data-config'});
  await site.ledger.settle();
  const configs = () => site.ledger.requests.filter(({url}) => url.endsWith('/consent.json'));
  expect(configs()).toEqual([]);
  await activate(page);
  await expect(banner(page)).toBeVisible();
  expect(configs()).toHaveLength(1);
});

test('invariant 19: a prerendered page shows nothing to a visitor who is to be asked, until activation', async ({
  site,
}) => {
  await prerender(site.page);
  const page = await site.visit();
  await site.ledger.settle();
  expect(await page.locator('consent-choice').count()).toBe(0);
  expect(await announcedBy(page)).toEqual([]);
  await activate(page);
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => announcedBy(page)).toEqual(['banner']);
});

test('a grant that was withdrawn while a page was prerendered is none at its activation', async ({
  site,
}) => {
  const other = await site.visit();
  await bannerButton(other, 'accept').press('Enter');
  await written(site).toBe(true);
  const page = await site.context.newPage();
  await prerender(page);
  await site.visit({path: '/prerendered', page});
  await answer(other, 'rejectAll');
  await written(site).toBe(false);
  await site.ledger.settle();
  site.ledger.clear();
  await activate(page);
  await ready(page);
  await site.ledger.settle();
  expect(await has(page)).toBe(false);
  expect(site.ledger.vendorRequests()).toEqual([]);
});

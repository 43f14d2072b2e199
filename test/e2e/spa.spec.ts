import type {Page} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {QUIET} from '../helpers/heartbeats.js';
import {countListeners, listenersOf, livingIn} from '../helpers/listeners.js';
import {holdBack} from '../helpers/hold-back.js';
import {changeRoutes, installRouter, pushState, swapBody, swaps} from '../helpers/routes.js';
import {family, figure, full} from '../helpers/scorecard.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import {answer, decisionOf, ready} from '../helpers/tabs.js';
import {tags} from '../helpers/vendor-tags.js';
import {skipWhatIsMissing} from '../helpers/not-yet.js';

skipWhatIsMissing(test);

const BODY = '<main><h1>A shop</h1></main>';
/** A page whose way back to the settings is its own. */
const WITH_OPENER = `${BODY}<footer><button data-consent-open>Cookies</button></footer>`;

/** A single-page application with nothing of its own in the body but a heading. */
async function visit(site: Site, more: object = {}): Promise<Page> {
  await installRouter(site.page);
  const page = await site.visit({head: QUIET, body: BODY, ...more});
  await ready(page);
  return page;
}

/** The config of the other pages, where Metrica counts the views: what watches routes may listen, but once. */
const routed: ConsentGateConfig = {
  ...config,
  categories: {
    ...config.categories,
    analytics: {
      services: [
        {service: 'yandex-metrica', counterId: 12345678, spa: true},
        {service: 'google-analytics', measurementId: 'G-TEST12345', crossBorder: true},
      ],
    },
  },
};

/** What is in the first list and not in the second, each as often as it is there more. */
function surplus(now: readonly string[], before: readonly string[]): string[] {
  const known = [...before];
  return now.filter((type) => {
    const at = known.indexOf(type);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

test('route changes with wiped bodies: one banner each time, no choice lost, one load per tag', async ({
  browserName,
  site,
}) => {
  const n = full(15, 50);
  await countListeners(site.page);
  const page = await visit(site, {config: routed});
  await expect(banner(page)).toBeVisible();

  const first = await changeRoutes(page, {name: 'first', n: 1, wanted: 'banner'});
  const listeners = await listenersOf(page);
  const living = browserName === 'chromium' ? await livingIn(page) : undefined;
  const rest = await changeRoutes(page, {name: 'view', n: n - 1, wanted: 'banner'});
  const changes = [...first, ...rest];

  const lost = changes.filter(({frames, choices}) => frames > 3 || choices !== 1);
  expect(lost, 'one banner, back within three frames').toEqual([]);
  const grown = surplus(await listenersOf(page), listeners);
  if (living) {
    const now = await livingIn(page);
    // A few may come and go; one per route change would be n.
    expect(now.listeners - living.listeners, 'listeners that live').toBeLessThan(20);
    expect(now.nodes - living.nodes, 'nodes that live').toBeLessThan(40);
  }
  expect(site.ledger.vendorRequests()).toEqual([]);
  expect((await decisionOf(page)).status).toBe('undecided');

  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => tags(site)).toHaveLength(2);
  const firstGranted = await changeRoutes(page, {
    name: 'first-granted',
    n: 1,
    wanted: 'nothing',
  });
  // What watches routes is there by then, and so is what the tags have brought.
  await expect.poll(() => views(site).join()).toContain('/first-granted-0');
  await site.ledger.settle();
  const listenersGranted = await listenersOf(page);
  const restGranted = await changeRoutes(page, {
    name: 'granted',
    n: n - 1,
    wanted: 'nothing',
  });
  const grownGranted = surplus(await listenersOf(page), listenersGranted);
  expect(
    [...firstGranted, ...restGranted].filter(({choices}) => choices > 1),
    'nobody is asked again',
  ).toEqual([]);
  await expect(banner(page)).toHaveCount(0);
  expect((await decisionOf(page)).categories).toEqual({
    necessary: true,
    functional: true,
    analytics: true,
    advertising: true,
  });
  await site.ledger.settle();
  expect(tags(site)).toHaveLength(2);
  expect(site.ledger.consoleProblems()).toEqual([]);
  figure({
    id: 'F17',
    name: 'Route changes with a wiped body: banners lost or doubled, tags loaded again',
    n: 2 * n,
    result: lost.length + tags(site).length - 2,
    limit: 0,
    ok: lost.length === 0 && tags(site).length === 2,
    engine: browserName,
  });
  const more = [...grown, ...grownGranted];
  expect(more, 'listeners that route changes have left').toEqual([]);
  figure({
    id: 'F17-listeners',
    name: 'Listeners on window, document and root after so many route changes that were not there after one, before a yes and after it',
    n: 2 * n,
    result: more.length,
    limit: 0,
    ok: more.length === 0,
    engine: browserName,
  });
});

test('route changes: our small button is back each time, and only one', async ({
  browserName,
  site,
}) => {
  await countListeners(site.page);
  const page = await visit(site);
  await answer(page, 'rejectAll');
  const opener = page.locator('body > button[data-consent-open]');
  await expect(opener).toBeVisible();
  await changeRoutes(page, {name: 'first', n: swaps.length, wanted: 'opener'});
  const listeners = await listenersOf(page);
  const changes = await changeRoutes(page, {name: 'view', n: full(20, 50), wanted: 'opener'});
  const wrong = changes.filter(({frames, openers}) => frames > 3 || openers !== 1);
  expect(wrong, 'one button, back within three frames').toEqual([]);
  expect(await listenersOf(page)).toEqual(listeners);
  figure({
    id: 'F17-opener',
    name: 'Route changes with a wiped body after which the way back to the settings was not there',
    n: changes.length,
    result: wrong.length,
    limit: 0,
    ok: wrong.length === 0,
    engine: browserName,
  });

  await opener.click();
  await expect(preferences(page)).toBeVisible();
  await page.keyboard.press('Escape');

  // A view with an opener of its own needs none of ours; the next one does.
  await swapBody(page, 'replaceChildren', WITH_OPENER);
  await expect(page.locator('[data-consent-open]')).toHaveText(['Cookies']);
  await swapBody(page, 'new body', BODY);
  await expect(page.locator('[data-consent-open]')).toHaveText(['Cookie settings']);
});

test('a root that is put in anew in another language: one small button, in that language', async ({
  site,
}) => {
  const page = await visit(site);
  await answer(page, 'rejectAll');
  const opener = page.locator('[data-consent-open]');
  await expect(opener).toHaveText(['Cookie settings']);
  await page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    root.lang = 'ru';
    root.querySelector('[data-consent-open]')!.remove();
    document.documentElement.replaceWith(root);
  });
  await expect(opener).toHaveText(['Настройки cookie']);
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(opener).toHaveText(['Cookie settings']);
});

test('a small button that the page has taken away by itself stays away, whatever else it takes out', async ({
  site,
}) => {
  const page = await visit(site);
  await answer(page, 'rejectAll');
  const opener = page.locator('body > [data-consent-open]');
  await expect(opener).toBeVisible();
  await opener.evaluate((button) => button.remove());
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) {
      const box = document.createElement('div');
      box.innerHTML = '<p>text</p>';
      document.querySelector('main')!.append(box);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      // What is told of has no parent any more when it is told.
      box.innerHTML = '';
      box.remove();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await expect(opener).toHaveCount(0);
});

test('the notice of a reload that is due outlives each swap of the body', async ({site}) => {
  const form = '<input name="text">';
  const gated = '<script type="text/plain" data-consent="analytics">window.ran=1</script>';
  const page = await visit(site, {body: BODY + gated + form});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(() => 'ran' in window)).toBe(true);
  await page.locator('input').fill('a draft');
  await answer(page, 'rejectAll');
  const notice = page.locator('consent-choice [part~=notice]');
  await expect(notice).toBeVisible();
  for (const swap of swaps) {
    await swapBody(page, swap, BODY + form);
    await expect(notice, swap).toBeVisible();
    await expect(page.locator('consent-choice'), swap).toHaveCount(1);
  }
  await notice.locator('[data-action=close]').click();
  await swapBody(page, 'new body', BODY + form);
  await expect(notice, 'after it was closed').toHaveCount(0);
});

for (const swap of family(swaps)) {
  test(`a body swapped under open preferences leaves the page usable: ${swap}`, async ({site}) => {
    const page = await visit(site);
    await expect(banner(page)).toBeVisible();
    await answer(page, 'rejectAll');
    await page.evaluate(() => window.consentGate!.open());
    await preferences(page).locator('[data-category=analytics]').check();
    await swapBody(page, swap, '<main><button id="new">A new button</button></main>');
    // Not inert, nothing before it, and it scrolls.
    await page.evaluate(() => window.consentGate!.close());
    await page.locator('#new').click();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe(
      'visible',
    );
    expect((await decisionOf(page)).categories['analytics'], 'nothing was saved').toBe(false);
    await page.evaluate(() => window.consentGate!.open());
    await expect(preferences(page)).toBeVisible();
    await expect(page.locator('consent-choice')).toHaveCount(1);
    await preferences(page).locator('[data-category=analytics]').check();
    await preferences(page).locator('[data-action=save]').click();
    await expect.poll(async () => (await decisionOf(page)).categories['analytics']).toBe(true);
  });
}

test('a choice that is made right after a swap holds', async ({site}) => {
  const page = await visit(site);
  for (const swap of swaps) {
    await expect(banner(page)).toBeVisible();
    await swapBody(page, swap, BODY);
    await bannerButton(page, 'reject').click();
    await expect.poll(async () => (await decisionOf(page)).status, swap).toBe('decided');
    await expect(banner(page)).toHaveCount(0);
    await swapBody(page, swap, BODY);
    await expect(banner(page), 'nor does it come back').toHaveCount(0);
    await answer(page, 'reset');
  }
});

test('a banner that is removed by itself stays away until open() or the next load', async ({
  site,
}) => {
  const page = await visit(site);
  await expect(banner(page)).toBeVisible();
  await page.evaluate(() => document.querySelector('consent-choice')!.remove());
  const changes = await changeRoutes(page, {name: 'view', n: swaps.length, wanted: 'nothing'});
  expect(changes.map(({choices}) => choices)).toEqual(swaps.map(() => 0));
  await expect(page.locator('consent-choice')).toHaveCount(0);
  expect(await page.evaluate(() => document.body.style.cssText)).toBe('');
  expect((await decisionOf(page)).status, 'it is no answer').toBe('undecided');

  await page.evaluate(() => window.consentGate!.open());
  await expect(preferences(page)).toBeVisible();
  await expect(page.locator('consent-choice')).toHaveCount(1);
  await page.goto('https://www.shop.example/');
  await expect(banner(page)).toBeVisible();
});

/** Has Turbo’s page cache keep the view as it is, and show another. */
const leaveView = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(window, {kept: document.body.cloneNode(true)});
    const body = document.createElement('body');
    body.innerHTML = '<main><h1>Another view</h1></main>';
    document.body.replaceWith(body);
  });
/** Has it put its copy back. */
const returnToView = (page: Page): Promise<void> =>
  page.evaluate(() => document.body.replaceWith((window as unknown as {kept: Node}).kept));

test('a copy of the view that a router puts back: one banner that works, then one small button', async ({
  site,
}) => {
  const page = await visit(site);
  await expect(banner(page)).toBeVisible();
  await leaveView(page);
  await expect(banner(page), 'in the next view').toBeVisible();
  await returnToView(page);
  await expect(banner(page), 'in the copy').toBeVisible();
  await expect(page.locator('consent-choice')).toHaveCount(1);

  await bannerButton(page, 'accept').press('Enter');
  await expect(banner(page)).toHaveCount(0);
  await expect(page.locator('[data-consent-open]')).toHaveCount(1);
  await expect.poll(() => tags(site)).toHaveLength(2);
  await page.locator('[data-consent-open]').click();
  await expect(preferences(page)).toBeVisible();
  await expect(page.locator('consent-choice')).toHaveCount(1);
  await site.ledger.settle();
  expect(tags(site)).toHaveLength(2);
  const files = site.ledger.libraryRequests();
  expect(files, 'nothing is asked for twice').toEqual([...new Set(files)]);
  expect(site.ledger.consoleProblems()).toEqual([]);
});

test('a copy of the view with the banner, put back after an answer in the next one: nobody is asked', async ({
  site,
}) => {
  const page = await visit(site);
  await expect(banner(page)).toBeVisible();
  await leaveView(page);
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => tags(site)).toHaveLength(2);
  await returnToView(page);
  const opener = page.locator('[data-consent-open]');
  await expect(opener).toHaveCount(1);
  await site.ledger.settle();
  await expect(banner(page)).toHaveCount(0);
  expect(tags(site)).toHaveLength(2);
  await opener.click();
  await expect(preferences(page)).toBeVisible();
  await expect(page.locator('consent-choice')).toHaveCount(1);
  expect(site.ledger.consoleProblems()).toEqual([]);
});

test('a copy of the view with our small button in it: one button, which works', async ({site}) => {
  const page = await visit(site);
  await bannerButton(page, 'accept').press('Enter');
  const opener = page.locator('[data-consent-open]');
  await expect(opener).toBeVisible();
  await expect.poll(() => tags(site)).toHaveLength(2);
  await leaveView(page);
  await expect(opener, 'in the next view').toBeVisible();
  await returnToView(page);
  await expect(opener, 'in the copy').toBeVisible();
  await expect(opener).toHaveCount(1);
  await opener.click();
  await expect(preferences(page)).toBeVisible();
  await expect(page.locator('consent-choice')).toHaveCount(1);
  await site.ledger.settle();
  expect(tags(site)).toHaveLength(2);
  expect(site.ledger.consoleProblems()).toEqual([]);
});

for (const [when, deed] of [
  ['while the visitor is asked again', 'reset'],
  ['dead after stop()', 'stop'],
] as const) {
  test(`a copy of our small button does not stay ${when}`, async ({site}) => {
    const page = await visit(site);
    await answer(page, 'rejectAll');
    const opener = page.locator('[data-consent-open]');
    await expect(opener).toBeVisible();
    await leaveView(page);
    await expect(opener).toBeVisible();
    await returnToView(page);
    await expect(opener).toBeVisible();
    await page.evaluate((deed) => window.consentGate![deed](), deed);
    await expect(opener).toHaveCount(0);
  });
}

test('a banner in an element of the page goes with a swap and comes back in the next view’s', async ({
  site,
}) => {
  const html = `${BODY}<consent-choice id="own"></consent-choice>`;
  const page = await visit(site, {body: html});
  await expect(banner(page)).toBeVisible();
  for (const swap of swaps) {
    await swapBody(page, swap, html);
    await expect(page.locator('#own [part~=banner]'), swap).toBeVisible();
    await expect(page.locator('consent-choice'), swap).toHaveCount(1);
  }
});

test('stop() ends it: after it nothing comes back', async ({site}) => {
  await countListeners(site.page);
  await installRouter(site.page);
  const page = await site.visit({door: 'none', head: QUIET, body: BODY});
  const before = await listenersOf(page);
  await site.visit({head: QUIET, body: BODY});
  await expect(banner(page)).toBeVisible();
  await page.evaluate(() => window.consentGate!.stop());
  const changes = await changeRoutes(page, {name: 'view', n: swaps.length, wanted: 'nothing'});
  expect(changes.filter(({choices, openers}) => choices || openers)).toEqual([]);
  expect(await listenersOf(page), 'every listener is gone').toEqual(before);
});

// --- Metrica counts the views of an application -------------------------------------------------

/** Only Metrica, as the owner of an application has it; `spa` or not. */
const counted = (spa?: boolean): ConsentGateConfig => ({
  ...config,
  categories: {
    analytics: {
      services: [
        {service: 'yandex-metrica', counterId: 12345678, ...(spa !== undefined && {spa})},
      ] as ConsentGateConfig['categories'][string]['services'],
    },
  },
});

/** Page views: where, and from where. */
const views = (site: Site) =>
  site.ledger
    .vendorRequests('mc.yandex.ru')
    .filter(({path, method}) => path.startsWith('/watch/') && method === 'GET')
    .map(({url}) => new URL(url).searchParams)
    // A hit that was on its way when the tag looked for lost ones.
    .filter((query) => !query.has('retry') && !query.has('nohit'))
    .map((query) => `${short(query.get('page-url'))} from ${short(query.get('page-ref'))}`);
const short = (url: string | null) => (url ?? '').replace('https://www.shop.example', '');

const viewsBecome = (site: Site, expected: string[]) =>
  expect.poll(() => views(site)).toEqual(expected);

test('Metrica, "spa": one hit for each route, with the route before it', async ({site}) => {
  const page = await visit(site, {config: counted(true)});
  await answer(page, 'acceptAll');
  await viewsBecome(site, ['/ from ']);
  await pushState(page, '/one');
  await viewsBecome(site, ['/ from ', '/one from /']);
  await pushState(page, '/two?page=2');
  const three = ['/ from ', '/one from /', '/two?page=2 from /one'];
  await viewsBecome(site, three);

  // No other view: the same address, another fragment, a state of the application's own.
  await page.evaluate(() => {
    history.replaceState({scroll: 100}, '', location.href);
    history.replaceState({scroll: 200}, '');
    history.pushState(null, '', '#comments');
    location.hash = 'more';
  });
  await site.ledger.settle();
  expect(views(site)).toEqual(three);

  await page.evaluate(() => history.go(-3));
  await viewsBecome(site, [...three, '/one from /two?page=2']);
  await site.ledger.settle();
  expect(views(site)).toHaveLength(4);
});

test('Metrica, "spa", in a browser without the Navigation API: one hit for each route and each way back', async ({
  site,
}) => {
  await site.page.addInitScript(() => Reflect.deleteProperty(window, 'navigation'));
  const page = await visit(site, {config: counted(true)});
  expect(await page.evaluate(() => 'navigation' in window)).toBe(false);
  await answer(page, 'acceptAll');
  await viewsBecome(site, ['/ from ']);
  await pushState(page, '/one');
  await swapBody(page, 'replaceChildren', BODY);
  await viewsBecome(site, ['/ from ', '/one from /']);
  // A view that comes piece by piece.
  await pushState(page, '/two?page=2');
  for (const swap of swaps) await swapBody(page, swap, BODY);
  const three = ['/ from ', '/one from /', '/two?page=2 from /one'];
  await viewsBecome(site, three);

  // No other view: another fragment, whatever changes in the document.
  await page.evaluate(() => {
    history.pushState(null, '', '#comments');
    location.hash = 'more';
  });
  await swapBody(page, 'replaceChildren', BODY);
  await site.ledger.settle();
  expect(views(site)).toEqual(three);

  // The address tells of it, before the view does.
  await page.evaluate(() => history.go(-3));
  const four = [...three, '/one from /two?page=2'];
  await viewsBecome(site, four);
  await swapBody(page, 'replaceChildren', BODY);
  await site.ledger.settle();
  expect(views(site)).toEqual(four);
});

test('Metrica, "spa": comes with the file that counts, and tells of the view on which it does', async ({
  site,
}) => {
  const page = await visit(site, {config: counted(true)});
  await answer(page, 'acceptAll');
  await viewsBecome(site, ['/ from ']);
  const arrive = holdBack(site, /consent-gate-service/);
  site.ledger.clear();
  await page.reload({waitUntil: 'commit'});
  await ready(page);
  await pushState(page, '/one');
  await site.ledger.settle();
  expect(views(site)).toEqual([]);
  arrive();
  await viewsBecome(site, ['/ from ', '/one from /']);
  await pushState(page, '/two');
  await viewsBecome(site, ['/ from ', '/one from /', '/two from /one']);
});

test('Metrica, "spa": who comes back has the replay that was granted, and after a no is swept, though the file does not come', async ({
  site,
}) => {
  const replay = counted(true);
  (replay.categories['analytics']!.services as {options?: object}[])[0]!.options = {webvisor: true};
  const page = await visit(site, {config: replay});
  await answer(page, 'acceptAll');
  await viewsBecome(site, ['/ from ']);
  // Kept: a page that goes before that has given no yes.
  await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
  await page.reload();
  await ready(page);
  expect(await page.evaluate(() => window.consentGate!.has('yandex-metrica:webvisor'))).toBe(true);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const {ym} = window as unknown as {ym: {a: unknown[][]}};
        return ym.a.map((call) => (call[2] as {webvisor?: boolean} | undefined)?.webvisor);
      }),
    )
    .toContain(true);

  await page.evaluate(() => (document.cookie = '_ym_uid=1; Path=/; Max-Age=1000'));
  await answer(page, 'rejectAll');
  await expect.poll(() => site.ledger.cookieNames()).not.toContain('_ym_uid');
  await page.evaluate(() => (document.cookie = '_ym_uid=1; Path=/; Max-Age=1000'));
  holdBack(site, /consent-gate-service/);
  await page.reload({waitUntil: 'commit'});
  await expect.poll(() => site.ledger.cookieNames()).not.toContain('_ym_uid');
});

test('Metrica, "spa": routes before the grant and after a withdrawal are nobody’s business', async ({
  site,
}) => {
  const page = await visit(site, {config: counted(true)});
  await pushState(page, '/undecided');
  await answer(page, 'rejectAll');
  await pushState(page, '/denied');
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
  await answer(page, 'acceptAll');
  await expect.poll(() => views(site).length).toBeGreaterThan(0);
  await site.ledger.settle();
  expect(views(site).join(), 'what was seen before it').not.toContain('undecided');
  await answer(page, 'rejectAll');
  site.ledger.clear();
  for (const path of ['/x', '/y', '/z']) await pushState(page, path);
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
  await answer(page, 'acceptAll');
  await expect.poll(() => views(site).length).toBeGreaterThan(0);
  await site.ledger.settle();
  expect(views(site).join()).not.toMatch(/\/[xy]\b/);
  site.ledger.clear();
  await pushState(page, '/again');
  await viewsBecome(site, ['/again from /z']);
});

test('Metrica: a grant on a later view tells where the visit began and where from', async ({
  site,
}) => {
  const HOME = 'https://www.shop.example/';
  const LANDING = `${HOME}?utm_source=mail`;
  site.serve(
    'https://search.example.test/',
    `<meta name="referrer" content="unsafe-url"><a href="${LANDING}">A shop</a>`,
  );
  await installRouter(site.page);
  site.serve(HOME, site.html({config: counted(true), head: QUIET, body: BODY}));
  await site.page.goto('https://search.example.test/');
  await site.page.locator('a').click();
  const {page} = site;
  await ready(page);
  expect(await page.evaluate(() => document.referrer)).toBe('https://search.example.test/');
  for (const path of ['/view-0', '/view-1', '/view-2']) await pushState(page, path);
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() => views(site)[0])
    .toBe('/?utm_source=mail from https://search.example.test/');
  await expect.poll(() => views(site)[1]).toBe('/view-2 from /?utm_source=mail');
  await site.ledger.settle();
  const before = views(site).length;
  expect(before).toBe(2);
  await pushState(page, '/next');
  await expect.poll(() => views(site).slice(before)).toEqual(['/next from /view-2']);
});

test('Metrica, "spa": an application that cleans its address before us has one view, on each visit', async ({
  site,
}) => {
  const HOME = 'https://www.shop.example/';
  const clean = '<script>history.replaceState(null, "", location.pathname)</script>';
  site.serve(HOME, site.html({config: counted(true), head: QUIET + clean, body: BODY}));
  const {page} = site;
  for (const n of [1, 2]) {
    await page.goto(`${HOME}?utm_source=mail`);
    await ready(page);
    if (n === 1) await answer(page, 'acceptAll');
    await expect.poll(() => views(site).length).toBe(n);
    await site.ledger.settle();
    expect(views(site)).toHaveLength(n);
  }
});

test('Analytics, "spa": a grant on a later view tells where the visit began and where from, then of this view', async ({
  site,
}) => {
  const HOME = 'https://www.shop.example/';
  site.serve(
    'https://search.example.test/',
    `<meta name="referrer" content="unsafe-url"><a href="${HOME}?utm_source=mail&gclid=1#top">A shop</a>`,
  );
  await installRouter(site.page);
  const analytics: ConsentGateConfig = {
    ...config,
    categories: {
      analytics: {
        services: [{service: 'google-analytics', measurementId: 'G-TEST12345', spa: true}],
      },
    },
  };
  site.serve(HOME, site.html({config: analytics, head: QUIET, body: BODY}));
  await site.page.goto('https://search.example.test/');
  await site.page.locator('a').click();
  const {page} = site;
  await ready(page);
  for (const path of ['/view-0', '/view-1']) await pushState(page, path);
  await bannerButton(page, 'accept').press('Enter');
  const views = () =>
    page.evaluate(() =>
      ((window as {dataLayer?: IArguments[]}).dataLayer ?? [])
        .filter((item) => item[0] === 'config' || item[0] === 'event')
        .map((item) => item[2] as Record<string, unknown>),
    );
  await expect.poll(async () => (await views()).length).toBe(3);
  const landing = `${HOME}?utm_source=mail&gclid=1#top`;
  expect(await views()).toEqual([
    {send_page_view: false},
    {
      page_location: landing,
      page_referrer: 'https://search.example.test/',
      send_to: 'G-TEST12345',
    },
    {page_location: `${HOME}view-1`, page_referrer: landing, send_to: 'G-TEST12345'},
  ]);
});

test('Metrica without "spa": route changes are left to the page', async ({site}) => {
  const page = await visit(site, {config: counted()});
  await answer(page, 'acceptAll');
  await viewsBecome(site, ['/ from ']);
  await changeRoutes(page, {name: 'view', n: 3, wanted: 'nothing'});
  await page.evaluate(() => history.back());
  await site.ledger.settle();
  expect(views(site)).toEqual(['/ from ']);
});

test('Metrica, "spa": a stopped gate leaves the page’s history as it was', async ({site}) => {
  const page = await visit(site, {config: counted(true)});
  await answer(page, 'acceptAll');
  await viewsBecome(site, ['/ from ']);
  await page.evaluate(() => window.consentGate!.stop());
  await pushState(page, '/after');
  await site.ledger.settle();
  expect(views(site).filter((view) => view.startsWith('/after'))).toEqual([]);
});

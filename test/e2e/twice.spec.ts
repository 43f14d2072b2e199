import type {Frame, Page} from 'playwright/test';
import {banner, bannerButton} from '../helpers/banner.js';
import {Heartbeats, HEARTBEAT} from '../helpers/heartbeats.js';
import {serveRelease} from '../helpers/releases.js';
import {family, figure} from '../helpers/scorecard.js';
import {config, expect, test, type Site, type Visit} from '../helpers/site.js';
import {slowest} from '../helpers/slowest.js';
import {answer, answersInCookie} from '../helpers/tabs.js';
import {tags} from '../helpers/vendor-tags.js';

const ONE_EACH = [
  'https://mc.yandex.ru/metrika/tag.js',
  'https://www.googletagmanager.com/gtag/js',
];

const JSON_SCRIPT = `<script type="application/json" data-consent-gate>${JSON.stringify(config)}</script>`;
const tag = (file: string, more = 'defer') => `<script src="${file}" ${more}></script>`;
const LAZY = '/dist/consent-gate.js';
const BUNDLE = '/dist/consent-gate.bundle.js';
const IMPORT =
  `<script type="module">import {startConsentGate} from 'consent-gate';` +
  `window.imported = startConsentGate(${JSON.stringify(config)});</script>`;

/** Writes down what the document is told, and the first gate it had. */
const WATCH =
  '<script>window.log=[];for(const t of ["consent-ready","consent-change","consent-shown"])' +
  'document.addEventListener(t,()=>log.push(t))</script>';
const logOf = (page: Page) => page.evaluate(() => (window as unknown as {log: string[]}).log);

const warnings = (site: Site) =>
  site.ledger.consoleProblems().filter((line) => line.includes('needs one config'));
/** Firefox says in the same place which cookies it has refused. */
const uncaught = (site: Site) =>
  site.ledger
    .consoleProblems({except: /Cookie “.*” has been rejected/})
    .filter((line) => line.startsWith('uncaught'));

/** Two ways in at once: the markup of `<head>`. The import map of the module door goes before any module. */
const pairs: Record<string, Visit> = {
  'two tags': {head: WATCH + tag(LAZY)},
  'two tags without defer': {
    door: 'none',
    config: null,
    head: WATCH + tag(LAZY, '') + JSON_SCRIPT + tag(LAZY, ''),
  },
  'two tags with async': {
    door: 'none',
    config: null,
    head: WATCH + JSON_SCRIPT + tag(LAZY, 'async') + tag(LAZY, 'async'),
  },
  'tag and import': {door: 'module', head: WATCH + JSON_SCRIPT + tag(LAZY)},
  'bundle and lazy': {head: WATCH + tag(BUNDLE)},
  'lazy and bundle': {door: 'bundle', head: WATCH + tag(LAZY)},
  'two versions': {head: WATCH + tag('/other/consent-gate.js')},
  'two versions, the other one second': {
    head: WATCH,
    body: `<h1>A shop</h1>${tag('/other/consent-gate.bundle.js')}`,
  },
  'two imports': {door: 'module', head: WATCH, body: `<h1>A shop</h1>${IMPORT}`},
};

for (const [how, visit] of family(Object.entries(pairs))) {
  test(`invariant 12: started twice, one gate: ${how}`, async ({browserName, site}) => {
    await serveRelease(site, '/other/', '9.9.9');
    const page = await site.visit(visit);
    await expect(banner(page)).toBeVisible();
    await expect.poll(() => warnings(site), 'the other one says so, once').toHaveLength(1);
    await site.ledger.settle();
    await expect(page.locator('consent-choice')).toHaveCount(1);
    expect(await logOf(page)).toEqual(['consent-ready', 'consent-shown']);

    // One too many is the figure's to tell.
    const allLoaded = () => expect.poll(() => [...new Set(tags(site))]).toEqual(ONE_EACH);
    await bannerButton(page, 'accept').press('Enter');
    await allLoaded();
    await expect(banner(page)).toHaveCount(0);
    await site.ledger.settle();
    let loaded = tags(site).length;
    expect(await logOf(page)).toEqual(['consent-ready', 'consent-shown', 'consent-change']);
    expect(uncaught(site)).toEqual([]);

    // And who returns is not asked, and is counted once.
    site.ledger.clear();
    await page.reload();
    await allLoaded();
    await site.ledger.settle();
    loaded += tags(site).length;
    expect(await logOf(page)).toEqual(['consent-ready']);
    await expect(page.locator('consent-choice')).toHaveCount(0);
    figure({
      id: `F13-${how.replaceAll(/\W+/g, '-')}`,
      name: `Started twice (${how}): tags loaded by two page views`,
      n: 2,
      result: loaded,
      limit: 2 * ONE_EACH.length,
      ok: loaded === 2 * ONE_EACH.length,
      engine: browserName,
    });
  });
}

test('invariant 12: the second start returns the first gate, whichever door it takes', async ({
  site,
}) => {
  await serveRelease(site, '/other/', '9.9.9');
  // The module door lays the import map.
  const page = await site.visit({door: 'module', config: null, head: JSON_SCRIPT + tag(LAZY)});
  await expect(banner(page)).toBeVisible();
  const same = await page.evaluate(async () => {
    const first = window.consentGate;
    const load = (src: string) =>
      new Promise((done) => {
        const script = document.createElement('script');
        script.src = src;
        script.onload = script.onerror = done;
        document.head.append(script);
      });
    await load('/dist/consent-gate.js');
    await load('/dist/consent-gate.bundle.js');
    await load('/other/consent-gate.js');
    const door: string = '/dist/index.js';
    const {startConsentGate} = (await import(door)) as {
      startConsentGate(config: object): unknown;
    };
    return [first === window.consentGate, startConsentGate({}) === first];
  });
  expect(same).toEqual([true, true]);
});

test('invariant 12: scripts that an optimiser runs a second time, as text or by address, change nothing', async ({
  site,
}) => {
  const page = await site.visit({head: WATCH});
  await expect(banner(page)).toBeVisible();
  const rerun = () =>
    page.evaluate(async () => {
      const text = await (await fetch('/dist/consent-gate.js')).text();
      for (const put of ['src', 'text', 'clone'] as const) {
        const old = document.querySelector<HTMLScriptElement>(
          'script[src$="/dist/consent-gate.js"]',
        )!;
        const script = document.createElement('script');
        if (put === 'text') script.text = text;
        if (put === 'clone')
          for (const {name, value} of old.attributes) script.setAttribute(name, value);
        if (put !== 'text') script.src = old.src;
        await new Promise((done) => {
          if (put === 'text') done(undefined);
          else script.onload = done;
          // As these tools do: in the place of the one there was.
          if (put === 'clone') old.replaceWith(script);
          else document.body.append(script);
        });
      }
    });
  await rerun();
  await site.ledger.settle();
  await expect(page.locator('consent-choice')).toHaveCount(1);
  await bannerButton(page, 'accept').press('Enter');
  await expect(banner(page)).toHaveCount(0);
  await expect.poll(() => tags(site)).toEqual(ONE_EACH);
  await rerun();
  await site.ledger.settle();
  expect(tags(site)).toEqual(ONE_EACH);
  expect(await logOf(page)).toEqual(['consent-ready', 'consent-shown', 'consent-change']);
  expect(uncaught(site)).toEqual([]);
});

test('invariant 12: all of the page’s scripts run again with a swapped body', async ({site}) => {
  const page = await site.visit({
    door: 'none',
    config: null,
    head: WATCH,
    body: `<h1>A shop</h1>${JSON_SCRIPT}${tag(LAZY, '')}`,
  });
  await expect(banner(page)).toBeVisible();
  // As Turbo does: scripts of the new body are made anew, so that they run.
  const visitAgain = () =>
    page.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      const body = document.adoptNode(new DOMParser().parseFromString(html, 'text/html').body);
      const running: Promise<unknown>[] = [];
      for (const old of body.querySelectorAll('script')) {
        const script = document.createElement('script');
        for (const {name, value} of old.attributes) script.setAttribute(name, value);
        script.text = old.text;
        if (script.src) running.push(new Promise((done) => (script.onload = done)));
        old.replaceWith(script);
      }
      document.body.replaceWith(body);
      await Promise.all(running);
    });
  for (let i = 0; i < 5; i++) await visitAgain();
  await expect(banner(page)).toBeVisible();
  await expect(page.locator('consent-choice')).toHaveCount(1);
  await bannerButton(page, 'accept').press('Enter');
  await expect(banner(page)).toHaveCount(0);
  await expect.poll(() => tags(site)).toEqual(ONE_EACH);
  for (let i = 0; i < 5; i++) await visitAgain();
  await site.ledger.settle();
  expect(tags(site)).toEqual(ONE_EACH);
  expect((await logOf(page)).filter((type) => type === 'consent-ready')).toHaveLength(1);
  expect(uncaught(site)).toEqual([]);
});

test('after a stop a new start is a first one', async ({site}) => {
  const page = await site.visit({door: 'module', head: WATCH});
  await expect(banner(page)).toBeVisible();
  await page.evaluate(async (config) => {
    const door: string = '/dist/index.js';
    const {startConsentGate} = (await import(door)) as {
      startConsentGate(config: object): {stop(): void};
    };
    startConsentGate({}).stop();
    startConsentGate(config);
  }, config);
  await expect(banner(page)).toBeVisible();
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => tags(site)).toEqual(ONE_EACH);
});

// --- Frames -------------------------------------------------------------------------------------

const frameOf = (page: Page, title: string): Promise<Frame> =>
  page
    .locator(`iframe[title="${title}"]`)
    .elementHandle()
    .then(async (element) => (await element.contentFrame())!);

const gateOf = (frame: Frame) =>
  frame.evaluate(() => {
    const {decision, has} = window.consentGate ?? {};
    return {
      granted: has?.('analytics') ?? false,
      status: decision?.status ?? 'undecided',
      shown: document.querySelectorAll('consent-choice, [data-consent-open]').length,
    };
  });
const NOTHING = {granted: false, status: 'undecided', shown: 0};

test('invariants 11, 19: a same-origin frame follows the page around it, and shows nothing', async ({
  browserName,
  site,
}) => {
  const heartbeats = new Heartbeats(site);
  site.serve('/inner', site.html({head: HEARTBEAT, body: '<h1>Inside</h1>'}));
  const page = await site.visit({
    path: '/outer',
    head: HEARTBEAT,
    body: '<iframe title="own" src="/inner" width="600" height="400"></iframe>',
  });
  await expect(banner(page)).toBeVisible();
  const frame = await frameOf(page, 'own');
  await expect.poll(() => gateOf(frame)).toEqual(NOTHING);

  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => gateOf(frame)).toEqual({...NOTHING, granted: true, status: 'decided'});
  await heartbeats.beating('/inner');
  expect(tags(site)).toEqual([...ONE_EACH, ...ONE_EACH].sort());

  const last = await heartbeats.silence('/inner', await answer(page, 'rejectAll'));
  expect(await gateOf(frame)).toEqual({...NOTHING, status: 'decided'});
  slowest(
    browserName,
    'F23-frame',
    'After a withdrawal in the page the last request of a frame of the same origin',
    [last],
  );
  await answer(page, 'reset');
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => gateOf(frame)).toEqual(NOTHING);
  expect(uncaught(site)).toEqual([]);
});

test('invariant 19: sandboxed, cross-site, srcdoc and blank frames: no UI, no grant, no exception', async ({
  site,
}) => {
  const inner = site.html({body: '<h1>Inside</h1>'});
  site.serve('/inner', inner);
  site.serve('https://other.example.test/inner', inner);
  // A grant of its own that the stranger may have is none inside this page.
  await site.page.goto('https://other.example.test/inner');
  await bannerButton(site.page, 'accept').press('Enter');
  await expect.poll(() => answersInCookie(site)).toMatchObject({analytics: true});
  await site.ledger.settle();

  const page = await site.visit({
    path: '/outer',
    body:
      '<iframe title="sandboxed" sandbox="allow-scripts" src="/inner"></iframe>' +
      '<iframe title="foreign" src="https://other.example.test/inner"></iframe>' +
      '<iframe title="srcdoc"></iframe><iframe title="blank"></iframe>' +
      '<iframe title="sandboxed srcdoc" sandbox="allow-scripts"></iframe>',
  });
  await page.evaluate((html) => {
    for (const title of ['srcdoc', 'sandboxed srcdoc']) {
      document.querySelector<HTMLIFrameElement>(`[title="${title}"]`)!.srcdoc = html.replace(
        '<head>',
        `<head><base href="${location.origin}">`,
      );
    }
    const {contentDocument} = document.querySelector<HTMLIFrameElement>('[title=blank]')!;
    contentDocument!.open();
    contentDocument!.write(html);
    contentDocument!.close();
  }, inner);
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  const look = async (when: string, blankMayFollow = false) => {
    for (const title of ['sandboxed', 'foreign', 'srcdoc', 'blank', 'sandboxed srcdoc']) {
      const state = await gateOf(await frameOf(page, title));
      if (blankMayFollow && (title === 'blank' || title === 'srcdoc')) expect(state.shown).toBe(0);
      else expect(state, `${title}, ${when}`).toEqual(NOTHING);
    }
  };
  for (const title of ['sandboxed', 'foreign', 'srcdoc', 'blank', 'sandboxed srcdoc']) {
    const frame = await frameOf(page, title);
    await expect
      .poll(() => frame.evaluate(() => 'consentGate' in window), `${title}: the library is there`)
      .toBe(true);
  }
  await look('undecided');
  site.ledger.clear();
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => tags(site).length).toBeGreaterThanOrEqual(2);
  await site.ledger.settle();
  // Blank and srcdoc ones are of the page's origin: they may obey its cookie, as any frame of it.
  await look('granted in the page', true);
  expect(uncaught(site)).toEqual([]);
});

test('invariant 2: a srcdoc frame on https takes no cookie for a grant that a sister host could have set', async ({
  site,
}) => {
  const page = await site.visit({path: '/outer'});
  await answer(page, 'acceptAll');
  await expect.poll(() => answersInCookie(site)).toMatchObject({analytics: true});
  const {value} = (await site.ledger.cookies()).find(({name}) => name.endsWith('consent-gate'))!;
  await answer(page, 'reset');
  await expect.poll(() => answersInCookie(site)).toBe(undefined);
  await site.ledger.settle();
  await site.context.addCookies([
    {name: 'consent-gate', value, domain: '.shop.example', path: '/', secure: true},
  ]);
  site.ledger.clear();
  await page.evaluate(
    (html) => {
      const frame = document.createElement('iframe');
      frame.title = 'srcdoc';
      frame.srcdoc = html.replace('<head>', `<head><base href="${location.origin}">`);
      document.body.append(frame);
    },
    site.html({body: '<h1>Inside</h1>'}),
  );
  const frame = await frameOf(page, 'srcdoc');
  await expect.poll(() => frame.evaluate(() => 'consentGate' in window)).toBe(true);
  await site.ledger.settle();
  expect(await gateOf(frame)).toEqual(NOTHING);
  expect(tags(site)).toEqual([]);
});

import type {Page} from 'playwright/test';
import {banner, bannerButton, choose, preferences} from '../helpers/banner.js';
import {holdBack} from '../helpers/hold-back.js';
import {changesOf} from '../helpers/changes.js';
import {channelsOf, overhear, saidBy} from '../helpers/channels.js';
import {craftedValues, inAddress} from '../helpers/crafted.js';
import {deafen, lagging, without} from '../helpers/deaf.js';
import {allowed, CATEGORIES, duels, fight, grantedByBoth} from '../helpers/duel.js';
import {Heartbeats, HEARTBEAT} from '../helpers/heartbeats.js';
import {figure, full, fullList} from '../helpers/scorecard.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import {slowest} from '../helpers/slowest.js';
import {answer, answersInCookie, decisionOf, ready, secondTab, twoTabs} from '../helpers/tabs.js';
import {tags} from '../helpers/vendor-tags.js';

/** Questions without services: nothing but the decision moves. */
const plain = {...config, categories: {functional: {}, analytics: {}, advertising: {}}};
const ALL = {functional: true, analytics: true, advertising: true};
const NONE = {functional: false, analytics: false, advertising: false};

/** Waits until a tab grants or denies a category; that it does so within a second is measured below. */
const follows = (page: Page, id: string, yes: boolean) =>
  expect
    .poll(() => page.evaluate((id) => window.consentGate!.has(id), id), `${id} becomes ${yes}`)
    .toBe(yes);

/** The cookie holds what a tab has answered: what others are told of. */
const written = (site: Site, answers: Record<string, boolean> | undefined) =>
  expect.poll(() => answersInCookie(site)).toEqual(answers);

/** When a tab was told of its last change, by `Date.now()` of the page. */
const lastChange = async (page: Page) => (await changesOf(page)).at(-1)!.at;

test('invariant 11: an accept in one tab is one in the other: no banner, services, event, promise', async ({
  site,
}) => {
  const [a, b] = await twoTabs(site, {
    body: '<h1>A shop</h1><script type="text/plain" data-consent="analytics">window.ran=true</script>',
  });
  await expect(banner(b)).toBeVisible();
  await b.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, {told});
    window.consentGate!.subscribe(({status}) => told.push(status));
    void window.consentGate!.when('analytics').then(() => told.push('granted'));
  });
  // Firefox hands keys to the page in front.
  await a.bringToFront();
  await bannerButton(a, 'accept').press('Enter');
  await follows(b, 'analytics', true);
  await expect(banner(b)).toHaveCount(0);
  await expect.poll(() => tags(site).length, 'each tab loads its two tags').toBe(4);
  await expect
    .poll(() => b.evaluate(() => (window as unknown as {ran?: boolean}).ran), 'gated markup runs')
    .toBe(true);

  const [change, ...more] = await changesOf(b);
  expect(more, 'one change, one event').toEqual([]);
  expect(change!.previous).toMatchObject({status: 'undecided', method: null, decidedAt: null});
  expect(change!.decision).toEqual(await decisionOf(a));
  expect(change!.decision).toMatchObject({status: 'decided', method: 'ui', language: 'en'});
  expect(await decisionOf(b)).toEqual(await decisionOf(a));
  expect(await b.evaluate(() => Object.isFrozen(window.consentGate!.decision))).toBe(true);
  expect(await b.evaluate(() => (window as unknown as {told: unknown[]}).told)).toEqual([
    'undecided',
    'decided',
    'granted',
  ]);
  await site.ledger.settle();
  expect(tags(site)).toHaveLength(4);
  expect(await changesOf(a), 'no echo').toHaveLength(1);
  expect(site.ledger.consoleProblems()).toEqual([]);
});

test('invariants 10, 11: after a withdrawal in one tab the other falls silent within a second', async ({
  browserName,
  site,
}) => {
  const n = full(3, 30);
  const heartbeats = new Heartbeats(site);
  const [a, b] = await twoTabs(site, {head: HEARTBEAT});
  const grants: number[] = [];
  const silences: number[] = [];
  for (let i = 0; i < n; i++) {
    const granted = await answer(a, 'acceptAll');
    await follows(b, 'analytics', true);
    grants.push((await lastChange(b)) - granted);
    await heartbeats.beating('/b');
    const withdrawn = await answer(a, 'rejectAll');
    silences.push(await heartbeats.silence('/b', withdrawn));
    expect(await decisionOf(b)).toEqual(await decisionOf(a));
  }
  slowest(browserName, 'F14-grant', 'A grant in one tab is one in the other, slowest', grants);
  slowest(
    browserName,
    'F14-silence',
    'After a withdrawal in one tab the last request of the other, of services that beat every 200 ms',
    silences,
  );
});

test('invariant 11: the same answers given again in another way are followed, too', async ({
  site,
}) => {
  const [a, b] = await twoTabs(site, {config: plain});
  // Firefox hands keys to the page in front.
  await a.bringToFront();
  await bannerButton(a, 'accept').press('Enter');
  await follows(b, 'analytics', true);
  expect((await decisionOf(b)).method).toBe('ui');
  await answer(a, 'acceptAll');
  await expect.poll(async () => (await decisionOf(b)).method).toBe('api');
  expect(await decisionOf(b)).toEqual(await decisionOf(a));
  expect(await changesOf(b), 'each once').toHaveLength(2);
});

test('open preferences follow the answer that another tab gives', async ({site}) => {
  const [a, b] = await twoTabs(site, {config: plain});
  await answer(a, 'acceptAll');
  await follows(b, 'analytics', true);
  await b.evaluate(() => window.consentGate!.open());
  const toggle = preferences(b).locator('[data-category=analytics]');
  await expect(toggle).toBeChecked();
  await choose(a, {analytics: false});
  await expect(toggle).not.toBeChecked();
  await expect(preferences(b).locator('[data-category=advertising]')).toBeChecked();
  await expect(preferences(b), 'nobody closes them but who has opened them').toBeVisible();
});

test('an answer that takes its time to be written is no reset in other tabs', async ({site}) => {
  const [a, b] = await twoTabs(site, {config: plain});
  await answer(a, 'acceptAll');
  await written(site, ALL);
  // A visitor who returns: the file that writes is not at hand, and slow.
  const arrive = holdBack(site, /consent-gate-keeping/);
  for (const page of [a, b]) {
    await page.reload();
    await follows(page, 'analytics', true);
  }
  await answer(a, {advertising: false});
  await follows(a, 'advertising', false);
  await site.ledger.settle(600);
  arrive();
  await written(site, {...ALL, advertising: false});
  await follows(b, 'advertising', false);
  expect(
    (await changesOf(b)).map(({decision}) => [decision.status, decision.categories['analytics']]),
    'the other tab is told once, and what was not touched stays',
  ).toEqual([['decided', true]]);
});

test('reset in one tab: the other asks again', async ({site}) => {
  const [a, b] = await twoTabs(site);
  await answer(a, 'acceptAll');
  await follows(b, 'analytics', true);
  await expect(banner(b)).toHaveCount(0);
  await answer(a, 'reset');
  await follows(b, 'analytics', false);
  await expect(banner(b)).toBeVisible();
  expect((await decisionOf(b)).status).toBe('undecided');
  expect((await changesOf(b)).at(-1)).toMatchObject({
    previous: {status: 'decided', method: 'api'},
    decision: {status: 'undecided', method: null},
  });
  await site.ledger.settle();
  expect(await site.ledger.cookieNames(), 'all is swept').toEqual([]);
});

test('without BroadcastChannel the tabs agree by cookieStore', async ({browserName, site}) => {
  await without(site.page, 'BroadcastChannel');
  const [a, b] = await twoTabs(site, {config: plain}, (b) => without(b, 'BroadcastChannel'));
  // What is left then is the next test's.
  test.skip(!(await b.evaluate(() => 'cookieStore' in window)), 'this engine has no cookieStore');
  expect(await b.evaluate(() => 'BroadcastChannel' in window)).toBe(false);
  // In its first second a tab looks by itself.
  await lookedAround(b);
  const times: number[] = [];
  const granted = await answer(a, 'acceptAll');
  await follows(b, 'analytics', true);
  times.push((await lastChange(b)) - granted);
  const denied = await answer(b, {analytics: false});
  await follows(a, 'analytics', false);
  times.push((await lastChange(a)) - denied);
  expect(await decisionOf(a)).toEqual(await decisionOf(b));
  const reset = await answer(a, 'reset');
  await expect(banner(b)).toBeVisible();
  times.push((await lastChange(b)) - reset);
  slowest(
    browserName,
    'F14-cookie-store',
    'Without BroadcastChannel an answer in one tab is one in the other, slowest',
    times,
  );
});

test('without BroadcastChannel and cookieStore a tab agrees when it is looked at', async ({
  browserName,
  site,
}) => {
  await without(site.page, 'BroadcastChannel', 'cookieStore');
  const [a, b] = await twoTabs(site, {config: plain}, (b) =>
    without(b, 'BroadcastChannel', 'cookieStore'),
  );
  expect(await b.evaluate(() => 'BroadcastChannel' in window || 'cookieStore' in window)).toBe(
    false,
  );
  const look = (page: Page) =>
    page.evaluate(() => {
      const now = Date.now();
      document.dispatchEvent(new Event('visibilitychange'));
      return now;
    });
  // In its first second a tab looks by itself.
  await lookedAround(b);
  const times: number[] = [];
  await answer(a, 'acceptAll');
  await written(site, ALL);
  const lookedAtB = await look(b);
  await follows(b, 'analytics', true);
  times.push((await lastChange(b)) - lookedAtB);
  await expect(banner(b)).toHaveCount(0);
  await answer(b, {analytics: false});
  await written(site, {...ALL, analytics: false});
  const lookedAtA = await look(a);
  await follows(a, 'analytics', false);
  times.push((await lastChange(a)) - lookedAtA);
  expect(await decisionOf(a)).toEqual(await decisionOf(b));
  expect(Math.min(...times), 'none knew of it before').toBeGreaterThanOrEqual(0);
  slowest(
    browserName,
    'F14-look',
    'Without BroadcastChannel and cookieStore a tab that is looked at agrees, slowest',
    times,
  );
});

test('a cookie that arrives later than the news of it is read again', async ({site}) => {
  const [a, b] = await twoTabs(site, {config: plain}, async (b) => {
    await without(b, 'cookieStore');
    await b.addInitScript(() => {
      const {get, ...rest} = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
      let stale: string | undefined;
      let first = 0;
      Object.assign(window, {holdCookie: () => (stale = get!.call(document) as string)});
      Object.defineProperty(Document.prototype, 'cookie', {
        ...rest,
        get(this: Document) {
          const now = performance.now();
          if (stale !== undefined && now - (first ||= now) < 60) return stale;
          return get!.call(this) as string;
        },
      });
    });
  });
  await b.evaluate(() => (window as unknown as {holdCookie(): void}).holdCookie());
  await answer(a, 'acceptAll');
  await follows(b, 'analytics', true);
});

test('the message between tabs says nothing of the decision', async ({site}) => {
  await overhear(site.page);
  const [a, b] = await twoTabs(site, {config: plain});
  const said: string[] = [];
  for (const what of ['acceptAll', 'rejectAll', {analytics: true}, 'reset'] as const) {
    const before = (await saidBy(a)).length;
    await answer(a, what);
    await expect.poll(async () => (await saidBy(a)).length).toBeGreaterThan(before);
    said.push(...(await saidBy(a)).slice(before).map((message) => JSON.stringify(message)));
  }
  expect([...new Set(said)], 'whatever was answered, the words are the same').toHaveLength(1);
  expect(await changesOf(b)).not.toEqual([]);
});

test('invariant 8: a forged message between tabs changes nothing', async ({browserName, site}) => {
  const values = craftedValues(await aRecord(site));
  await overhear(site.page);
  const [b, forger] = await twoTabs(site, {config: plain}, overhear);
  const channels = await channelsOf(b);
  expect(channels, 'the tabs have a channel').not.toEqual([]);
  let changed = 0;
  for (const state of ['undecided', 'denied', 'granted'] as const) {
    if (state !== 'undecided') await answer(b, state === 'denied' ? 'rejectAll' : 'acceptAll');
    await written(site, {undecided: undefined, denied: NONE, granted: ALL}[state]);
    await follows(forger, 'analytics', state === 'granted');
    const before = {decision: await decisionOf(b), changes: (await changesOf(b)).length};
    await forger.evaluate(
      ({channels, values}) => {
        for (const name of channels) {
          const channel = new BroadcastChannel(name);
          for (const value of values) channel.postMessage(value);
        }
      },
      {channels, values},
    );
    await site.ledger.settle();
    changed += (await changesOf(b)).length - before.changes;
    expect(await decisionOf(b), state).toEqual(before.decision);
    await written(site, {undecided: undefined, denied: NONE, granted: ALL}[state]);
  }
  expect(site.ledger.consoleProblems()).toEqual([]);
  expect(site.ledger.storageWrites).toEqual([]);
  figure({
    id: 'F27-channel',
    name: 'Changes of the decision by forged messages between tabs',
    n: 3 * values.length,
    result: changed,
    limit: 0,
    ok: changed === 0,
    engine: browserName,
  });
});

/** A record as a visitor of the plain site gets it who grants everything; the jar is empty again. */
async function aRecord(site: Site): Promise<string> {
  const page = await site.visit({config: plain});
  await answer(page, 'acceptAll');
  await written(site, ALL);
  const [cookie] = await site.ledger.cookies();
  await site.context.clearCookies();
  return cookie!.value;
}

test('invariant 8: a crafted address, window.name or window message changes nothing', async ({
  browserName,
  site,
}) => {
  const values = fullList(craftedValues(await aRecord(site)));
  const perLoad = full(20, 1);
  const page = site.page;
  await site.visit({config: plain});
  let changed = 0;
  for (let i = 0; i < values.length; i += perLoad) {
    const some = values.slice(i, i + perLoad);
    const query = some.map((value) => inAddress(value)).join('&');
    await page.evaluate((name) => (window.name = name), inAddress(some[0]));
    await page.goto(`https://www.shop.example/?${query}#${inAddress(some[0])}`);
    await ready(page);
    await page.evaluate(
      async ({some, hashes}) => {
        for (const value of some) window.postMessage(value, '*');
        for (const hash of hashes) location.hash = hash;
        // What was posted before has arrived when this has.
        const {port1, port2} = new MessageChannel();
        window.postMessage('the last', '*', [port1]);
        await new Promise<void>((resolve) =>
          addEventListener('message', ({ports}) => ports[0] && resolve()),
        );
        port2.close();
      },
      {some, hashes: some.map(inAddress)},
    );
    await expect(banner(page)).toBeVisible();
    const {decidedAt, categories} = await decisionOf(page);
    if (decidedAt || Object.values({...categories, necessary: false}).some((yes) => yes)) changed++;
  }
  await site.ledger.settle();
  figure({
    id: 'F27',
    name: 'Changes of the decision by crafted queries, hashes, window names and messages',
    n: values.length,
    result: changed,
    limit: 0,
    ok: changed === 0,
    engine: browserName,
  });
  expect(await site.ledger.cookieNames()).toEqual([]);
  expect(site.ledger.storageWrites).toEqual([]);
});

test('for tabs to agree nothing is stored but the one cookie', async ({site}) => {
  const [a, b] = await twoTabs(site, {config: plain});
  await answer(a, 'acceptAll');
  await follows(b, 'analytics', true);
  await answer(b, {analytics: false});
  await follows(a, 'analytics', false);
  await site.ledger.settle();
  expect(site.ledger.storageWrites).toEqual([]);
  expect(await site.ledger.storage(b)).toEqual({local: {}, session: {}});
  expect(await site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
  expect(
    await b.evaluate(async () => [...(await indexedDB.databases()), ...(await caches.keys())]),
  ).toEqual([]);
});

for (const scheme of ['https', 'http'] as const) {
  test(`invariant 11: duels of two tabs end with one decision, and a refusal wins (${scheme})`, async ({
    browserName,
    site,
  }) => {
    // On http there are neither locks nor a cookie store.
    const n = full(6, 300);
    const seed = Number(process.env['SEED'] ?? Date.now() % 1e9);
    const [a, b] = await twoTabs(site, {config: plain, url: `${scheme}://www.shop.example/`});
    await answer(a, 'acceptAll');
    await written(site, ALL);
    const [granted] = await site.ledger.cookies();
    const denied = {...granted!, value: granted!.value.replaceAll('~y.', '~n.')};

    const wrong: string[] = [];
    let agreed = 0;
    for (const [i, duel] of duels(n, seed).entries()) {
      await site.context.clearCookies();
      if (duel.base !== undefined) await site.context.addCookies([duel.base ? granted! : denied]);
      await Promise.all([a.reload(), b.reload()]);
      for (const page of [a, b]) {
        await ready(page);
        if (duel.base === undefined) await expect(banner(page)).toBeVisible();
      }
      const blows = await fight([a, b], duel);
      await site.ledger.settle(300);
      const state = async () => {
        const [one, other] = await Promise.all([decisionOf(a), decisionOf(b)]);
        const cookie = await answersInCookie(site);
        const same =
          JSON.stringify(one) === JSON.stringify(other) &&
          CATEGORIES.every((id) => one.categories[id] === cookie?.[id]);
        return {same, one, other, cookie};
      };
      await expect
        .poll(async () => (await state()).same, {timeout: 1000, intervals: [50]})
        .toBe(true)
        .catch(() => {});
      const {same, one, other, cookie} = await state();
      const may = allowed(duel, blows);
      // A yes that both have said stands. Any other may be lost: a cookie between two writings reads as
      // forgotten, and doubt is no consent.
      const both = grantedByBoth(blows);
      if (both.length) agreed++;
      const won = CATEGORIES.every((id) => !one.categories[id] || may[id]!.includes(true));
      const kept = both.every((id) => one.categories[id]);
      if (!same || !won || !kept) {
        const ends = {a: one, b: other, cookie, allowed: may, both};
        wrong.push(`duel ${i} ${JSON.stringify({...duel, blows, ...ends})}`);
      }
    }
    if (wrong.length) console.log(`SEED=${seed}\n${wrong.join('\n')}`);
    figure({
      id: `F14-duels${scheme === 'http' ? '-http' : ''}`,
      name:
        `Duels of two tabs (${scheme}), 0–30 ms apart, that end in disagreement, against a refusal or, in the ` +
        `${agreed} where both said yes to something, without it (seed ${seed})`,
      n,
      result: wrong.length,
      limit: 0,
      ok: wrong.length === 0,
      engine: browserName,
    });
  });
}

/** Waits until a page that has started has looked around for the last time: within its first second. */
async function lookedAround(page: Page): Promise<void> {
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction((then) => performance.now() > then, now + 1000);
}

/** Tabs of which the second cannot hear the first, nor does it look by itself. */
async function withDeafTab(site: Site): Promise<[Page, Page]> {
  const tabs = await twoTabs(site, {config: plain}, (b) =>
    deafen(b, 'visibilitychange', 'pageshow', 'focus'),
  );
  await lookedAround(tabs[1]);
  return tabs;
}

for (const [first, second] of [
  ['acceptAll', 'rejectAll'],
  ['rejectAll', 'acceptAll'],
] as const) {
  test(`invariant 11: ${first} in a tab, then ${second} in one that knows nothing of it: the refusal wins`, async ({
    site,
  }) => {
    const [a, b] = await withDeafTab(site);
    await answer(a, first);
    await written(site, first === 'acceptAll' ? ALL : NONE);
    expect((await decisionOf(b)).status, 'it knows nothing').toBe('undecided');
    await answer(b, second);
    await follows(b, 'analytics', false);
    await follows(a, 'analytics', false);
    await site.ledger.settle();
    expect((await decisionOf(a)).categories).toEqual({necessary: true, ...NONE});
    expect(await decisionOf(b)).toEqual(await decisionOf(a));
    await written(site, NONE);
  });
}

test('invariant 11: on http a refusal stands against a yes that a tab has not heard of in time', async ({
  site,
}) => {
  await lagging(site.page);
  const url = 'http://www.shop.example/';
  const [a, b] = await twoTabs(site, {config: plain, url}, lagging);
  await answer(a, 'acceptAll');
  await follows(b, 'analytics', true);
  await answer(b, {advertising: false});
  await follows(a, 'advertising', false);
  await site.ledger.settle();
  const at = Date.now() + 100;
  const says = (page: Page, what: Record<string, boolean>, after: number) =>
    page.evaluate(
      async ({at, what, after}) => {
        Object.assign(window, {lag: at + 150});
        await new Promise((resolve) => setTimeout(resolve, at + after - Date.now()));
        window.consentGate!.choose(what);
      },
      {at, what, after},
    );
  await Promise.all([says(b, {analytics: false}, 0), says(a, {advertising: true}, 20)]);
  await follows(a, 'analytics', false);
  await site.ledger.settle(600);
  await written(site, {functional: true, analytics: false, advertising: false});
  expect(await decisionOf(b)).toEqual(await decisionOf(a));
});

test('invariant 11: withdrawals in two tabs of which one knows nothing of the other are added', async ({
  site,
}) => {
  await aRecord(site);
  const [a, b] = await withDeafTab(site);
  await answer(a, 'acceptAll');
  await written(site, ALL);
  await b.reload();
  await follows(b, 'advertising', true);
  await lookedAround(b);
  await answer(a, {analytics: false});
  await written(site, {...ALL, analytics: false});
  await answer(b, {advertising: false});
  await follows(b, 'analytics', false);
  await follows(a, 'advertising', false);
  await site.ledger.settle();
  await written(site, {functional: true, analytics: false, advertising: false});
  expect(await decisionOf(b)).toEqual(await decisionOf(a));
});

test('invariant 11: a refusal is followed by a tab that was still starting', async ({site}) => {
  const page = await site.visit({config: plain});
  await answer(page, 'acceptAll');
  await written(site, ALL);
  // A config that has changed is checked, and the file that does it takes its time.
  const arrive = holdBack(site, /consent-gate-ui/);
  const other = await secondTab(site);
  const changed = {...plain, texts: {en: {title: 'Another title'}}};
  // In Firefox a page is not loaded before what it imports meanwhile.
  const visiting = site.visit({config: changed, path: '/b', page: other});
  await expect.poll(() => site.ledger.libraryRequests().at(-1)).toBe('consent-gate-ui.js');
  await answer(page, 'rejectAll');
  await written(site, NONE);
  arrive();
  await visiting;
  await ready(other);
  await lookedAround(other);
  expect((await decisionOf(other)).categories).toEqual({necessary: true, ...NONE});
  expect(await decisionOf(other)).toMatchObject({status: 'decided'});
});

test('invariant 3: a grant that was forgotten in one tab is not brought back by an answer in another', async ({
  site,
}) => {
  const [a, b] = await withDeafTab(site);
  await answer(a, 'acceptAll');
  await written(site, ALL);
  await b.reload();
  await follows(b, 'advertising', true);
  await lookedAround(b);
  await answer(a, 'reset');
  await written(site, undefined);
  await answer(b, {advertising: false});
  await follows(b, 'analytics', false);
  await site.ledger.settle();
  expect((await answersInCookie(site))?.['analytics'] ?? false).toBe(false);
  expect(await a.evaluate(() => window.consentGate!.has('analytics'))).toBe(false);
});

test('a stopped gate hears nothing of other tabs any more', async ({site}) => {
  const [a, b] = await twoTabs(site, {config: plain});
  await b.evaluate(() => window.consentGate!.stop());
  const third = await secondTab(site);
  await site.visit({config: plain, path: '/c', page: third});
  await ready(third);
  await answer(a, 'acceptAll');
  await follows(third, 'analytics', true);
  await site.ledger.settle();
  expect(await changesOf(b)).toEqual([]);
  expect((await decisionOf(b)).status).toBe('undecided');
});

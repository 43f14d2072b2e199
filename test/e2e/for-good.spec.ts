import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {messages} from '../../src/locales/en.js';
import {banner, bannerButton, choose, preferences} from '../helpers/banner.js';
import {snippet} from '../helpers/readme.js';
import {family, figure, full} from '../helpers/scorecard.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import {uncaught} from '../helpers/uncaught.js';
import {tagHosts} from '../helpers/vendor-tags.js';
import {skipWhatIsMissing} from '../helpers/not-yet.js';

skipWhatIsMissing(test);

/*
 * For good: how long an answer holds, whatever the clock, the browser and the owner's settings say, and
 * what a browser says for its visitor.
 */

const DAY = 864e5;
const NAME = '__Host-consent-gate';
const HOUR_IN_DAYS = 1 / 24;
const TAG_HOSTS = ['mc.yandex.ru', 'www.googletagmanager.com'];
/** A vendor that says nothing of itself once its page is counted. */
const QUIET = '<script>window.__standIn={heartbeat:0,unload:false}</script>';

const record = async ({ledger}: Site) => (await ledger.cookies()).find(({name}) => name === NAME);
const recorded = async (site: Site) => (await record(site))?.value ?? '';
const has = (site: Site, id: string) =>
  site.page.evaluate((name) => window.consentGate!.has(name), id);
/** Sets the page's clock, now and after each load. */
const days = (site: Site, later: number) => site.page.clock.setFixedTime(Date.now() + later * DAY);

/** A visitor who has answered everything alike, on a page that is at rest. */
async function answered(site: Site, answer: 'accept' | 'reject', more: object = {}) {
  const page = await site.visit({head: QUIET, ...more});
  await bannerButton(page, answer).press('Enter');
  await expect.poll(() => recorded(site)).toContain(answer === 'accept' ? '~y.' : '~n.');
  if (answer === 'accept') await expect.poll(() => tagHosts(site)).toEqual(TAG_HOSTS);
  await site.ledger.settle();
  site.ledger.clear();
  return page;
}

test.describe('invariant 5: a no holds as long as a yes', () => {
  for (const own of family([undefined, 365])) {
    test(
      own ? `${own} days, as the owner says` : '182 days, where nobody says otherwise',
      async ({site}) => {
        const term = own ?? 182;
        const kept: number[] = [];
        for (const answer of ['accept', 'reject'] as const) {
          await site.context.clearCookies();
          await answered(site, answer, own ? {config: {...config, cookie: {days: own}}} : {});
          const {expires} = (await record(site))!;
          kept.push(expires - Date.now() / 1000);
          expect(kept.at(-1)! / 86_400 - term).toBeGreaterThan(-HOUR_IN_DAYS);
          expect(kept.at(-1)! / 86_400 - term).toBeLessThan(HOUR_IN_DAYS);

          await test.step(`${answer}: the last day but one`, async () => {
            await days(site, term - 2);
            await site.page.reload();
            await expect.poll(() => has(site, 'analytics')).toBe(answer === 'accept');
            await site.ledger.settle();
            await expect(site.page.locator('consent-choice')).toHaveCount(0);
          });
          await test.step(`${answer}: the day after`, async () => {
            site.ledger.clear();
            await days(site, term + 1);
            await site.page.reload();
            await expect(banner(site.page)).toBeVisible();
            expect(await has(site, 'analytics')).toBe(false);
            await site.ledger.settle();
            expect(tagHosts(site)).toEqual([]);
          });
          await days(site, 0);
        }
        const [yes, no] = kept;
        expect(Math.abs(yes! - no!)).toBeLessThan(60);
      },
    );
  }
});

for (const answer of ['reject', 'accept'] as const) {
  test(`no nagging: loads all through the 180 days after ${answer}, and no banner`, async ({
    browserName,
    site,
  }) => {
    test.slow();
    const page = await answered(site, answer);
    const n = full(20, 100);
    let asked = 0;
    for (let i = 1; i <= n; i++) {
      await days(site, (i * 180) / n);
      await page.reload();
      await expect
        .poll(() => page.evaluate(() => window.consentGate!.decision.status))
        .toBe('decided');
      asked += await banner(page).count();
    }
    await site.ledger.settle();
    // What brings a banner that had no time to come.
    asked += site.ledger.requests.filter(({url}) => url.includes('consent-gate-ui')).length;
    figure({
      id: `no-nagging-${answer}`,
      name: `Loads in the 180 days after ${answer} that ask again`,
      n,
      result: asked,
      limit: 0,
      ok: asked === 0,
      engine: browserName,
    });
  });
}

test('an answer that has expired: what the services of then have left on this host is swept', async ({
  site,
}) => {
  const page = await answered(site, 'accept');
  await page.evaluate(() => {
    document.cookie = '_ga_HOST=1; Path=/; Secure';
    localStorage.setItem('_ym_uid', '1');
    sessionStorage.setItem('__ym_tab_guid', '1');
    localStorage.setItem('_ymca', 'no vendor’s');
  });
  await days(site, 183);
  await page.reload();
  await expect(banner(page)).toBeVisible();
  await expect.poll(async () => (await site.ledger.storage()).session).toEqual({});
  await expect
    .poll(async () => Object.keys((await site.ledger.storage()).local))
    .toEqual(['_ymca']);
  expect(await site.ledger.cookieNames()).not.toContain('_ga_HOST');
});

test('a clock that jumps: an answer is granted in its window, and nowhere else', async ({
  browserName,
  site,
}) => {
  const page = await answered(site, 'accept');
  const cookie = (await record(site))!;
  const address = page.url();
  const year = new Date().getUTCFullYear();
  const clocks = [`${year + 2}-06-15`, `${year - 2}-06-15`, '1970-01-01', '9999-12-31'];
  let granted = 0;
  for (const clock of clocks) {
    await test.step(clock, async () => {
      // A page that is still open would follow the cookie while its clock is right.
      await page.goto('about:blank');
      await site.context.clearCookies();
      await site.context.addCookies([cookie]);
      await page.clock.setFixedTime(new Date(clock));
      site.ledger.clear();
      await page.goto(address);
      await expect(banner(page)).toBeVisible();
      if (await has(site, 'analytics')) granted++;
      // An answer that is given by such a clock: no error, and no grant when the clock is right again.
      await bannerButton(page, 'reject').click();
      await expect(banner(page)).toBeHidden();
      await site.ledger.settle();
      await days(site, 0);
      await page.reload();
      await expect.poll(() => page.evaluate(() => typeof window.consentGate)).toBe('object');
      await site.ledger.settle();
      if (await has(site, 'analytics')) granted++;
      granted += tagHosts(site).length;
    });
  }
  expect(uncaught(site.ledger)).toEqual([]);
  figure({
    id: 'F29',
    name: 'Clocks 2 years ahead and behind, of 1970 and 9999: grants and requests outside the window',
    n: clocks.length,
    result: granted,
    limit: 0,
    ok: granted === 0,
    engine: browserName,
  });
});

for (const event of family(['focus', 'visibilitychange'])) {
  test(`a page left open past the term: at the next look (${event}) it runs nothing, and asks`, async ({
    site,
  }) => {
    const {ledger} = site;
    const look = () =>
      site.page.evaluate((type) => {
        (type === 'focus' ? window : document).dispatchEvent(new Event(type, {bubbles: true}));
      }, event);
    const beats = () => ledger.vendorRequests('mc.yandex.ru').length;
    // From the start: timers from before it came could not be stopped with it.
    await days(site, 0);
    const page = await site.visit({
      head: '<script>window.__standIn={heartbeat:200,unload:false}</script>',
    });
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => recorded(site)).toContain('~y.');

    await days(site, 181);
    await look();
    ledger.clear();
    await expect.poll(beats).toBeGreaterThan(1);
    expect(await has(site, 'analytics')).toBe(true);

    await days(site, 183);
    await look();
    await expect.poll(() => has(site, 'analytics')).toBe(false);
    await expect(banner(page)).toBeVisible();
    await ledger.settle();
    ledger.clear();
    await page.evaluate('ym(12345678,"reachGoal","late");gtag("event","late")');
    await ledger.settle(600);
    expect(ledger.vendorRequests()).toEqual([]);
    // What ran here was ours to end: it is swept everywhere.
    expect((await ledger.cookieNames()).filter((name) => /^_(ga|ym)/.test(name))).toEqual([]);
    expect((await ledger.storage()).local).toEqual({});
  });
}

test('Safari’s cap: the cookie is gone after eight days; asked again, nothing runs, the rest is swept', async ({
  site,
}) => {
  const page = await answered(site, 'accept');
  expect(Object.keys((await site.ledger.storage()).local)).toContain('_ym_uid');
  // It takes all cookies that scripts have written.
  await site.context.clearCookies();
  await days(site, 8);
  await page.reload();
  await expect(banner(page)).toBeVisible();
  expect(await has(site, 'analytics')).toBe(false);
  await expect.poll(async () => (await site.ledger.storage()).local).toEqual({});
  await site.ledger.settle();
  expect(tagHosts(site)).toEqual([]);
  expect(await site.ledger.cookieNames()).toEqual([]);
});

test('the README’s recipe for a server that issues the cookie anew: the same answer, the same term', async ({
  site,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  const file = join(folder, 'recipe.mjs');
  writeFileSync(file, snippet('node-reissue'));
  const {reissued} = (await import(pathToFileURL(file).href)) as {
    /** The `Set-Cookie` header for a request's `Cookie` header; undefined where there is nothing to keep. */
    reissued(cookies?: string): string | undefined;
  };
  rmSync(folder, {recursive: true});

  const term = 182 * 86_400;
  for (const answer of ['accept', 'reject'] as const) {
    await site.context.clearCookies();
    const page = await answered(site, answer);
    const cookie = (await record(site))!;
    // As Safari would have it.
    await site.context.addCookies([{...cookie, expires: Date.now() / 1000 + 7 * 86_400}]);
    site.answer(/^https:\/\/www\.shop\.example\/$/, ({headers}) => {
      const header = reissued(headers['cookie']);
      return {
        headers: {'content-type': 'text/html', ...(header && {'set-cookie': header})},
        body: site.html({head: QUIET}),
      };
    });
    for (let i = 0; i < 2; i++) {
      await page.reload();
      await expect
        .poll(() => page.evaluate(() => window.consentGate!.decision.status))
        .toBe('decided');
      const kept = (await record(site))!;
      expect(kept).toMatchObject({
        value: cookie.value,
        httpOnly: false,
        secure: true,
        sameSite: 'Lax',
        path: '/',
      });
      // From the day of the answer, not from today: an answer is not made to hold longer.
      const decided = Date.parse(cookie.value.split('~')[1]!) / 1000;
      expect(Math.abs(kept.expires - decided - term)).toBeLessThan(60);
    }
    expect(await has(site, 'analytics')).toBe(answer === 'accept');
    await expect(page.locator('consent-choice')).toHaveCount(0);
  }

  const value = `1~${new Date(Date.now() - 100 * DAY).toISOString().slice(0, 10)}~ui~en~1~k3v09x~y.analytics.8f2c`;
  const seconds = Number(/; Max-Age=(\d+);/.exec(reissued(`a=1; ${NAME}=${value}; b=2`)!)![1]);
  // The record says a day, which is over some time today.
  expect(seconds).toBeGreaterThan(81 * 86_400);
  expect(seconds).toBeLessThanOrEqual(82 * 86_400);
  for (const header of [
    undefined,
    '',
    'a=1',
    `${NAME}=`,
    `${NAME}=${value}; ${NAME}=${value}`,
    `${NAME}=${value}~`,
    `${NAME}=${value}\r\nSet-Cookie: a=1`,
    `x${NAME}=${value}`,
    `consent-gate=${value}`,
    `${NAME}=${value.replace(/\d{4}-/, '1970-')}`,
    `${NAME}=${value.replace(/\d{4}-/, '9999-')}`,
    `${NAME}=${value.replace(/-\d\d~/, '-99~')}`,
  ]) {
    expect([header, reissued(header)]).toEqual([header, undefined]);
  }
});

test.describe('Global Privacy Control', () => {
  const SIGNAL =
    '<script>Object.defineProperty(Navigator.prototype,"globalPrivacyControl",{get:()=>true})</script>';
  const visit = (site: Site, head = SIGNAL) => site.visit({head: QUIET + head});
  const decision = (site: Site) => site.page.evaluate(() => window.consentGate!.decision);

  /** Ways to answer that say nothing of advertising by itself. */
  const answers: Readonly<Record<string, (site: Site) => Promise<unknown>>> = {
    'the banner’s accept': ({page}) => bannerButton(page, 'accept').press('Enter'),
    'the banner’s reject': ({page}) => bannerButton(page, 'reject').click(),
    'acceptAll()': ({page}) => page.evaluate(() => window.consentGate!.acceptAll()),
    'the preferences, with another switch moved': ({page}) => choose(page, {analytics: true}),
  };
  for (const [what, answer] of family(Object.entries(answers))) {
    test(`${what}: no advertising, and no word of it in the cookie; asked when the signal is gone`, async ({
      site,
    }) => {
      const page = await visit(site);
      await expect(banner(page)).toBeVisible();
      await answer(site);
      await expect.poll(() => recorded(site)).toMatch(/~[yn]\.analytics\./);
      const {categories, unanswered} = await decision(site);
      expect(categories['advertising']).toBe(false);
      expect(categories['analytics']).toBe(what !== 'the banner’s reject');
      expect(unanswered).toEqual([]);
      expect(await recorded(site)).not.toContain('advertising');

      await visit(site, '');
      await expect(banner(page)).toBeVisible();
      expect((await decision(site)).unanswered).toEqual(['advertising']);
      expect((await decision(site)).categories['analytics']).toBe(categories['analytics']);
    });
  }

  test('the preferences say so; the category’s own switch goes before it, and is kept', async ({
    site,
  }) => {
    const page = await visit(site);
    await bannerButton(page, 'settings').click();
    await expect(preferences(page)).toContainText(messages.signal);
    const advertising = preferences(page).locator('[data-category=advertising]');
    await expect(advertising).not.toBeChecked();
    await advertising.check();
    await preferences(page).locator('[data-action=save]').click();
    await expect.poll(() => recorded(site)).toContain('~y.advertising.');
    expect(await has(site, 'advertising')).toBe(true);
    expect(await has(site, 'analytics')).toBe(false);

    await page.reload();
    await expect.poll(() => has(site, 'advertising')).toBe(true);
    await choose(page, {advertising: false});
    await expect.poll(() => recorded(site)).toContain('~n.advertising.');
    expect(await has(site, 'advertising')).toBe(false);
  });

  test('without the signal the preferences say nothing of it', async ({site}) => {
    const page = await visit(site, '');
    await bannerButton(page, 'settings').click();
    await expect(preferences(page)).toBeVisible();
    await expect(preferences(page)).not.toContainText(messages.signal);
  });
});

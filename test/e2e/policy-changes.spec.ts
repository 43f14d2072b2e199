import type {Page} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {hash} from '../../src/decision/hash.js';
import {announcementMessages} from '../../src/locales/announcement.js';
import {messages as en} from '../../src/locales/en.js';
import {messages as ru} from '../../src/locales/ru.js';
import {axeFindings} from '../helpers/axe-of-page.js';
import {banner, bannerButton, choose, preferences} from '../helpers/banner.js';
import {layoutFaults} from '../helpers/layout-faults.js';
import {config, expect, test, type Site, type Visit} from '../helpers/site.js';
import type {Decision} from '../../src/decision/decision.js';
import {answersInCookie, secondTab} from '../helpers/tabs.js';
import {uncaught} from '../helpers/uncaught.js';
import {tagHosts} from '../helpers/vendor-tags.js';

/*
 * Changes of the policy: announced between the day of their publication and the day from which they hold, without a question; from
 * then on asked, what is new alone. Days here are counted from today.
 */

const DAY = 864e5;
const NOON = Math.floor(Date.now() / DAY) * DAY + DAY / 2;
const day = (n: number) => new Date(NOON + n * DAY).toISOString().slice(0, 10);
const KEY = 'notice-consent-gate';
const QUIET = '<script>window.__standIn={heartbeat:0,unload:false}</script>';
const IN_CATEGORY =
  '<script type="text/plain" data-consent="analytics">window.ranInCategory = true</script>';

const changes = {en: 'A second counter is added.', ru: 'Добавлен второй счётчик.'};
const old = config;
/** Published tomorrow, holds from the tenth day on. */
const next = {
  ...config,
  policy: {url: '/privacy', version: '2', publishedAt: day(1), effectiveAt: day(10), changes},
};
/** The same with a service more, in a category that was asked for before. */
const more: ConsentGateConfig = {
  ...next,
  categories: {
    ...config.categories,
    analytics: {
      services: [
        ...config.categories.analytics.services,
        {service: 'clarity', projectId: 'abcdef', crossBorder: true},
      ],
    },
  },
};
const FOUR = 4;
const CLARITY = 'www.clarity.ms';

const announcement = (page: Page) => page.locator('consent-choice [part~=announcement]');
const said = (page: Page) => announcement(page).locator('[role=status]');
const button = (page: Page, action: 'close' | 'settings') =>
  announcement(page).locator(`[data-action=${action}]`);
const on = (site: Site, n: number, page = site.page) => page.clock.setFixedTime(NOON + n * DAY);
const cookie = async ({ledger}: Site) =>
  (await ledger.cookies()).find(({name}) => name.endsWith('consent-gate'))?.value;
const note = ({ledger}: Site) => ledger.storage().then(({local}) => local[KEY]);
const files = (site: Site) =>
  site.ledger.libraryRequests().filter((name) => /announcement|-ui/.test(name));
const visit = (site: Site, more: Visit = {}) => site.visit({head: QUIET, ...more});
/** By the key that every door keeps the gate under. */
const decisionOf = (page: Page): Promise<Decision> =>
  page.evaluate(
    () =>
      (document as unknown as Record<symbol, {decision: Decision}>)[Symbol.for('consent-gate')]!
        .decision,
  );
const inWords = (iso: string, language = 'en') =>
  new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(iso));

/** A visitor who has answered under the old policy. */
async function answered(site: Site, answer: 'accept' | 'reject' = 'accept', more: Visit = {}) {
  await on(site, 0);
  const page = await visit(site, {config: old, ...more});
  await bannerButton(page, answer).press('Enter');
  await expect.poll(() => cookie(site)).toContain(answer === 'accept' ? '~y.' : '~n.');
  await site.ledger.settle();
  site.ledger.clear();
  return page;
}
/** Nothing is on the screen once all is quiet. */
async function nothing(site: Site, page = site.page) {
  await expect.poll(() => decisionOf(page).then(({status}) => status)).toBe('decided');
  await site.ledger.settle();
  await expect(announcement(page)).toHaveCount(0);
  await expect(banner(page)).toHaveCount(0);
}

for (const door of ['lazy', 'bundle', 'module'] as const) {
  test(`a change of the policy, from before its publication to after it holds (${door})`, async ({
    site,
  }) => {
    const page = await answered(site, 'accept', {door});
    const before = await cookie(site);

    await test.step('before it is published nothing is said', async () => {
      await visit(site, {config: next, door});
      await nothing(site);
    });
    for (const n of [1, 9]) {
      await test.step(`on day ${n} it is announced, and asks nothing`, async () => {
        await on(site, n);
        await page.reload();
        await expect(said(page)).toHaveText(
          `The cookie policy of this site changes on ${inWords(day(10))}.${changes.en}`,
        );
        await expect(banner(page)).toHaveCount(0);
        expect((await decisionOf(page)).unanswered).toEqual([]);
      });
    }
    for (const n of [10, 30]) {
      await test.step(`on day ${n} it has changed`, async () => {
        await on(site, n);
        await page.reload();
        await expect(said(page)).toHaveText(
          `The cookie policy of this site changed on ${inWords(day(10))}.${changes.en}`,
        );
        await expect(banner(page)).toHaveCount(0);
      });
    }
    expect(await cookie(site)).toBe(before);
    expect(await note(site)).toBeUndefined();
    expect(uncaught(site.ledger)).toEqual([]);
    expect(site.ledger.consoleProblems()).toEqual([]);
  });
}

for (const reply of ['accept', 'reject'] as const) {
  test(`a new service: not asked, loaded or written before the day, and asked alone from then on (after ${reply})`, async ({
    site,
  }) => {
    const yes = reply === 'accept';
    const page = await answered(site, reply);
    const before = await cookie(site);
    await on(site, 5);
    await visit(site, {config: more, body: IN_CATEGORY});
    await expect(said(page)).toContainText(changes.en);
    await site.ledger.settle();
    await expect(banner(page)).toHaveCount(0);
    const {services, categories, unanswered, status} = await decisionOf(page);
    expect(services).toMatchObject({clarity: false, 'yandex-metrica': yes});
    // What was granted stays so, for its category as such, too.
    expect(categories).toMatchObject({analytics: yes, functional: yes});
    expect(await page.evaluate(() => 'ranInCategory' in window)).toBe(yes);
    expect([unanswered, status]).toEqual([[], 'decided']);
    expect(site.ledger.vendorRequests(CLARITY)).toEqual([]);
    expect(await cookie(site)).toBe(before);

    await test.step('the receipt does not say that it was refused', async () => {
      const receipt = await page.evaluate(() => window.consentGate!.receipt());
      const granted = Object.fromEntries(receipt!.answers.map(({id, granted}) => [id, granted]));
      expect(granted).toMatchObject({clarity: null, 'yandex-metrica': yes});
    });

    await test.step('on the day it is asked alone', async () => {
      await on(site, 10);
      await page.reload();
      await expect(banner(page)).toBeVisible();
      await expect(banner(page).getByRole('heading')).toHaveText(en.titleNew);
      await expect(banner(page)).toContainText('Microsoft');
      await expect(banner(page)).not.toContainText('Yandex');
      await expect(announcement(page)).toHaveCount(0);
      expect((await decisionOf(page)).unanswered).toEqual(['clarity']);
      expect(site.ledger.vendorRequests(CLARITY)).toEqual([]);
      await bannerButton(page, 'accept').press('Enter');
      await expect
        .poll(() => answersInCookie(site))
        .toMatchObject({
          clarity: true,
          'yandex-metrica': yes,
          'google-analytics': yes,
        });
      await page.reload();
      await nothing(site);
      expect(files(site).filter((name) => name.includes('announcement')).length).toBe(1);
    });
  });
}

test('a service that is used for more is not run on the old answer, and asked from the day on', async ({
  site,
}) => {
  const page = await answered(site);
  const [metrica, google] = config.categories.analytics.services;
  const wider = {
    ...next,
    categories: {
      ...config.categories,
      analytics: {services: [metrica!, {...google!, purposes: ['advertising']}]},
    },
  } as typeof next;
  await on(site, 5);
  await visit(site, {config: wider});
  await expect(said(page)).toContainText(changes.en);
  await expect.poll(() => tagHosts(site)).toEqual(['mc.yandex.ru']);
  await on(site, 10);
  await page.reload();
  await expect(banner(page)).toBeVisible();
  expect((await decisionOf(page)).unanswered).toEqual(['google-analytics']);
});

test('who saves in the settings before the day has answered: nothing is asked on it', async ({
  site,
}) => {
  const page = await answered(site);
  await on(site, 5);
  await visit(site, {config: more});
  await button(page, 'settings').click();
  await expect(preferences(page).locator('[data-service=clarity]')).not.toBeChecked();
  await preferences(page).locator('[data-action=save]').click();
  await expect
    .poll(() => answersInCookie(site))
    .toMatchObject({
      clarity: false,
      'yandex-metrica': true,
    });
  await expect(announcement(page)).toHaveCount(0);
  // As in the next page: a category is granted with all of its services.
  expect((await decisionOf(page)).categories['analytics']).toBe(false);
  await on(site, 12);
  await page.reload();
  await nothing(site);
  expect((await decisionOf(page)).categories['analytics']).toBe(false);
  expect((await decisionOf(page)).services).toMatchObject({'yandex-metrica': true});
});

test('who switches it on before the day has it at once', async ({site}) => {
  const page = await answered(site);
  await on(site, 5);
  await visit(site, {config: more});
  await expect(said(page)).toContainText(changes.en);
  await choose(page, {clarity: true});
  await expect.poll(() => answersInCookie(site)).toMatchObject({clarity: true});
  await expect.poll(() => site.ledger.vendorRequests(CLARITY).length).toBeGreaterThan(0);
});

test('a yes to one film is no answer to the policy: what is not asked is not written, nor asked before the day', async ({
  site,
}) => {
  const page = await answered(site, 'reject');
  const film =
    '<iframe title="A film" width="560" height="315" data-consent="youtube" data-src="https://www.youtube.com/embed/x"></iframe>';
  await on(site, 5);
  await visit(site, {config: more, body: film});
  await expect(said(page)).toContainText(changes.en);
  await page.locator('consent-embed [data-action=always]').press('Enter');
  await expect.poll(() => answersInCookie(site)).toMatchObject({youtube: true});
  expect(await answersInCookie(site)).not.toHaveProperty('clarity');
  await expect(announcement(page)).toBeVisible();

  await page.reload();
  await expect(said(page)).toContainText(changes.en);
  await expect(banner(page)).toHaveCount(0);
  await on(site, 10);
  await page.reload();
  await expect(banner(page)).toBeVisible();
  expect((await decisionOf(page)).unanswered).toEqual(['clarity']);
});

test('what a sister host may have got a yes for is not swept before the day', async ({site}) => {
  await answered(site, 'reject');
  await site.context.addCookies([
    {name: '_clck', value: '1', domain: '.shop.example', path: '/', secure: true},
  ]);
  await on(site, 5);
  const page = await visit(site, {config: more});
  await expect(said(page)).toContainText(changes.en);
  await site.ledger.settle();
  expect(await site.ledger.cookieNames()).toContain('_clck');
  await choose(page, {analytics: false, clarity: false});
  await expect.poll(() => site.ledger.cookieNames()).not.toContain('_clck');
});

test('Global Privacy Control: what the browser refuses is not written for the visitor', async ({
  site,
}) => {
  const signal =
    '<script>Object.defineProperty(Navigator.prototype,"globalPrivacyControl",{get:()=>true})</script>';
  const head = QUIET + signal;
  await answered(site, 'accept', {head});
  await on(site, 5);
  const page = await visit(site, {config: more, head});
  await expect(said(page)).toContainText(changes.en);
  await page.evaluate(() => window.consentGate!.choose({clarity: true}));
  await expect.poll(() => answersInCookie(site)).toMatchObject({clarity: true});
  expect(await cookie(site)).not.toContain('advertising');
});

test('it is closed for good by its button, in another tab too, and comes with the next version', async ({
  site,
}) => {
  const page = await answered(site);
  await on(site, 5);
  await visit(site, {config: next});
  const other = await secondTab(site);
  await on(site, 5, other);
  await visit(site, {config: next, path: '/two', page: other});
  await expect(said(other)).toContainText(changes.en);
  expect(await note(site)).toBeUndefined();
  await page.bringToFront();
  await button(page, 'close').click();
  await expect(announcement(page)).toHaveCount(0);
  await expect(announcement(other)).toHaveCount(0);
  expect(await note(site)).toBe('2');

  site.ledger.clear();
  for (const n of [5, 11]) {
    await on(site, n);
    await page.reload();
    await nothing(site);
  }
  expect(files(site).filter((name) => name.includes('announcement'))).toEqual([]);
  const third = {...next, policy: {url: '/privacy', version: '3'}};
  await visit(site, {config: third});
  await expect(said(page)).toHaveText('The cookie policy of this site has changed.');
  // Of the versions before it nothing is left.
  await button(page, 'close').click();
  expect(await note(site)).toBe('3');
});

test('it takes no focus, and Escape closes it only from within; the focus goes back', async ({
  site,
}) => {
  const page = await answered(site);
  await on(site, 5);
  await visit(site, {config: next});
  await expect(said(page)).toContainText(changes.en);
  const shop = page.locator('#page-button');
  await shop.focus();
  await page.keyboard.press('Escape');
  await expect(announcement(page)).toBeVisible();
  await expect(shop).toBeFocused();
  await button(page, 'close').focus();
  await page.keyboard.press('Escape');
  await expect(announcement(page)).toHaveCount(0);
  await expect(shop).toBeFocused();
  expect(await note(site)).toBe('2');
});

test('no question, no event: it is no layer that is shown', async ({site}) => {
  await answered(site);
  await on(site, 5);
  const head =
    QUIET +
    '<script>window.told=[];for(const type of ["consent-shown","consent-change","consent-ready"])document.addEventListener(type,()=>told.push(type))</script>';
  const page = await visit(site, {config: more, head});
  await expect(said(page)).toContainText(changes.en);
  await site.ledger.settle();
  expect(await page.evaluate('told')).toEqual(['consent-ready']);
});

test('stop() takes it away, and gives the page its room back', async ({site}) => {
  await answered(site);
  await on(site, 5);
  const page = await visit(site, {config: next});
  await expect(said(page)).toContainText(changes.en);
  const room = () => page.evaluate(() => document.body.style.paddingBottom);
  await expect.poll(room).not.toBe('');
  await page.evaluate(() => window.consentGate!.stop());
  await expect(page.locator('consent-choice')).toHaveCount(0);
  await expect.poll(room).toBe('');
});

test('reset() asks everything, and the announcement goes', async ({site}) => {
  await answered(site);
  await on(site, 5);
  const page = await visit(site, {config: more});
  await expect(said(page)).toContainText(changes.en);
  await page.evaluate(() => window.consentGate!.reset());
  await expect(banner(page)).toBeVisible();
  await expect(announcement(page)).toHaveCount(0);
  expect((await decisionOf(page)).unanswered).toContain('clarity');
});

test('a router that swaps the body does not take it away, and it is closed as before', async ({
  site,
}) => {
  await answered(site);
  await on(site, 5);
  const page = await visit(site, {config: next});
  await expect(said(page)).toContainText(changes.en);
  await page.evaluate(() => {
    const body = document.createElement('body');
    body.innerHTML = '<main><h1>Another view</h1></main>';
    document.body.replaceWith(body);
  });
  await expect(announcement(page)).toBeVisible();
  await button(page, 'close').click();
  await expect(announcement(page)).toHaveCount(0);
});

test.describe('nothing is announced', () => {
  test('to who has not answered: everything is asked at once', async ({site}) => {
    await on(site, 5);
    const page = await visit(site, {config: more});
    await expect(banner(page)).toBeVisible();
    await expect(banner(page).getByRole('heading')).toHaveText(en.title);
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => answersInCookie(site)).toMatchObject({clarity: true});
    await on(site, 11);
    await page.reload();
    await nothing(site);
    expect(await note(site)).toBeUndefined();
  });

  test('where the version is the same', async ({site}) => {
    const page = await answered(site);
    const same = {
      ...old,
      openButton: 'end',
      policy: {...old.policy, changes, effectiveAt: day(10)},
    };
    await on(site, 5);
    await visit(site, {config: same as typeof old});
    await nothing(site, page);
    expect(files(site).filter((name) => name.includes('announcement'))).toEqual([]);
  });

  test('where publication is what counts: it asks again, and at once', async ({site}) => {
    await answered(site);
    const policy = {...more.policy, mode: 'publish-is-effective'} as const;
    const effective = {...more, policy};
    const page = await visit(site, {config: effective});
    await expect(banner(page)).toBeVisible();
    expect((await decisionOf(page)).unanswered.length).toBeGreaterThan(FOUR);
    await site.ledger.settle();
    await expect(announcement(page)).toHaveCount(0);
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => cookie(site)).toContain('~y.');
    await page.reload();
    await nothing(site);
  });

  test('in a frame', async ({site}) => {
    const page = await answered(site);
    await on(site, 5);
    site.serve('/inner', site.html({config: next}));
    await visit(site, {door: 'none', body: '<iframe src="/inner"></iframe>'});
    const frame = page.frames()[1]!;
    await expect
      .poll(() => frame.evaluate(() => window.consentGate?.decision.status))
      .toBe('decided');
    await site.ledger.settle();
    expect(await frame.locator('consent-choice').count()).toBe(0);
    expect(files(site).filter((name) => name.includes('announcement'))).toEqual([]);
  });
});

test('storage that throws: it is closed, comes again in the next page, and nothing else breaks', async ({
  site,
}) => {
  await answered(site);
  await on(site, 5);
  const head =
    QUIET +
    '<script>Object.defineProperty(window,"localStorage",{get(){throw new DOMException("no","SecurityError")}})</script>';
  const page = await visit(site, {config: next, head});
  for (let i = 0; i < 2; i++) {
    await expect(said(page)).toContainText(changes.en);
    await button(page, 'close').click();
    await expect(announcement(page)).toHaveCount(0);
    await page.reload();
  }
  expect(uncaught(site.ledger)).toEqual([]);
});

test('its file cannot be had: nothing else breaks', async ({site}) => {
  await answered(site);
  await on(site, 5);
  site.answer(/consent-gate-announcement/, () => 'abort');
  const page = await visit(site, {config: more});
  await expect.poll(() => tagHosts(site)).toContain('mc.yandex.ru');
  await site.ledger.settle();
  expect((await decisionOf(page)).services).toMatchObject({clarity: false});
  expect(uncaught(site.ledger)).toEqual([]);
});

test('a hand-made record of another version does not have anything granted', async ({site}) => {
  await answered(site, 'reject');
  const [kept] = (await site.ledger.cookies()).filter(({name}) => name.endsWith('consent-gate'));
  const forged = `${kept!.value}~y.clarity.${hash('clarity', 4)}`.replace(/(~[yn]\..*)/, (all) =>
    all
      .match(/~[yn][^~]+/g)!
      .sort((a, b) => (a.slice(3) < b.slice(3) ? -1 : 1))
      .join(''),
  );
  await site.context.addCookies([{...kept!, value: forged}]);
  await on(site, 5);
  const page = await visit(site, {config: more});
  await expect(said(page)).toContainText(changes.en);
  await site.ledger.settle();
  expect((await decisionOf(page)).services).toMatchObject({clarity: false});
  expect(site.ledger.vendorRequests(CLARITY)).toEqual([]);
});

test('it speaks the language of the page, and follows it', async ({site}) => {
  await answered(site);
  await on(site, 5);
  const page = await visit(site, {config: next, lang: 'ru'});
  await expect(said(page)).toHaveText(
    `С ${inWords(day(10), 'ru')} на сайте будет действовать новая политика cookie.${changes.ru}`,
  );
  await expect(button(page, 'close')).toHaveText(ru.close);
  await expect(announcement(page).getByRole('link')).toHaveText(`${ru.policy} ${ru.newTab}`);
  await page.evaluate(() => (document.documentElement.lang = 'ar'));
  await expect(announcement(page)).toHaveAttribute('dir', 'rtl');
  await expect(said(page)).toContainText(
    announcementMessages.ar.policyChanges.split('{date}')[0]!.trim(),
  );
  await expect(announcement(page)).toHaveAttribute('lang', 'ar');
});

test('the owner’s own texts go before ours', async ({site}) => {
  await answered(site);
  await on(site, 5);
  const texts = {en: {policyChanges: 'From {date}: a new policy.'}};
  const page = await visit(site, {config: {...next, texts}});
  await expect(said(page)).toHaveText(`From ${inWords(day(10))}: a new policy.${changes.en}`);
});

test('changes are text, and never markup', async ({site}) => {
  await answered(site);
  await on(site, 5);
  const news = 'A <img src=x onerror="window.hacked=1"> </section>';
  const page = await visit(site, {config: {...next, policy: {...next.policy, changes: news}}});
  await expect(said(page)).toContainText(news);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

for (const scheme of ['light', 'dark'] as const) {
  for (const lang of ['en', 'ru', 'ar']) {
    test(`axe finds nothing, and nothing is cut off: ${scheme}, ${lang}`, async ({site}) => {
      const {page} = site;
      await page.emulateMedia({colorScheme: scheme});
      await answered(site, 'reject');
      await on(site, 5);
      await visit(site, {config: next, lang, body: '<main><h1>A shop</h1></main>'});
      await expect(said(page)).not.toBeEmpty();
      expect(await axeFindings(page)).toEqual([]);
      for (const [width, height] of [
        [1024, 640],
        [375, 667],
        [320, 256],
      ]) {
        await page.setViewportSize({width: width!, height: height!});
        await expect.poll(() => layoutFaults(announcement(page))).toEqual([]);
        const box = (await announcement(page).boundingBox())!;
        expect(box.height).toBeLessThanOrEqual(height! / 2 + 1);
      }
      for (const action of ['close', 'settings'] as const) {
        const {width, height} = (await button(page, action).boundingBox())!;
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      }
    });
  }
}

test('it lies over nothing that has the focus, and keeps room at the end of the page', async ({
  site,
}) => {
  await answered(site, 'reject');
  await on(site, 5);
  const page = await visit(site, {
    config: next,
    body: `<main><h1>A shop</h1>${'<p>A line</p>'.repeat(60)}<p><a href="#" id="last">The last</a></p></main>`,
  });
  await page.setViewportSize({width: 375, height: 667});
  await expect(said(page)).toContainText(changes.en);
  await page.locator('#last').focus();
  const clear = (selector: string) =>
    page.evaluate((found) => {
      const a = document.querySelector(found)!.getBoundingClientRect();
      const b = document
        .querySelector('consent-choice')!
        .shadowRoot!.querySelector('[part=announcement]')!
        .getBoundingClientRect();
      return a.bottom <= b.top || a.top >= b.bottom;
    }, selector);
  await expect.poll(() => clear('#last')).toBe(true);
  // Our small button stands where it does: it makes way.
  await page.keyboard.press('Tab');
  await page.locator('body > [data-consent-open]').focus();
  await expect.poll(() => clear('body > [data-consent-open]')).toBe(true);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.locator('#last').focus();
  await expect.poll(() => clear('#last')).toBe(true);
});

test('it comes on top of what the page lays over it, and is not printed', async ({
  browserName,
  site,
}) => {
  await answered(site, 'reject');
  await on(site, 5);
  const page = await visit(site, {
    config: next,
    body: '<main><h1>A shop</h1></main><div style="position:fixed;inset:0;z-index:2147483647;background:#fff8">An advertisement</div>',
  });
  await expect(said(page)).toContainText(changes.en);
  await button(page, 'close').click({trial: true});
  // No other engine here is asked for paper.
  if (browserName !== 'chromium') return;
  await page.emulateMedia({media: 'print'});
  await expect(announcement(page)).toBeHidden();
});

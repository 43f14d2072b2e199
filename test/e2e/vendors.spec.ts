import type {Page} from 'playwright/test';
import {banner, bannerButton, choose} from '../helpers/banner.js';
import {holdBack} from '../helpers/hold-back.js';
import {config, expect, test, type Site} from '../helpers/site.js';

const QUIET = '<script>window.__standIn={heartbeat:0,unload:false}</script>';
const visit = (site: Site, more: object = {}) => site.visit({head: QUIET, ...more});

/** Consent commands in the page's data layer, in order. */
const told = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as {dataLayer: IArguments[]}).dataLayer
      .filter((item) => item[0] === 'consent')
      .map((item) => [
        item[1] as string,
        (item[2] as {analytics_storage: string}).analytics_storage,
      ]),
  );
const metricaHits = (site: Site) =>
  site.ledger.vendorRequests('mc.yandex.ru').filter(({path}) => path.startsWith('/watch/'));
const googleHits = (site: Site) => site.ledger.vendorRequests('www.google-analytics.com');

test('Google: consent default comes first, then the update, then the commands; basic mode', async ({
  site,
}) => {
  const page = await visit(site);
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => googleHits(site).length).toBe(1);
  const words = await page.evaluate(() =>
    (window as unknown as {dataLayer: IArguments[]}).dataLayer
      .filter((item) => typeof item[0] === 'string')
      .map((item) => `${item[0] as string} ${String(item[1])}`.replace(/ \w{3} .*/, '')),
  );
  expect(words).toEqual(['consent default', 'consent update', 'js', 'config G-TEST12345']);
  const signals = await page.evaluate(
    () =>
      (window as unknown as {dataLayer: IArguments[]}).dataLayer[0]![2] as Record<string, string>,
  );
  expect(signals).toEqual({
    ad_storage: 'denied',
    ad_user_data: 'denied',
    ad_personalization: 'denied',
    analytics_storage: 'denied',
    functionality_storage: 'denied',
    personalization_storage: 'denied',
    security_storage: 'granted',
  });
  expect(googleHits(site)[0]!.url).toContain('gcs=G111');
});

test('Google: deny, allow, deny, allow on one page; one script, the signals follow', async ({
  site,
}) => {
  const page = await visit(site);
  await bannerButton(page, 'reject').click();
  await expect(banner(page)).toBeHidden();
  expect(
    await page.evaluate(() => (window as unknown as {dataLayer?: unknown[]}).dataLayer ?? []),
  ).toEqual([]);
  await choose(page, {analytics: true});
  await expect.poll(() => googleHits(site).length).toBe(1);
  await choose(page, {analytics: false});
  await expect
    .poll(() => told(page))
    .toEqual([
      ['default', 'denied'],
      ['update', 'granted'],
      ['update', 'denied'],
    ]);
  expect(
    await page.evaluate(
      () => (window as unknown as Record<string, unknown>)['ga-disable-G-TEST12345'],
    ),
  ).toBe(true);
  await page.evaluate(() =>
    (window as unknown as {gtag: (...words: unknown[]) => void}).gtag('event', 'denied'),
  );
  await site.ledger.settle();
  expect(googleHits(site).length).toBe(1);
  await choose(page, {analytics: true});
  await expect.poll(() => googleHits(site).length).toBe(2);
  await site.ledger.settle();
  expect(
    googleHits(site)
      .map(({url}) => url)
      .join(),
  ).not.toContain('en=denied');
  const scripts = site.ledger.vendorRequests().filter(({path}) => /gtag\/js|tag\.js/.test(path));
  expect(scripts).toHaveLength(2);
});

test('calls of the page before the grant are dropped, variables of the data layer are kept', async ({
  site,
}) => {
  const page = await visit(site, {
    head:
      QUIET +
      '<script>window.dataLayer=[{userType:"guest"},{event:"early"}];' +
      'window.ym=window.ym||function(){(ym.a=ym.a||[]).push(arguments)};' +
      'function gtag(){dataLayer.push(arguments)}' +
      'ym(12345678,"reachGoal","before");gtag("event","before")</script>',
  });
  await expect(banner(page)).toBeVisible();
  await page.evaluate(() => {
    const page = window as unknown as Record<string, (...words: unknown[]) => void>;
    page['ym']!(12345678, 'reachGoal', 'undecided');
    page['gtag']!('event', 'undecided');
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => googleHits(site).length).toBe(1);
  await expect.poll(() => metricaHits(site).length).toBe(1);
  await page.evaluate(() => {
    const page = window as unknown as Record<string, (...words: unknown[]) => void>;
    page['ym']!(12345678, 'reachGoal', 'granted');
    page['gtag']!('event', 'granted');
  });
  await expect.poll(() => googleHits(site).length).toBe(2);
  await expect.poll(() => metricaHits(site).length).toBe(2);
  const all = [...googleHits(site), ...metricaHits(site)].map(({url}) => url).join();
  expect(all).toContain('granted');
  expect(all).not.toMatch(/before|undecided|early/);
  const layer = await page.evaluate(() =>
    JSON.stringify((window as unknown as {dataLayer: unknown[]}).dataLayer),
  );
  expect(layer).toContain('guest');
});

const EARLY =
  '<script>window.dataLayer=[{userType:"guest"},{event:"early-object"}];' +
  'window.ym=window.ym||function(){(ym.a=ym.a||[]).push(arguments)};' +
  'function gtag(){dataLayer.push(arguments)}' +
  'ym(12345678,"init",{webvisor:true});ym(12345678,"reachGoal","early-goal");' +
  'gtag("consent","update",{ad_storage:"granted"});gtag("event","early-event")</script>';
const MANAGER = {service: 'google-tag-manager', containerId: 'GTM-TEST1', crossBorder: true};

test('what a page says before our script is sent where the yes is older than the page', async ({
  site,
}) => {
  const services = [...config.categories.analytics.services, MANAGER];
  const more = {config: {...config, categories: {analytics: {services}}}, head: QUIET + EARLY};
  const page = await visit(site, more);
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => googleHits(site).length).toBeGreaterThan(0);
  await expect.poll(() => metricaHits(site).length).toBeGreaterThan(0);
  await site.ledger.settle();
  const sent = () =>
    site.ledger.vendorRequests().map(({url, body}) => decodeURIComponent(url) + body);
  expect(sent().join('\n')).not.toContain('early');

  const mark = sent().length;
  await page.reload();
  await expect.poll(() => sent().slice(mark).join('\n')).toContain('early-event');
  await site.ledger.settle();
  const now = sent().slice(mark);
  for (const word of ['goal://www.shop.example/early-goal', 'early-object', 'early-event']) {
    expect(now.filter((text) => text.includes(word)).length, word).toBe(1);
  }
  // The page's own consent and its own counter count for nothing.
  expect(now.filter((text) => text.includes('early-event')).join()).toContain('gcs=G101');
  expect(now.filter((text) => text.includes('/watch/') && !text.includes('goal'))).toHaveLength(1);
  expect(site.ledger.consoleProblems()).toEqual([]);
});

test('Metrica: withdrawn and granted again on one page it sends one clean hit', async ({site}) => {
  const page = await visit(site);
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => metricaHits(site).length).toBe(1);
  await choose(page, {'yandex-metrica': false});
  await page.evaluate(() =>
    (window as unknown as {ym: (...call: unknown[]) => void}).ym(12345678, 'reachGoal', 'denied'),
  );
  await page.locator('#page-button').click();
  await site.ledger.settle();
  expect(metricaHits(site)).toHaveLength(1);
  expect((await site.ledger.cookieNames()).filter((name) => name.includes('_ym'))).toEqual([]);
  await choose(page, {'yandex-metrica': true});
  await expect.poll(() => metricaHits(site).length).toBe(2);
  await site.ledger.settle();
  expect(metricaHits(site)).toHaveLength(2);
  expect(metricaHits(site)[1]!.url).not.toContain('denied');
});

test('Metrica: withdrawn while the tag is on its way, nothing is sent or written', async ({
  site,
}) => {
  const arrive = holdBack(site, '/metrika/tag.js');
  const page = await visit(site);
  await bannerButton(page, 'accept').press('Enter');
  await expect(banner(page)).toBeHidden();
  await choose(page, {'yandex-metrica': false});
  await expect
    .poll(() => page.evaluate(() => window.consentGate!.has('yandex-metrica')))
    .toBe(false);
  arrive();
  await site.ledger.settle(500);
  expect(metricaHits(site)).toEqual([]);
  expect((await site.ledger.cookieNames()).filter((name) => name.includes('_ym'))).toEqual([]);
});

test('session replay is a question of its own, off until it is granted', async ({site}) => {
  const page = await visit(site, {
    config: {
      ...config,
      categories: {
        analytics: {
          services: [{service: 'yandex-metrica', counterId: 12345678, options: {webvisor: true}}],
        },
      },
    },
  });
  await expect(banner(page)).toBeVisible();
  expect(await page.evaluate(() => window.consentGate!.decision.unanswered)).toEqual([
    'analytics',
    'yandex-metrica',
    'yandex-metrica:webvisor',
  ]);
  await choose(page, {analytics: true});
  await expect.poll(() => metricaHits(site).length).toBe(1);
  expect((await site.ledger.cookieNames()).join()).not.toContain('visorc');
  await choose(page, {'yandex-metrica:webvisor': true});
  await expect.poll(async () => (await site.ledger.cookieNames()).join()).toContain('visorc');
  const pageViews = metricaHits(site).filter(({url}) => !url.includes('nohit'));
  expect(pageViews).toHaveLength(1);
});

test('several counters share one question and one script', async ({site}) => {
  const page = await visit(site, {
    config: {
      ...config,
      categories: {
        analytics: {
          services: [
            {service: 'yandex-metrica', counterId: 111},
            {service: 'yandex-metrica', counterId: 222},
          ],
        },
      },
    },
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() =>
      metricaHits(site)
        // The tag's second init takes the first one's hit, still on its way, for a lost one.
        .filter(({url}) => !url.includes('retry=1'))
        .map(({path}) => path.split('?')[0])
        .sort(),
    )
    .toEqual(['/watch/111', '/watch/222']);
  expect(site.ledger.vendorRequests().filter(({path}) => path.includes('tag.js'))).toHaveLength(1);
});

const visitWithManager = (site: Site, body?: string) =>
  visit(site, {
    body,
    config: {
      ...config,
      categories: {
        analytics: {services: [{service: 'google-tag-manager', containerId: 'GTM-TEST1'}]},
      },
    },
  });

/** Withdraws: the page is loaded anew, and asks no vendor for anything. */
async function withdrawSilently(site: Site, page: Page) {
  const loaded = page.waitForEvent('load');
  await choose(page, {analytics: false});
  await loaded;
  site.ledger.clear();
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
}

test('Tag Manager: consent first, then the container; a withdrawal reloads the page', async ({
  site,
}) => {
  const page = await visitWithManager(site);
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() =>
      site.ledger.vendorRequests('www.googletagmanager.com').map(({path}) => path.split('?')[0]),
    )
    .toContain('/gtm.js');
  expect((await told(page))[0]).toEqual(['default', 'denied']);
  await withdrawSilently(site, page);
});

test('a withdrawal is obeyed also where the file that quarantines cannot be fetched, over nobody’s text', async ({
  site,
}) => {
  const page = await visitWithManager(site, '<input name="text">');
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
  site.answer(/consent-gate-keeping/, () => 'abort');
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => window.consentGate!.has('google-tag-manager')))
    .toBe(true);
  await page.locator('input[name=text]').fill('a draft');
  site.ledger.clear();
  await choose(page, {analytics: false});
  await expect.poll(() => site.ledger.libraryRequests()).toContain('consent-gate-keeping.js');
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
  await expect(page.locator('input[name=text]')).toHaveValue('a draft');
  // The next page knows of it.
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => window.consentGate!.decision))
    .toMatchObject({status: 'decided', categories: {analytics: false}});
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
});

test('a written-out service loads its scripts in order from its own hosts', async ({site}) => {
  const page = await visit(site, {
    config: {
      ...config,
      categories: {
        functional: {
          services: [
            {
              service: 'my-chat',
              name: 'Chat',
              vendor: 'Chat Ltd',
              country: 'DE',
              scripts: ['https://a.shop.example/1.js', 'https://b.shop.example/2.js'],
              cookies: ['chat_*'],
            },
          ],
        },
      },
    },
  });
  for (const [host, file] of [
    ['a', '1'],
    ['b', '2'],
  ] as const) {
    site.serve(
      `https://${host}.shop.example/${file}.js`,
      `(window.ran??=[]).push(${file});document.cookie='chat_${file}=1;path=/'`,
      {
        headers: {'content-type': 'text/javascript'},
      },
    );
  }
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as {ran?: number[]}).ran))
    .toEqual([1, 2]);
  const loaded = page.waitForEvent('load');
  await choose(page, {'my-chat': false});
  await loaded;
  await expect.poll(() => site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
});

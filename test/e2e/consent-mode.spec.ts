import type {Page} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {hash} from '../../src/decision/hash.js';
import {banner, bannerButton, choose} from '../helpers/banner.js';
import {holdBack} from '../helpers/hold-back.js';
import {isKept} from '../helpers/is-kept.js';
import {expect, test, type Site} from '../helpers/site.js';
import {emptyTags} from '../helpers/vendor-tags.js';

/*
 * Settings of Google's consent mode (docs/decisions/035-consent-mode.md). The basic mode without any: vendors.spec.ts.
 */

const shop = (categories: ConsentGateConfig['categories']): ConsentGateConfig => ({
  policy: {url: '/privacy', version: '1'},
  operator: {name: 'A shop'},
  categories,
});
const tagManager = 'www.googletagmanager.com';
const tags = (site: Site) =>
  site.ledger.vendorRequests(tagManager).map(({url}) => new URL(url).searchParams.get('id'));

interface Told {
  /** `consent default`, `set ads_data_redaction`, `consent_update`. */
  readonly words: string[];
  /** The newest. */
  readonly signals: Record<string, string> | undefined;
}
const told = (page: Page): Promise<Told> =>
  page.evaluate(() => {
    const layer =
      (window as unknown as {dataLayer?: (IArguments & {event?: string})[]}).dataLayer ?? [];
    return {
      words: layer.map((item) => item.event ?? [item[0], String(item[1])].join(' ')),
      signals: layer.filter((item) => item[0] === 'consent').at(-1)?.[2] as
        Record<string, string> | undefined,
    };
  });

test('a container hears of each change, and of settings before it comes', async ({site}) => {
  emptyTags(site);
  const page = await site.visit({
    config: shop({
      functional: {},
      analytics: {
        services: [
          {
            service: 'google-tag-manager',
            containerId: 'GTM-TEST',
            consentMode: {ads_data_redaction: true, url_passthrough: true, consent_update: true},
          },
        ],
      },
    }),
  });
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(tags(site)).toEqual([]);
  expect((await told(page)).words).toEqual([]);
  await choose(page, {analytics: true});
  await expect.poll(() => tags(site)).toEqual(['GTM-TEST']);
  expect((await told(page)).words).toEqual([
    'consent default',
    'consent update',
    'set ads_data_redaction',
    'set url_passthrough',
    'gtm.js',
  ]);
  await page.evaluate(() => window.consentGate!.choose({functional: true}));
  await expect
    .poll(async () => (await told(page)).words.slice(-2))
    .toEqual(['consent update', 'consent_update']);
  // What has been answered before the page: no change.
  await page.reload();
  await expect.poll(() => tags(site)).toEqual(['GTM-TEST', 'GTM-TEST']);
  expect((await told(page)).words).not.toContain('consent_update');
});

test('advanced mode: sends before an answer and after a no, denied, warns, and leaves nothing', async ({
  site,
}) => {
  emptyTags(site);
  const said: string[] = [];
  const config = shop({
    analytics: {
      services: [
        {
          service: 'google-analytics',
          measurementId: 'G-TEST12345',
          consentMode: {sends_before_consent: true},
        },
        {service: 'yandex-metrica', counterId: 1},
      ],
    },
  });
  const page = await site.visit({config: shop({analytics: {}})});
  page.on('console', (message) => message.type() === 'warning' && said.push(message.text()));
  await site.visit({config, page});
  await expect.poll(() => tags(site)).toEqual(['G-TEST12345']);
  expect(said.join()).toContain('google-analytics sends to Google before the visitor has said yes');
  await expect(banner(page)).toBeVisible();
  expect((await told(page)).signals).toMatchObject({analytics_storage: 'denied'});
  // Nothing else is ahead.
  expect(site.ledger.vendorRequests('mc.yandex.ru')).toEqual([]);

  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(async () => (await told(page)).signals)
    .toMatchObject({analytics_storage: 'granted'});
  await page.evaluate(() => {
    document.cookie = '_ga=1; Path=/';
    window.consentGate!.rejectAll();
  });
  await expect
    .poll(async () => (await told(page)).signals)
    .toMatchObject({analytics_storage: 'denied'});
  await expect.poll(() => site.ledger.cookieNames()).not.toContain('_ga');
  expect(tags(site)).toEqual(['G-TEST12345']);
  expect(said.filter((text) => /paste|snippet/i.test(text))).toEqual([]);
});

const analytics = (more: object = {}) => ({
  service: 'google-analytics' as const,
  measurementId: 'G-TEST12345',
  ...more,
});
const ads = (more: object = {}) => ({
  service: 'google-ads' as const,
  conversionId: 'AW-123',
  ...more,
});
const ahead = {consentMode: {sends_before_consent: true}};
const fileOf = (id: string) => new RegExp(`service-${hash(id, 4)}\\.js`);

/** Resolves when the answer is written. */

/** Stops the gate of a page and starts another, as an application does that is mounted anew. */
const startAnew = (page: Page, config: ConsentGateConfig) =>
  page.evaluate(
    async ([config, library]) => {
      const {consent} = window as unknown as {consent: {stop(): void}};
      consent.stop();
      const {startConsentGate} = (await import(library)) as {
        startConsentGate(config: object): object;
      };
      Object.assign(window, {consent: startConsentGate(config), here: true});
    },
    [config, '/dist/index.js'] as const,
  );

test('advanced mode, after a no: a gate that is started anew neither reloads the page nor tells all again', async ({
  site,
}) => {
  emptyTags(site);
  const config = shop({
    analytics: {services: [analytics(ahead)]},
    advertising: {services: [ads(ahead)]},
  });
  const page = await site.visit({config, door: 'module'});
  await expect(banner(page)).toBeVisible();
  await bannerButton(page, 'reject').press('Enter');
  await isKept(site);
  await page.reload();
  await expect.poll(() => tags(site).length).toBe(4);
  const before = await told(page);
  await startAnew(page, config);
  await site.ledger.settle();
  expect(await page.evaluate(() => (window as {here?: boolean}).here)).toBe(true);
  expect(await told(page)).toEqual(before);
  expect(tags(site)).toHaveLength(4);
});

test('a gate that is started anew tells of no change where there was none', async ({site}) => {
  emptyTags(site);
  const config = shop({
    analytics: {services: [analytics({consentMode: {consent_update: true}})]},
  });
  const page = await site.visit({config, door: 'module'});
  await bannerButton(page, 'accept').press('Enter');
  await isKept(site);
  await expect.poll(() => tags(site).length).toBe(1);
  await startAnew(page, config);
  await site.ledger.settle();
  expect((await told(page)).words).not.toContain('consent_update');
});

test('the file with the settings does not come: the visitor is asked, what was denied is swept, nothing of it loads', async ({
  site,
}) => {
  emptyTags(site);
  const said: string[] = [];
  site.page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  site.answer(fileOf('google-analytics+'), () => ({status: 404, body: ''}));
  const config = (title: string) => ({
    ...shop({
      analytics: {
        services: [
          analytics({spa: true, consentMode: {consent_update: true}}),
          {service: 'yandex-metrica', counterId: 1},
        ],
      },
    }),
    texts: {en: {title}},
  });
  const page = await site.visit({config: config('One')});
  await expect(banner(page)).toBeVisible();
  await bannerButton(page, 'reject').press('Enter');
  await isKept(site);
  await page.evaluate(() => (document.cookie = '_ga=1; Path=/'));
  await page.evaluate(() => (document.cookie = '_ym_uid=1; Path=/'));
  // A config that has changed is looked at again.
  await site.visit({config: config('Two'), page});
  await expect.poll(() => site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
  expect(tags(site)).toEqual([]);
  expect(said.join()).not.toContain('the config is invalid');
});

for (const late of ['google-ads', 'google-ads+']) {
  test(`Ads, of which one entry has settings: conversions pass where the file of ${late} comes last`, async ({
    site,
  }) => {
    emptyTags(site);
    const arrive = holdBack(site, fileOf(late));
    const page = await site.visit({
      waitUntil: 'commit',
      config: shop({
        advertising: {
          services: [ads(), ads({conversionId: 'AW-456', consentMode: {ads_data_redaction: true}})],
        },
      }),
    });
    const files = () => site.ledger.libraryRequests().filter((name) => name.includes('service'));
    await expect.poll(() => files().length).toBe(2);
    // The other one has come and done its work: the banner's has, which was asked for with it.
    await page.waitForFunction(() => customElements.get('consent-choice'));
    await site.ledger.settle();
    arrive();
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(async () => (await told(page)).words).toContain('config AW-456');
    await page.evaluate(() =>
      (window as unknown as {gtag(...words: unknown[]): void}).gtag('event', 'conversion', {
        send_to: 'AW-123/x',
      }),
    );
    expect((await told(page)).words).toContain('event conversion');
  });
}

test('an entry that does not go ahead keeps the others of its service back', async ({site}) => {
  emptyTags(site);
  const page = await site.visit({
    config: shop({
      analytics: {services: [analytics({measurementId: 'G-PLAIN'}), analytics(ahead)]},
    }),
  });
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(tags(site)).toEqual([]);
});

for (const [what, services, message] of [
  ['"spa": false is no mistake', [analytics({spa: false})], undefined],
  [
    'an id with a plus is none',
    [{...analytics(), service: 'google-analytics+'}],
    'google-analytics+',
  ],
] as const) {
  test(what, async ({site}) => {
    const said: string[] = [];
    site.page.on('console', (one) => one.type() === 'error' && said.push(one.text()));
    const page = await site.visit({
      config: shop({analytics: {services: services as unknown as []}}),
    });
    if (message) {
      await expect.poll(() => said.join()).toContain('the config is invalid');
      expect(said.join()).toContain(message);
    } else await expect(banner(page)).toBeVisible();
  });
}

test('personalised advertising is asked by itself where Ads says so: a signal of its own, without a reload', async ({
  site,
}) => {
  emptyTags(site);
  const part = 'google-ads:personalization';
  const config = shop({
    analytics: {services: [analytics()]},
    advertising: {
      services: [ads({consentMode: {ask: ['google-ads:personalization'], consent_update: true}})],
    },
  });
  const page = await site.visit({config});
  await expect(banner(page)).toContainText(/personalised advertising/i);
  await page.evaluate(() => Object.assign(window, {here: true}));
  await choose(page, {'google-analytics': true, 'google-ads': true});
  // The tags are async: nobody promises which of them is fetched first.
  await expect.poll(() => tags(site).sort()).toEqual(['AW-123', 'G-TEST12345']);
  const signals = async () => (await told(page)).signals;
  expect(await signals()).toMatchObject({
    ad_storage: 'granted',
    ad_user_data: 'granted',
    ad_personalization: 'denied',
  });
  await isKept(site);
  const [record] = (await site.ledger.cookies()).map(({value}) => value);
  expect(record).toMatch(/~y\.google-ads\.\w{4}~n\.google-ads:personalization\.\w{4}/);

  await choose(page, {[part]: true});
  await expect.poll(signals).toMatchObject({ad_personalization: 'granted'});
  expect((await told(page)).words.slice(-2)).toEqual(['consent update', 'consent_update']);
  await choose(page, {[part]: false});
  await expect.poll(signals).toMatchObject({ad_storage: 'granted', ad_personalization: 'denied'});
  expect(await page.evaluate(() => (window as {here?: boolean}).here)).toBe(true);

  // For who comes back it is known before the file of Ads has come.
  await page.reload();
  await expect.poll(() => tags(site)).toHaveLength(4);
  expect(await signals()).toMatchObject({ad_storage: 'granted', ad_personalization: 'denied'});
  expect(await page.evaluate((id) => window.consentGate!.has(id), part)).toBe(false);
  await expect(banner(page)).toBeHidden();
});

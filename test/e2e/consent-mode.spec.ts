import type {Page} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {banner, bannerButton, choose} from '../helpers/banner.js';
import {expect, test, type Site} from '../helpers/site.js';

/*
 * Settings of Google's consent mode (docs/decisions/035-consent-mode.md). The basic mode without any: vendors.spec.ts.
 */

const shop = (categories: ConsentGateConfig['categories']): ConsentGateConfig => ({
  policy: {url: '/privacy', version: '1'},
  operator: {name: 'A shop'},
  categories,
});
const tagManager = 'www.googletagmanager.com';
/** Tags that do nothing: what is told to them is looked at. */
const silence = (site: Site) =>
  site.answer(tagManager, () => ({headers: {'content-type': 'text/javascript'}, body: ''}));
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
  silence(site);
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
  silence(site);
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

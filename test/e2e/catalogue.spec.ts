import type {CatalogueId, ConsentGateConfig} from '../../src/config/config.js';
import {hash} from '../../src/decision/hash.js';
import {catalogue} from '../../src/services/catalogue.js';
import {register} from '../../src/services/register.js';
import type {CatalogueService, CspSources} from '../../src/services/service.js';
import {catalogueScript} from '../stand-ins/catalogue.js';
import {banner, bannerButton} from '../helpers/banner.js';
import {CATALOGUE_ENTRIES} from '../helpers/catalogue-entries.js';
import {family} from '../helpers/scorecard.js';
import {expect, test, type Reply, type Site} from '../helpers/site.js';

/*
 * Every service of the catalogue in a real page, its hosts intercepted, under the very policy that its file names. A
 * stand-in asks and leaves all that the file declares, and goes on until its vendor's own word or a reload ends it.
 */

const load = async (id: CatalogueId) => {
  const file = (await catalogue[id]()) as unknown as {
    service(entry: object, known: typeof register): CatalogueService;
    csp: CspSources;
  };
  return {service: file.service(CATALOGUE_ENTRIES[id], register), csp: file.csp};
};

/** Addresses that a source of a policy lets pass, one for each. */
const addresses = (sources = '') =>
  sources
    .split(' ')
    .filter((source) => source.startsWith('https:'))
    .map((source) => `${source.replace('*.', 'any.')}/any`);
const hostOf = (url: string) => new URL(url).host;

/** A name as a vendor would make it of a declared one. */
const made = (name: string) => name.replace('#', '1').replace('*', 'x1');

async function arrange(site: Site, id: CatalogueId) {
  const {service, csp: named} = await load(id);
  // What stands on the owner's own host has the owner's policy.
  const own = Object.keys(named).length
    ? undefined
    : service.hosts.map((host) => `https://${host}`).join(' ');
  const csp: CspSources = own ? {'script-src': own, 'connect-src': own, 'img-src': own} : named;
  const config: ConsentGateConfig = {
    policy: {url: '/privacy', version: '1'},
    operator: {name: 'A shop'},
    categories: {[service.facts.category]: {services: [CATALOGUE_ENTRIES[id]]}},
  };
  const {cookies, storage} = service.details;
  const declared = {
    cookies: cookies.map(({name}) => made(name)),
    storage: storage.map(({name}) => made(name)),
    images: addresses(csp['img-src']),
    fetches: addresses(csp['connect-src']),
  };
  const [place = ''] = addresses(csp['frame-src']);
  const frame = place && `${place}?hash=1#part`;
  const policy = Object.entries({...csp, 'style-src': '', 'default-src': ''}).map(
    ([directive, sources]) => `${directive} 'self' ${sources}`,
  );
  /** Whose requests are to be seen after a yes: of a script all that is declared for it. */
  const hosts = service.load
    ? [...declared.images, ...declared.fetches].map(hostOf)
    : [hostOf(frame)];
  const all = [
    ...declared.images,
    ...declared.fetches,
    ...addresses(csp['frame-src']),
    ...addresses(csp['script-src']),
  ];
  const mayAsk = (host: string) =>
    [...all.map(hostOf), ...service.hosts].some(
      (one) => one === host || (one.startsWith('*.') && host.endsWith(one.slice(1))),
    );
  site.answer(/^https:\/\/(?!www\.shop\.example)/, ({dest, host, headers}): Reply | null => {
    if (!mayAsk(host)) return null;
    if (dest === 'script')
      return {headers: {'content-type': 'text/javascript'}, body: catalogueScript(id)};
    if (dest === 'iframe') return {headers: {'content-type': 'text/html'}, body: '<p>An embed'};
    return {status: 204, headers: {'access-control-allow-origin': headers['origin'] ?? '*'}};
  });
  site.serve('/declared.js', `window.__declared = ${JSON.stringify(declared)}`);
  const page = await site.visit({
    config,
    head: '<script src="/declared.js"></script>',
    headers: {'content-security-policy': policy.join('; ')},
    body: service.load
      ? '<main><h1>A shop</h1></main>'
      : `<iframe data-consent="${id}" data-src="${frame}" title="An embed" width="400" height="300"></iframe>`,
  });
  return {service, page, declared, hosts, mayAsk, frame};
}

const hostsAsked = (site: Site) => [...new Set(site.ledger.vendorRequests().map(({host}) => host))];

for (const id of family(Object.keys(CATALOGUE_ENTRIES) as CatalogueId[])) {
  test(`${id}: nothing before the yes, its declared hosts after it, nothing left after a no, and at once when the visitor comes back`, async ({
    site,
  }) => {
    const {service, page, declared, hosts, mayAsk, frame} = await arrange(site, id);
    await expect(banner(page)).toBeVisible();
    await site.ledger.settle();
    expect(await site.ledger.traces()).toEqual([]);

    const items = async () => {
      const {local, session} = await site.ledger.storage(page);
      return {
        cookies: [...new Set(await site.ledger.cookieNames())].filter(
          (name) => !/consent-gate/.test(name),
        ),
        storage: [...new Set([...Object.keys(local), ...Object.keys(session)])].sort(),
      };
    };
    const atWork = async () => {
      await expect.poll(() => hosts.filter((host) => !hostsAsked(site).includes(host))).toEqual([]);
      expect(hostsAsked(site).filter((host) => !mayAsk(host))).toEqual([]);
      if (service.load) {
        await expect
          .poll(async () => {
            const found = await items();
            return [...declared.cookies, ...declared.storage].filter(
              (name) => ![...found.cookies, ...found.storage].includes(name),
            );
          })
          .toEqual([]);
      } else {
        await expect(page.locator('iframe')).toHaveAttribute('src', frame);
      }
    };
    const silent = async () => {
      // A reload may take the page away from under the question.
      await expect.poll(() => items().catch(() => undefined)).toEqual({cookies: [], storage: []});
      await site.ledger.settle();
      site.ledger.clear();
      await site.ledger.settle(600);
      expect(site.ledger.vendorRequests().map(({url}) => url)).toEqual([]);
      expect(await items()).toEqual({cookies: [], storage: []});
    };

    await bannerButton(page, 'accept').press('Enter');
    await atWork();
    await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');

    site.ledger.clear();
    await page.reload();
    await atWork();
    // Nothing of the UI.
    expect(site.ledger.libraryRequests().sort()).toEqual(
      [
        'consent-gate.js',
        `consent-gate-service-${hash(id, 4)}.js`,
        ...(service.load ? [] : ['consent-gate-markup.js']),
      ].sort(),
    );

    await page.evaluate(() => window.consentGate!.rejectAll());
    await silent();
    if (!service.load) await expect(page.locator('iframe')).not.toHaveAttribute('src');

    // Yes, no and yes again on one page.
    for (const yes of [true, false, true]) {
      site.ledger.clear();
      await page.evaluate((all) => {
        if (all) return window.consentGate!.acceptAll();
        window.consentGate!.rejectAll();
        // What the page says after a no is dropped, and not kept for the next yes.
        (window as {fbq?: (...words: string[]) => void}).fbq?.('track', 'late');
      }, yes);
      // One page is one view, however often the visitor says yes.
      if (yes && id === 'liveinternet') expect(site.ledger.vendorRequests()).toEqual([]);
      else if (yes) await atWork();
      else await silent();
    }
    expect(site.ledger.vendorRequests().filter(({url}) => /\?late/.test(url))).toEqual([]);
    expect(site.ledger.consoleProblems()).toEqual([]);
  });
}

for (const fault of ['stall', 'abort'] as const) {
  test(`a service whose file does not come (${fault}) keeps no other waiting, and is not loaded`, async ({
    site,
  }) => {
    const config: ConsentGateConfig = {
      policy: {url: '/privacy', version: '1'},
      operator: {name: 'A shop'},
      categories: {
        functional: {services: [CATALOGUE_ENTRIES.jivo, CATALOGUE_ENTRIES.intercom]},
        analytics: {services: [{service: 'yandex-metrica', counterId: 12345678}]},
      },
    };
    const head =
      '<script>window.__standIn={heartbeat:0,unload:false};window.told=[];' +
      'for(const type of ["consent-ready","consent-change"])document.addEventListener(type,()=>told.push(type))</script>';
    await bannerButton(await site.visit({config, head}), 'accept').press('Enter');
    await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
    await expect.poll(() => hostsAsked(site)).toContain('code.jivo.ru');

    site.answer(`consent-gate-service-${hash('jivo', 4)}`, () => fault);
    site.ledger.clear();
    const page = await site.visit({config, head, path: '/two', waitUntil: 'commit'});
    await expect
      .poll(() => site.ledger.vendorRequests('mc.yandex.ru').map(({path}) => path))
      .toContain('/watch/12345678');
    await expect.poll(() => hostsAsked(site)).toContain('widget.intercom.io');
    const told = () => page.evaluate(() => (window as unknown as {told: string[]}).told);
    await expect.poll(told).toEqual(fault === 'abort' ? ['consent-ready'] : []);
    expect(await page.evaluate(() => window.consentGate!.has('jivo'))).toBe(true);
    expect(hostsAsked(site)).not.toContain('code.jivo.ru');
    // A no is heard and kept all the same.
    await page.evaluate(() => window.consentGate!.rejectAll());
    await expect
      .poll(async () => (await site.ledger.cookies()).filter(({value}) => value.includes('~y')))
      .toEqual([]);
    expect(await page.evaluate(() => window.consentGate!.decision.services)).toEqual({
      jivo: false,
      intercom: false,
      'yandex-metrica': false,
    });
  });
}

test('a script tag without its neighbours, the one file, knows every service', async ({site}) => {
  const {service} = await load('meta-pixel');
  site.answer('connect.facebook.net', () => ({
    headers: {'content-type': 'text/javascript'},
    body: 'window.arrived = true',
  }));
  const page = await site.visit({
    door: 'bundle',
    config: {
      policy: {url: '/privacy', version: '1'},
      operator: {name: 'A shop'},
      categories: {advertising: {services: [CATALOGUE_ENTRIES['meta-pixel']]}},
    },
  });
  await bannerButton(page, 'accept').press('Enter');
  await page.waitForFunction(() => 'arrived' in window);
  expect(site.ledger.libraryRequests()).toEqual(['consent-gate.bundle.js']);
  expect(hostsAsked(site)).toEqual(service.hosts);
});

test('a service that is misspelt is asked for once, named with what was meant, and nothing is loaded', async ({
  site,
}) => {
  const page = await site.visit({
    config: {
      policy: {url: '/privacy', version: '1'},
      operator: {name: 'A shop'},
      categories: {functional: {services: [{service: 'jivosite', widgetId: 'abcdeFGH12'}]}},
    } as unknown as ConsentGateConfig,
  });
  await expect
    .poll(() => site.ledger.consoleProblems().join('\n'))
    .toContain('categories.functional.services[0].service');
  await expect(banner(page)).toHaveCount(0);
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
  expect(site.ledger.libraryRequests().filter((name) => name.includes('-service-'))).toEqual([
    `consent-gate-service-${hash('jivosite', 4)}.js`,
  ]);
});

test('what a page says with the vendor’s own stub is sent where the yes is older than the page, and dropped else', async ({
  site,
}) => {
  const {page} = await arrange(site, 'meta-pixel');
  const stub =
    '<script src="/declared.js"></script><script>' +
    'window.fbq = (...call) => fbq.queue.push(call); fbq.queue = []; fbq("track", "Purchase")</script>';
  const config: ConsentGateConfig = {
    policy: {url: '/privacy', version: '1'},
    operator: {name: 'A shop'},
    categories: {advertising: {services: [CATALOGUE_ENTRIES['meta-pixel']]}},
  };
  await site.visit({config, head: stub, path: '/thanks'});
  await bannerButton(page, 'accept').press('Enter');
  const events = () =>
    site.ledger
      .vendorRequests('www.facebook.com')
      .map(({url}) => new URL(url).search)
      .filter((search) => !/beat|hit/.test(search));
  await expect.poll(events).toContain('?PageView');
  await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
  expect(events()).not.toContain('?Purchase');
  site.ledger.clear();
  await page.reload();
  await expect.poll(events).toContain('?Purchase');
});

test('Google Ads beside Analytics: each keeps and sends its own alone', async ({site}) => {
  const config: ConsentGateConfig = {
    policy: {url: '/privacy', version: '1'},
    operator: {name: 'A shop'},
    categories: {
      analytics: {services: [{service: 'google-analytics', measurementId: 'G-TEST12345'}]},
      advertising: {services: [CATALOGUE_ENTRIES['google-ads']]},
    },
  };
  // The tags do nothing: what is told to them is looked at.
  site.answer('www.googletagmanager.com', () => ({
    headers: {'content-type': 'text/javascript'},
    body: '',
  }));
  const page = await site.visit({config});
  await expect(banner(page)).toBeVisible();
  const tags = () =>
    site.ledger
      .vendorRequests('www.googletagmanager.com')
      .map(({url}) => new URL(url).searchParams.get('id'))
      .sort();
  const leave = () =>
    page.evaluate(() => {
      for (const name of ['_ga', '_gcl_au', '_gac_x', 'FPAU'])
        document.cookie = `${name}=1; Path=/`;
      localStorage.setItem('_gcl_ls', '1');
    });
  const left = async () => {
    const {local} = await site.ledger.storage(page);
    const cookies = (await site.ledger.cookieNames()).filter((name) => !/consent-gate/.test(name));
    return [...cookies, ...Object.keys(local)].sort();
  };
  /** What has been told since, as `command name`, and the last signals. */
  const told = () =>
    page.evaluate(() => {
      const layer = (window as unknown as {dataLayer: ArrayLike<unknown>[]}).dataLayer;
      const updates = layer.filter((item) => item[0] === 'consent' && item[1] === 'update');
      return {
        signals: updates.at(-1)?.[2] as Record<string, string> | undefined,
        events: layer
          .filter((item) => item[0] === 'event')
          .map((item) => `${item[1] as string} ${(item[2] as {send_to: string}).send_to}`),
      };
    });
  const say = () =>
    page.evaluate(() => {
      const {gtag} = window as unknown as {gtag: (...words: unknown[]) => void};
      gtag('event', 'view', {send_to: 'G-TEST12345'});
      gtag('event', 'conversion', {send_to: 'AW-123456789/abc'});
      gtag('event', 'both', {send_to: ['G-TEST12345', 'AW-123456789']});
    });

  await leave();
  await page.evaluate(() => window.consentGate!.choose({analytics: true, advertising: false}));
  await expect.poll(tags).toEqual(['G-TEST12345']);
  await expect.poll(left).toEqual(['_ga']);
  await say();
  expect(await told()).toMatchObject({
    signals: {analytics_storage: 'granted', ad_storage: 'denied', ad_user_data: 'denied'},
    events: ['view G-TEST12345'],
  });

  await page.evaluate(() => window.consentGate!.choose({analytics: false, advertising: true}));
  await expect.poll(tags).toEqual(['AW-123456789', 'G-TEST12345']);
  await leave();
  await expect
    .poll(() =>
      site.ledger.cookies().then((all) => all.some(({value}) => value.includes('~y.google-ads'))),
    )
    .toBe(true);
  site.ledger.clear();
  // Its file comes late, and until then nobody knows what it may keep.
  await page.reload();
  await expect.poll(tags).toEqual(['AW-123456789']);
  await expect.poll(left).toEqual(['FPAU', '_gac_x', '_gcl_au', '_gcl_ls']);
  await say();
  expect(await told()).toMatchObject({
    signals: {analytics_storage: 'denied', ad_storage: 'granted', ad_personalization: 'granted'},
  });
  expect((await told()).events).toEqual(['conversion AW-123456789/abc']);
});

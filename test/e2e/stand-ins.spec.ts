import type {Page} from 'playwright/test';
import {expect, test} from '../helpers/site.js';
import type {Site} from '../helpers/site.js';

/*
 * The stand-ins are only worth something as long as they act like the vendors' tags. Each test is
 * titled with the number of the fact it checks, in the vendors' order of things: without any gate.
 */

const ID = 12345678;
const TAG = 'https://mc.yandex.ru/metrika/tag.js';
const GTAG = 'https://www.googletagmanager.com/gtag/js?id=G-TEST12345';

/** The vendor's stub, and calls that wait in it. */
const ymStub = (calls: string) =>
  `window.ym=window.ym||function(){(ym.a=ym.a||[]).push(arguments)};ym.l=Date.now();${calls};`;
const gtagStub = (calls: string) =>
  `window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}${calls};`;
const silent = 'window.__standIn={heartbeat:0,unload:false};';

/** A page with a vendor's snippet on it, as owners paste it. */
const open = (site: Site, inline: string, src: string, url?: string) =>
  site.visit({
    url,
    door: 'none',
    config: null,
    head: `<script>${silent}${inline}</script><script async src="${src}"></script>`,
  });

const query = (url: string) => new URL(url).searchParams;
const hits = (site: Site) =>
  site.ledger
    .vendorRequests('mc.yandex.ru')
    .filter(({path}) => path.startsWith('/watch/'))
    .map(({method, url}) => ({method, page: query(url).get('page-url') ?? ''}));
/** Requests of one moment overtake one another, so their order says nothing. */
const hitPages = (site: Site) =>
  hits(site)
    .map(({page}) => page.replace('https://www.shop.example', ''))
    .sort();
const pings = (site: Site) =>
  site.ledger
    .vendorRequests('www.google-analytics.com')
    .map(({url}) => `${query(url).get('en')} ${query(url).get('gcs')}`);
const ym = (page: Page, ...call: unknown[]) =>
  page.evaluate((args) => {
    (window as unknown as {ym: (...args: unknown[]) => void}).ym(...args);
  }, call);
const gtag = (page: Page, ...call: unknown[]) =>
  page.evaluate((args) => {
    (window as unknown as {gtag: (...args: unknown[]) => void}).gtag(...args);
  }, call);
const deleteCookies = (page: Page) =>
  page.evaluate(() => {
    const host = location.hostname;
    for (const part of document.cookie.split('; ')) {
      const name = part.split('=')[0];
      for (let domain = host; domain.includes('.'); domain = domain.replace(/^[^.]*\./, '')) {
        document.cookie = `${name}=; path=/; max-age=0; domain=${domain}`;
      }
      document.cookie = `${name}=; path=/; max-age=0`;
    }
  });

test.describe('Yandex.Metrica', {tag: '@stand-in'}, () => {
  test('0.1 a lost _ym_uid cookie is restored from localStorage', async ({site}) => {
    const page = await open(site, ymStub(`ym(${ID},'init',{})`), TAG);
    await site.ledger.settle();
    const uid = async () =>
      (await site.ledger.cookies()).find(({name}) => name === '_ym_uid')?.value;
    const first = await uid();
    expect(first).toMatch(/^\d{17,19}$/);
    await deleteCookies(page);
    expect(await uid()).toBeUndefined();
    await page.reload();
    await site.ledger.settle();
    expect(await uid()).toBe(first);
  });

  test('0.2 localStorage of one host brings the id back for all of them', async ({site}) => {
    const stub = ymStub(`ym(${ID},'init',{})`);
    const page = await open(site, stub, TAG, 'https://a.shop.example/');
    await site.ledger.settle();
    const before = await page.evaluate(() => document.cookie);
    await page.goto('https://b.shop.example/404');
    await deleteCookies(page);
    await page.evaluate(() => localStorage.clear());
    await open(site, stub, TAG, 'https://a.shop.example/');
    await site.ledger.settle();
    const id = /_ym_uid=(\d+)/.exec(before)![1];
    expect(await page.evaluate(() => document.cookie)).toContain(`_ym_uid=${id}`);
    expect((await site.ledger.cookies()).find(({name}) => name === '_ym_uid')?.domain).toBe(
      '.shop.example',
    );
  });

  test('0.3 calls queued before the tag are sent, also before init', async ({site}) => {
    const calls = `ym(${ID},'reachGoal','early');ym(${ID},'hit','/early');ym(${ID},'init',{})`;
    await open(site, ymStub(calls), TAG);
    await site.ledger.settle();
    expect(hitPages(site)).toEqual(['/', '/early', 'goal://www.shop.example/early']);
  });

  test('0.3 calls after destruct wait, and a new init sends hits twice and goals once', async ({
    site,
  }) => {
    const page = await open(site, ymStub(`ym(${ID},'init',{})`), TAG);
    await site.ledger.settle();
    await ym(page, ID, 'destruct');
    await ym(page, ID, 'hit', '/withdrawn');
    await ym(page, ID, 'reachGoal', 'withdrawn');
    site.ledger.clear();
    await site.ledger.settle();
    expect(hits(site)).toEqual([]);
    await ym(page, ID, 'init', {});
    await site.ledger.settle();
    expect(hitPages(site)).toEqual([
      '/',
      '/withdrawn',
      '/withdrawn',
      'goal://www.shop.example/withdrawn',
    ]);
  });

  test('0.3 an emptied queue before init gives one clean hit', async ({site}) => {
    const calls = `ym(${ID},'hit','/early');ym.a.length=0;ym(${ID},'init',{})`;
    await open(site, ymStub(calls), TAG);
    await site.ledger.settle();
    expect(hitPages(site)).toEqual(['/']);
  });

  test('0.4 defer is no gate: cookies, storage and a nohit request', async ({site}) => {
    await open(site, ymStub(`ym(${ID},'init',{defer:true})`), TAG);
    await site.ledger.settle();
    const sent = site.ledger.vendorRequests('mc.yandex.ru').map(({url}) => query(url).get('nohit'));
    expect(sent).toEqual([null, '1']);
    expect(await site.ledger.cookieNames()).toEqual(['_ym_d', '_ym_isad', '_ym_uid']);
    expect(Object.keys((await site.ledger.storage()).local)).toContain('_ym_uid');
  });

  test('0.5 wiping without destruct: it keeps sending and writing', async ({site}) => {
    const page = await open(
      site,
      `window.__standIn.heartbeat=50;` + ymStub(`ym(${ID},'init',{})`),
      TAG,
    );
    await expect.poll(() => hits(site).length).toBeGreaterThan(2);
    await deleteCookies(page);
    await page.evaluate(() => localStorage.clear());
    site.ledger.clear();
    await page.locator('#page-button').click();
    await expect.poll(() => hits(site).length).toBeGreaterThan(2);
    const sent = () => site.ledger.vendorRequests('mc.yandex.ru').map(({path}) => path);
    await expect.poll(sent, 'requests may overtake each other').toContain(`/clmap/${ID}`);
    expect(Object.keys((await site.ledger.storage()).local)).toContain(`_ym${ID}:0_reqNum`);
    expect(await site.ledger.cookieNames()).toEqual([]);
  });

  test('0.6 init and destruct queued before the tag: hit and cookies all the same', async ({
    site,
  }) => {
    await open(site, ymStub(`ym(${ID},'init',{});ym(${ID},'destruct')`), TAG);
    await site.ledger.settle();
    expect(hits(site)).toHaveLength(1);
    expect(await site.ledger.cookieNames()).toContain('_ym_uid');
  });

  test('0.7 destruct stops all of it and deletes nothing', async ({site}) => {
    const init = ymStub(`ym(${ID},'init',{webvisor:true,accurateTrackBounce:400})`);
    const page = await open(site, `window.__standIn={heartbeat:50};${init}`, TAG);
    await expect.poll(() => hits(site).length).toBeGreaterThan(2);
    expect(await page.evaluate((id) => `yaCounter${id}` in window, ID)).toBe(true);
    await ym(page, ID, 'destruct');
    await site.ledger.settle();
    const cookies = await site.ledger.cookieNames();
    const stored = await site.ledger.storage();
    site.ledger.clear();

    await page.locator('#page-button').click();
    await ym(page, ID, 'reachGoal', 'late');
    await page.waitForTimeout(500);
    expect(await page.evaluate((id) => `yaCounter${id}` in window, ID)).toBe(false);
    expect(await site.ledger.storage()).toEqual(stored);
    await page.goto('https://www.shop.example/404');
    await site.ledger.settle();
    expect(site.ledger.vendorRequests()).toEqual([]);
    expect(site.ledger.cookieWrites).toEqual([]);
    expect(await site.ledger.cookieNames()).toEqual(cookies);
    expect(cookies).toEqual(['_ym_d', '_ym_isad', '_ym_uid', '_ym_visorc']);
  });

  test('0.7 a second init on the page sends a hit and writes no cookies', async ({site}) => {
    const page = await open(site, ymStub(`ym(${ID},'init',{})`), TAG);
    await site.ledger.settle();
    await ym(page, ID, 'destruct');
    await deleteCookies(page);
    site.ledger.clear();
    await ym(page, ID, 'init', {});
    await site.ledger.settle();
    expect(hits(site)).toHaveLength(1);
    expect(site.ledger.cookieWrites).toEqual([]);
    expect(await site.ledger.cookieNames()).toEqual([]);
  });

  for (const flag of [`disableYaCounter${ID}=true`, 'Ya={disableMetrica:true}']) {
    test(`0.8 ${flag} before init drops the counter, after it changes nothing`, async ({site}) => {
      await open(site, `window.${flag};` + ymStub(`ym(${ID},'init',{})`), TAG);
      await site.ledger.settle();
      expect(hits(site)).toEqual([]);
      expect(await site.ledger.cookieNames()).toEqual([]);

      const page = await open(site, ymStub(`ym(${ID},'init',{})`), TAG);
      await site.ledger.settle();
      await page.evaluate((id) => Object.assign(window, {[`disableYaCounter${id}`]: true}), ID);
      site.ledger.clear();
      await ym(page, ID, 'hit', '/late');
      await site.ledger.settle();
      expect(hits(site)).toHaveLength(1);
    });
  }

  test('1.4 methods: goals go by POST, getClientID tells the id', async ({site}) => {
    const page = await open(site, ymStub(`ym(${ID},'init',{})`), TAG);
    await site.ledger.settle();
    site.ledger.clear();
    await ym(page, ID, 'reachGoal', 'order', {price: 5});
    await site.ledger.settle();
    expect(hits(site)).toEqual([{method: 'POST', page: 'goal://www.shop.example/order'}]);
    expect(site.ledger.vendorRequests()[0]!.body).toBe('{"price":5}');
    const id = await page.evaluate(
      (counter) =>
        new Promise((done) => {
          (window as unknown as {ym: (...args: unknown[]) => void}).ym(
            counter,
            'getClientID',
            done,
          );
        }),
      ID,
    );
    const cookies = await site.ledger.cookies();
    expect(id).toBe(cookies.find(({name}) => name === '_ym_uid')!.value);
  });

  for (const [url, domain] of [
    ['https://www.shop.example/', '.shop.example'],
    ['https://www.shop.example.co.uk/', '.example.co.uk'],
    ['http://shop.example/', '.shop.example'],
  ] as const) {
    test(`1.6 cookies on the highest domain that takes them, from ${url}`, async ({site}) => {
      await open(site, ymStub(`ym(${ID},'init',{})`), TAG, url);
      await site.ledger.settle();
      const cookies = await site.ledger.cookies();
      const uid = cookies.find(({name}) => name === '_ym_uid')!;
      const secure = url.startsWith('https');
      expect(uid).toMatchObject({domain, path: '/', secure, httpOnly: false});
      if (secure) expect(uid.sameSite).toBe('None');
      const days = (age: number) => Math.round((age - Date.now() / 1000) / 86400);
      expect(days(uid.expires)).toBe(365);
      expect(days(cookies.find(({name}) => name === '_ym_isad')!.expires)).toBe(2);
    });
  }

  test('1.8 the keys in localStorage; a failed hit is sent by a later page', async ({site}) => {
    let broken = true;
    site.answer('/watch/', () => (broken ? 'abort' : null));
    const page = await open(site, ymStub(`ym(${ID},'init',{})`), TAG);
    await site.ledger.settle();
    expect(Object.keys((await site.ledger.storage()).local).sort()).toEqual(
      ['_ym_uid', '_ym_retryReqs', `_ym${ID}:0_reqNum`, `_ym${ID}_lsid`].sort(),
    );
    expect(site.ledger.storageWrites.map(({name}) => name)).toContain('_ymBRC');
    broken = false;
    site.ledger.clear();
    await page.reload();
    await site.ledger.settle();
    const retries = site.ledger
      .vendorRequests('mc.yandex.ru')
      .filter(({url}) => query(url).get('retry') === '1');
    expect(retries).toHaveLength(1);
  });

  test('1.3 webvisor records, and has a cookie of 30 minutes', async ({site}) => {
    await open(site, ymStub(`ym(${ID},'init',{webvisor:true})`), TAG);
    const recorded = () =>
      site.ledger.vendorRequests().filter(({path}) => path === `/webvisor/${ID}`).length;
    await expect.poll(recorded).toBe(1);
    const cookie = (await site.ledger.cookies()).find(({name}) => name === '_ym_visorc')!;
    expect(cookie.expires - Date.now() / 1000).toBeLessThan(1801);
  });

  test('1.3 ecommerce reads the layer that Google uses, earlier entries too', async ({site}) => {
    const layer = `window.dataLayer=[{ecommerce:{purchase:{id:1}}}];`;
    const page = await open(site, layer + ymStub(`ym(${ID},'init',{ecommerce:true})`), TAG);
    await site.ledger.settle();
    await page.evaluate(() => {
      (window as unknown as {dataLayer: unknown[]}).dataLayer.push({ecommerce: {add: {id: 2}}});
    });
    await site.ledger.settle();
    const params = site.ledger.vendorRequests().filter(({path}) => path === `/watch/${ID}/1`);
    expect(params.map(({body}) => body.includes('ecommerce'))).toEqual([true, true]);
  });
});

test.describe('Google', {tag: '@stand-in'}, () => {
  const start = `gtag('js',new Date());gtag('config','G-TEST12345');`;
  const denied = `gtag('consent','default',{ad_storage:'denied',analytics_storage:'denied'});`;

  test('2.1 commands are processed in order, arrays are not understood', async ({site}) => {
    const calls = `${start}gtag('event','early');dataLayer.push(['event','array']);`;
    const page = await open(site, gtagStub(calls), GTAG);
    await site.ledger.settle();
    await gtag(page, 'event', 'late');
    await site.ledger.settle();
    expect(pings(site).sort()).toEqual(['early G111', 'late G111', 'page_view G111']);
  });

  test('2.1 send_page_view: false, and a second config', async ({site}) => {
    const calls = `gtag('js',new Date());gtag('config','G-TEST12345',{send_page_view:false});`;
    const page = await open(site, gtagStub(calls), GTAG);
    await site.ledger.settle();
    expect(pings(site)).toEqual([]);
    expect(await site.ledger.cookieNames()).toEqual(['_ga', '_ga_TEST12345']);
    await gtag(page, 'config', 'G-TEST12345');
    await site.ledger.settle();
    expect(pings(site)).toEqual(['page_view G111']);
  });

  test('2.2 no default is taken as granted', async ({site}) => {
    await open(site, gtagStub(start), GTAG);
    await site.ledger.settle();
    expect(pings(site)).toEqual(['page_view G111']);
    expect(await site.ledger.cookieNames()).toEqual(['_ga', '_ga_TEST12345']);
  });

  test('2.2 a denial sends pings without cookies; a grant writes them', async ({site}) => {
    const page = await open(site, gtagStub(denied + start), GTAG);
    await site.ledger.settle();
    expect(pings(site)).toEqual(['page_view G100']);
    expect(await site.ledger.cookieNames()).toEqual([]);
    await gtag(page, 'consent', 'update', {analytics_storage: 'granted'});
    await gtag(page, 'event', 'after');
    await site.ledger.settle();
    expect(pings(site)).toEqual(['page_view G100', 'after G101']);
    expect(await site.ledger.cookieNames()).toEqual(['_ga', '_ga_TEST12345']);
  });

  test('2.2 a later denial deletes no cookies', async ({site}) => {
    const page = await open(site, gtagStub(start), GTAG);
    await site.ledger.settle();
    await gtag(page, 'consent', 'update', {analytics_storage: 'denied'});
    await gtag(page, 'event', 'denied');
    await site.ledger.settle();
    expect(pings(site).at(-1)).toBe('denied G110');
    expect(await site.ledger.cookieNames()).toEqual(['_ga', '_ga_TEST12345']);
  });

  test('2.2 wait_for_update holds the first hit', async ({site}) => {
    const wait = denied.replace('})', ',wait_for_update:60000})');
    const page = await open(site, gtagStub(wait + start), GTAG);
    await site.ledger.settle();
    expect(pings(site)).toEqual([]);
    await gtag(page, 'consent', 'update', {analytics_storage: 'granted'});
    await site.ledger.settle();
    expect(pings(site)).toEqual(['page_view G101']);
  });

  test('2.3 cookies: two years, highest domain, and cookie_expires', async ({site}) => {
    const days = async (name: string) => {
      const cookie = (await site.ledger.cookies()).find((found) => found.name === name)!;
      return [cookie.domain, Math.round((cookie.expires - Date.now() / 1000) / 86400)];
    };
    await open(site, gtagStub(start), GTAG);
    await site.ledger.settle();
    const [domain, term] = await days('_ga');
    expect(domain).toBe('.shop.example');
    // Chromium caps at 400 days.
    expect([400, 730]).toContain(term);
    const own = start.replace(`'G-TEST12345'`, `'G-TEST12345',{cookie_expires:864000}`);
    await open(site, gtagStub(own), GTAG);
    await site.ledger.settle();
    expect(await days('_ga')).toEqual(['.shop.example', 10]);
  });

  test('2.4 ga-disable-ID is looked at on each send', async ({site}) => {
    const page = await open(site, gtagStub(start), GTAG);
    await site.ledger.settle();
    const flag = (value: boolean) =>
      page.evaluate((off) => Object.assign(window, {'ga-disable-G-TEST12345': off}), value);
    await flag(true);
    await gtag(page, 'event', 'disabled');
    await flag(false);
    await gtag(page, 'event', 'enabled');
    await site.ledger.settle();
    expect(pings(site)).toEqual(['page_view G111', 'enabled G111']);
  });

  test('2.4 ga-disable-ID before the start: nothing is sent or written', async ({site}) => {
    await open(site, `window['ga-disable-G-TEST12345']=true;` + gtagStub(start), GTAG);
    await site.ledger.settle();
    expect(pings(site)).toEqual([]);
    expect(await site.ledger.cookieNames()).toEqual([]);
  });

  test('2.2 Tag Manager reports every event, and its tag waits for the grant', async ({site}) => {
    const calls = `${denied}dataLayer.push({color:'red','gtm.start':1,event:'gtm.js'},{event:'own'});`;
    const page = await open(
      site,
      gtagStub(calls),
      'https://www.googletagmanager.com/gtm.js?id=GTM-TEST123',
    );
    await site.ledger.settle();
    const sent = () =>
      site.ledger
        .vendorRequests('www.googletagmanager.com')
        .filter(({path}) => path !== '/gtm.js')
        .map(({path, url}) => `${path} ${query(url).get('v') ?? query(url).get('id')}`);
    expect(sent()).toEqual(['/a gtm.js', '/a own']);
    const variable = await page.evaluate(() =>
      (
        window as unknown as {
          google_tag_manager: Record<string, {dataLayer: {get: (name: string) => unknown}}>;
        }
      ).google_tag_manager['GTM-TEST123']!.dataLayer.get('color'),
    );
    expect(variable).toBe('red');
    await gtag(page, 'consent', 'update', {analytics_storage: 'granted'});
    await site.ledger.settle();
    expect(sent()).toEqual(['/a gtm.js', '/a own', '/gtag/js G-CONTAINER']);
    expect(pings(site)).toEqual(['page_view G101']);
  });
});

test.describe('The harness', () => {
  const leaving = ['beforeunload', 'pagehide', 'visibilitychange'];

  test('reliability 0.2: unload beacons of a running tag all arrive', async ({site}) => {
    const both =
      `window.__standIn={heartbeat:0};` +
      ymStub(`ym(${ID},'init',{})`) +
      gtagStub(`gtag('config','G-TEST12345');`);
    const page = await open(site, both, TAG);
    await page.addScriptTag({url: GTAG});
    await site.ledger.settle();
    await deleteCookies(page);
    site.ledger.clear();
    await page.goto('https://www.shop.example/404');
    await site.ledger.settle();
    for (const host of ['mc.yandex.ru', 'www.google-analytics.com']) {
      const seen = site.ledger.vendorRequests(host).map(({url}) => {
        const {searchParams} = new URL(url);
        const name = (key: string) => searchParams.get(key) ?? searchParams.get(`ep.${key}`);
        return `${name('unload')} ${name('by')}`;
      });
      // Which of the events a navigation brings, and whether an image still gets out, is the browser's.
      for (const event of leaving) expect(seen, host).toContain(`${event} beacon`);
      expect(seen, host).toContain('pagehide fetch');
    }
    expect(await site.ledger.cookieNames()).toEqual(
      expect.arrayContaining(['_ga', '_ga_TEST12345', '_ym_d', '_ym_uid']),
    );
  });

  test('a preconnect, a WebSocket and an unknown host are seen', async ({site}) => {
    const page = await site.visit({
      door: 'none',
      config: null,
      head: '<link rel="preconnect" href="https://mc.yandex.ru">',
    });
    await site.ledger.settle();
    expect(await site.ledger.traces()).toEqual(['hinted: preconnect https://mc.yandex.ru/']);
    await page.evaluate(() => {
      new WebSocket('wss://mc.yandex.ru/solid.ws');
      new Image().src = 'https://tracker.example.net/pixel';
    });
    await expect
      .poll(() => site.ledger.vendorRequests().map(({url, kind}) => `${kind} ${url}`))
      .toEqual(
        expect.arrayContaining([
          'vendor wss://mc.yandex.ru/solid.ws',
          'leak https://tracker.example.net/pixel',
        ]),
      );
    expect(site.ledger.leaks()).toHaveLength(1);
  });

  test('cookie and storage writes are seen, with prefixes on https', async ({site}) => {
    const page = await site.visit({door: 'none', config: null});
    await page.evaluate(() => {
      document.cookie = '__Host-a=1; Path=/; Secure; SameSite=Lax';
      document.cookie = '__Secure-b=1; Path=/; Secure; Domain=shop.example';
      document.cookie = '__Host-refused=1; Path=/; Secure; Domain=shop.example';
      localStorage.setItem('key', 'value');
      sessionStorage.other = 'value';
    });
    await site.ledger.settle();
    expect(site.ledger.cookieWrites.map(({name}) => name)).toEqual([
      '__Host-a',
      '__Secure-b',
      '__Host-refused',
    ]);
    expect(await site.ledger.cookieNames()).toEqual(['__Host-a', '__Secure-b']);
    expect(site.ledger.storageWrites.map(({where, name}) => `${where} ${name}`)).toEqual([
      'local key',
    ]);
    expect(await site.ledger.storage()).toEqual({local: {key: 'value'}, session: {other: 'value'}});
  });

  test('console problems are kept, and a new visitor has an empty browser', async ({site}) => {
    const page = await site.visit({door: 'none', config: null});
    await page.evaluate(() => {
      console.warn('a warning');
      localStorage.setItem('key', 'value');
      setTimeout(() => {
        throw new Error('a fault');
      });
    });
    await expect
      .poll(() => site.ledger.consoleProblems())
      .toEqual(['warning: a warning', 'uncaught: a fault']);
    const other = await site.newVisitor();
    await other.page.goto('https://www.shop.example/');
    expect(await other.ledger.storage()).toEqual({local: {}, session: {}});
    expect(other.ledger.consoleProblems()).toEqual([]);
    expect(other.ledger.requests.map(({path}) => path)).toContain('/');
  });
});

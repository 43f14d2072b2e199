import {banner, bannerButton} from '../helpers/banner.js';
import {config, expect, test, type Site} from '../helpers/site.js';

/** Tags that were asked for; the beacons of a page that is being left are not this one's. */
const loads = (site: Site) =>
  site.ledger
    .vendorRequests()
    .map(({url}) => url)
    .filter((url) => /tag\.js|gtag\/js/.test(url));

const NAME = '__Host-consent-gate';

/** A visitor who has accepted, on a fresh page, and the record they got. */
async function accepted(site: Site, more: object = {}) {
  const page = await site.visit(more);
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(async () => (await site.ledger.cookieNames()).join()).toContain('consent-gate');
  const cookie = (await site.ledger.cookies()).find(({name}) => name.endsWith('consent-gate'))!;
  await site.ledger.settle();
  return {page, cookie};
}

test('invariant 2: a record that is not to the letter is no decision', async ({site}) => {
  const {page, cookie} = await accepted(site);
  const broken = [
    cookie.value.replace('1~', '2~'),
    `${cookie.value}~`,
    cookie.value.replace(/\d{4}-/, '9999-'),
    cookie.value.replace(/\d{4}-/, '1970-'),
    cookie.value.replace('~y.', '%7Ey.'),
    cookie.value.replace('~ui~', '~someone~'),
    `${cookie.value}~y.analytics.0000`,
    cookie.value.toUpperCase(),
  ];
  for (const value of broken) {
    await page.context().clearCookies();
    await page.context().addCookies([{...cookie, value}]);
    site.ledger.clear();
    await page.reload();
    await expect(banner(page), value).toBeVisible();
    expect(await page.evaluate(() => window.consentGate!.has('analytics')), value).toBe(false);
  }
  await site.ledger.settle();
  expect(loads(site)).toEqual([]);
});

test('invariant 3: two cookies of one name are a conflict, and no consent', async ({site}) => {
  const {page, cookie} = await accepted(site, {url: 'http://www.shop.example/catalog/'});
  expect(cookie.name).toBe('consent-gate');
  const {name, value} = cookie;
  await page.context().addCookies([{name, value, domain: '.shop.example', path: '/catalog'}]);
  site.ledger.clear();
  await page.reload();
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(loads(site)).toEqual([]);
});

test('a parent domain cannot toss a grant in on https', async ({site}) => {
  const {page, cookie} = await accepted(site);
  await page.context().clearCookies();
  const tossed = await page.evaluate(
    ([name, value]) => {
      document.cookie = `${name}=${value}; Domain=shop.example; Path=/; Secure`;
      document.cookie = `consent-gate=${value}; Domain=shop.example; Path=/; Secure`;
      document.cookie = `%5F%5FHost-consent-gate=${value}; Domain=shop.example; Path=/; Secure`;
      document.cookie = `=${name}=${value}; Domain=shop.example; Path=/; Secure`;
      return document.cookie;
    },
    [NAME, cookie.value] as const,
  );
  expect(tossed).toContain('consent-gate=');
  site.ledger.clear();
  await page.reload();
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(loads(site)).toEqual([]);
});

test('cookie.domain shares the decision with subdomains, under __Secure-', async ({site}) => {
  const shared = {...config, cookie: {domain: 'shop.example', days: 30}};
  const {page, cookie} = await accepted(site, {config: shared});
  expect(cookie).toMatchObject({
    name: '__Secure-consent-gate',
    domain: '.shop.example',
    secure: true,
  });
  expect((cookie.expires - Date.now() / 1000) / 86400).toBeLessThan(30.1);
  await site.visit({config: shared, url: 'https://blog.shop.example/'});
  await expect.poll(() => page.evaluate(() => window.consentGate!.has('analytics'))).toBe(true);
  await expect(page.locator('consent-choice')).toHaveCount(0);
});

test('a jar that refuses: the choice holds for the page, with a warning, and nothing loops', async ({
  site,
}) => {
  await site.page.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'cookie', {get: () => '', set: () => {}});
  });
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(() => window.consentGate!.has('analytics'))).toBe(true);
  await expect
    .poll(() => site.ledger.consoleProblems().join())
    .toContain('the cookie cannot be written');
  await page.reload();
  await expect(banner(page)).toBeVisible();
});

test('a config that has changed since the answer is checked before anything opens', async ({
  site,
}) => {
  const {page} = await accepted(site);
  site.ledger.clear();
  await site.visit({config: JSON.stringify({...config, surprise: 1})});
  await expect.poll(() => site.ledger.consoleProblems().join()).toContain('surprise');
  await site.ledger.settle();
  expect(loads(site)).toEqual([]);
  // A comma more is no new question: the answer stands.
  await site.visit({config: JSON.stringify(config, null, 2)});
  await expect.poll(() => page.evaluate(() => window.consentGate!.has('analytics'))).toBe(true);
  await expect(page.locator('consent-choice')).toHaveCount(0);
});

test('denied services are swept on every load, on every parent domain; near names stay', async ({
  site,
}) => {
  const page = await site.visit({url: 'https://a.b.shop.example/shop/cart/'});
  await bannerButton(page, 'reject').click();
  await expect.poll(async () => (await site.ledger.cookieNames()).length).toBe(1);
  await page.evaluate(() => {
    for (const domain of [
      '',
      '; Domain=a.b.shop.example',
      '; Domain=b.shop.example',
      '; Domain=shop.example',
    ]) {
      for (const path of ['/', '/shop', '/shop/cart']) {
        for (const name of ['_ga', '_ga_TEST', '_ym_uid', '_ym_d']) {
          document.cookie = `${name}=1; Path=${path}${domain}; Secure`;
        }
      }
    }
    for (const decoy of ['_gallery', '_gat2', '_ymca', 'session', 'my-consent-gate2']) {
      document.cookie = `${decoy}=1; Path=/; Domain=shop.example`;
      localStorage.setItem(decoy, '1');
    }
    for (const key of ['_ym_uid', '_ym12345678_lsid', '_ymBRC', '_ym_retryReqs'])
      localStorage.setItem(key, '1');
    sessionStorage.setItem('__ym_tab_guid', '1');
  });
  await page.reload();
  await expect
    .poll(() => site.ledger.cookieNames())
    .toEqual([NAME, '_gallery', '_gat2', '_ymca', 'my-consent-gate2', 'session'].sort());
  const {local, session} = await site.ledger.storage();
  expect(Object.keys(local).sort()).toEqual([
    '_gallery',
    '_gat2',
    '_ymca',
    'my-consent-gate2',
    'session',
  ]);
  expect(Object.keys(session)).toEqual([]);
});

test('undecided: web storage and host-only cookies go, a parent domain’s may be a sister’s', async ({
  site,
}) => {
  await site.page.addInitScript(() => {
    document.cookie = '_ga=host; Path=/';
    document.cookie = '_ym_uid=parent; Path=/; Domain=shop.example';
    localStorage.setItem('_ym_uid', '1');
  });
  const page = await site.visit();
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => site.ledger.cookieNames()).toEqual(['_ym_uid']);
  expect(Object.keys((await site.ledger.storage()).local)).toEqual([]);
});

test('global privacy control refuses advertising, unwritten; its own switch goes before it', async ({
  site,
}) => {
  await site.page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true});
  });
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(async () => (await site.ledger.cookies()).find(({name}) => name === NAME)?.value)
    .toBeTruthy();
  const value = (await site.ledger.cookies()).find(({name}) => name === NAME)!.value;
  expect(value).not.toContain('advertising');
  expect(await page.evaluate(() => window.consentGate!.has('advertising'))).toBe(false);
  await page.evaluate(() => window.consentGate!.choose({advertising: true}));
  expect(await page.evaluate(() => window.consentGate!.has('advertising'))).toBe(true);
});

import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';
import type {Page} from 'playwright/test';
import type {ConsentRecord} from '../../src/decision/receipt.js';
import {banner, bannerButton, choose} from '../helpers/banner.js';
import {holdBack} from '../helpers/hold-back.js';
import {isKept} from '../helpers/is-kept.js';
import {config as shop, expect, test, type Arrival, type Site} from '../helpers/site.js';

/*
 * What the owner is sent of each choice, where the config has `records`: docs/decisions/045-records.md.
 */

const ENDPOINT = '/consent-records';
const config = {...shop, records: {endpoint: ENDPOINT}};
const KEY = '-consent-gate';

const schema = JSON.parse(
  readFileSync(new URL('../../dist/consent-gate-record.schema.json', import.meta.url), 'utf8'),
) as object;
const isValid = new Ajv2020({strictTypes: false}).compile(schema);

/** Plays the receiver. */
function receive(site: Site, status: () => number | 'abort' = () => 201) {
  const arrivals: Arrival[] = [];
  site.answer(/\/consent-records$/, (request) => {
    const answer = status();
    if (answer === 201) arrivals.push(request);
    return answer === 'abort' ? answer : {status: answer, body: ''};
  });
  return {
    arrivals,
    get records() {
      return arrivals.map(({body}) => JSON.parse(body) as ConsentRecord);
    },
  };
}

const asked = (site: Site) => site.ledger.requests.filter(({path}) => path === ENDPOINT);
const waiting = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const said = ({answers}: ConsentRecord) =>
  Object.fromEntries(answers.map(({id, granted}) => [id, granted]));

test('before a choice nothing is sent or kept; then one record, as its schema says, with true hashes', async ({
  site,
}) => {
  const receiver = receive(site);
  const page = await site.visit({config});
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(asked(site)).toEqual([]);
  expect(await waiting(page)).toBe(null);

  const before = Math.floor(Date.now() / 1000);
  await bannerButton(page, 'reject').click();
  await expect.poll(() => receiver.records.length).toBe(1);
  const [record] = receiver.records;
  expect(isValid(record), JSON.stringify(isValid.errors)).toBe(true);
  expect(record).toMatchObject({
    schema: 'consent-gate/receipt/1',
    site: 'https://www.shop.example',
    jurisdiction: 'RU',
    piiControllers: [{piiController: 'IMPER Group', email: 'mail@personalimage.ru'}],
    policyUrl: 'https://www.shop.example/privacy',
    policyVersion: '2026-11-01',
    method: 'ui',
    language: 'en',
    services: [],
    consent: null,
    asShown: true,
  });
  expect(record!.consentTimestamp).toBeGreaterThanOrEqual(before);
  expect(record!.consentTimestamp).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000));
  expect(Object.values(said(record!))).toEqual([false, false, false, false, false, false]);
  for (const {text, sha256} of record!.answers)
    expect(sha256).toBe(createHash('sha256').update(text!).digest('hex'));
  expect(record!.answers.find(({id}) => id === 'google-analytics')).toMatchObject({
    category: 'analytics',
    language: 'en',
    text: 'Google Analytics: With your consent, IMPER Group uses cookies for statistics and behaviour analysis. Data goes to Google (US). Data leaves Russia for: US.',
  });
  await expect.poll(() => waiting(page)).toBe(null);

  // The same answers as in the cookie, and in the receipt of the visitor.
  await isKept(site);
  const [cookie] = (await site.ledger.cookies()).filter(({name}) => /consent-gate/.test(name));
  for (const {id, fingerprint} of record!.answers)
    expect(cookie!.value).toContain(`~n.${id}.${fingerprint}`);
  const {consentReceiptID: _, consentTimestamp, ...same} = record!;
  const receipt = await page.evaluate(() => window.consentGate!.receipt());
  expect({...receipt, consentTimestamp}).toEqual({...same, consentTimestamp});
});

test('what is sent tells nothing of who it is', async ({site}) => {
  const receiver = receive(site);
  const page = await site.visit({config, path: '/secret?who=me'});
  await site.context.addCookies([
    {name: 'session', value: 'abc', url: 'https://www.shop.example', secure: true},
  ]);
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => receiver.arrivals.length).toBe(1);
  const {headers, body, method} = receiver.arrivals[0]!;
  expect(method).toBe('POST');
  expect(headers['content-type']).toBe('application/json');
  expect(headers['cookie'] ?? '').toBe('');
  expect(headers['referer'] ?? '').toBe('');
  expect(body).not.toContain('secret');
});

test('each choice is a record of its own, in order, in the language of the page', async ({
  site,
}) => {
  const receiver = receive(site);
  const page = await site.visit({config, lang: 'ru'});
  await choose(page, {'yandex-metrica': true});
  await expect.poll(() => receiver.records.length).toBe(1);
  await choose(page, {'yandex-metrica': false, youtube: true});
  await expect.poll(() => receiver.records.length).toBe(2);
  await page.evaluate(() => window.consentGate!.reset());
  await expect.poll(() => receiver.records.length).toBe(3);
  const {records} = receiver;
  expect(records.map((record) => said(record)['yandex-metrica'])).toEqual([true, false, null]);
  expect(records.map(({method}) => method)).toEqual(['ui', 'ui', null]);
  expect(records[0]!.services).toMatchObject([
    {
      service: 'Яндекс.Метрика',
      purposes: [
        {purposeCategory: ['analytics'], consentType: 'EXPLICIT', thirdPartyName: 'Yandex'},
      ],
    },
  ]);
  expect(records[0]!.answers.find(({id}) => id === 'yandex-metrica')!.text).toContain(
    'Яндекс.Метрика',
  );
  expect(new Set(records.map(({consentReceiptID}) => consentReceiptID)).size).toBe(3);
  for (const record of records) expect(isValid(record), JSON.stringify(isValid.errors)).toBe(true);
  expect(await waiting(page)).toBe(null);
});

test('a receiver that is down for an hour loses no record, nor their order', async ({site}) => {
  test.slow();
  await site.page.clock.install();
  let down: 201 | 503 | 'abort' = 'abort';
  const receiver = receive(site, () => down);
  const page = await site.visit({config});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => asked(site).length).toBe(1);
  await choose(page, {youtube: false});
  down = 503;
  for (let minutes = 0; minutes < 60; minutes += 5) await page.clock.fastForward('05:00');
  await expect.poll(() => asked(site).length).toBeGreaterThan(5);
  expect(receiver.records).toEqual([]);
  await page.evaluate(() => window.consentGate!.rejectAll());
  expect(JSON.parse((await waiting(page))!)).toHaveLength(3);
  down = 201;
  await page.clock.fastForward('05:00');
  await expect.poll(() => receiver.records.length).toBe(3);
  expect(receiver.records.map((record) => said(record)['youtube'])).toEqual([true, false, false]);
  expect(receiver.records.map((record) => said(record)['yandex-metrica'])).toEqual([
    true,
    true,
    false,
  ]);
  await expect.poll(() => waiting(page)).toBe(null);
});

test('what was not sent is sent from a later page, once, though that page asks nothing', async ({
  site,
}) => {
  let down: 201 | 'abort' = 'abort';
  const receiver = receive(site, () => down);
  const page = await site.visit({config});
  await bannerButton(page, 'reject').click();
  await expect.poll(() => asked(site).length).toBe(1);
  await isKept(site);
  const before = JSON.parse((await waiting(page))!) as {body: string}[];
  down = 201;
  await page.reload();
  await expect.poll(() => receiver.records.length).toBe(1);
  expect(receiver.arrivals[0]!.body).toBe(before[0]!.body);
  await expect.poll(() => waiting(page)).toBe(null);
  // And then a page of theirs loads nothing of it any more.
  const files = site.ledger.requests.length;
  await page.reload();
  await site.ledger.settle();
  const loaded = site.ledger.requests.slice(files).map(({path}) => path);
  expect(loaded.filter((path) => /dist/.test(path))).toEqual(['/dist/consent-gate.js']);
  expect(receiver.records).toHaveLength(1);
});

test('an answer that comes too late is no second record: what comes twice has the same id', async ({
  site,
}) => {
  const receiver = receive(site);
  let lost = true;
  site.answer(/\/consent-records$/, (request) => {
    if (!lost) return null;
    receiver.arrivals.push(request);
    return 'abort';
  });
  const page = await site.visit({config});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => receiver.records.length).toBe(1);
  await isKept(site);
  lost = false;
  await page.reload();
  await expect.poll(() => receiver.records.length).toBe(2);
  expect(receiver.arrivals[1]!.body).toBe(receiver.arrivals[0]!.body);
});

test('a choice that loads the page anew is not lost', async ({site}) => {
  const receiver = receive(site);
  const own = {
    ...config,
    categories: {
      analytics: {services: [{service: 'google-tag-manager', containerId: 'GTM-TEST'}]},
    },
  };
  const page = await site.visit({config: own as never});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => receiver.records.length).toBe(1);
  // From here on the receipt's file is not to be had in this page.
  await page.evaluate(() => Object.assign(window, {here: true}));
  await choose(page, {analytics: false, 'google-tag-manager': false});
  await expect
    .poll(() => page.evaluate(() => 'here' in window).catch(() => true), 'loads anew')
    .toBe(false);
  await expect.poll(() => receiver.records.length).toBe(2);
  expect(receiver.records.map((record) => said(record)['google-tag-manager'])).toEqual([
    true,
    false,
  ]);
  await expect.poll(() => waiting(page)).toBe(null);
});

test('it never keeps an answer waiting, and needs no file before it', async ({site}) => {
  const receiver = receive(site);
  const arrive = holdBack(site, /consent-gate-(records|receipt)/);
  const page = await site.visit({config});
  await bannerButton(page, 'accept').press('Enter');
  await expect(banner(page)).toBeHidden();
  await expect.poll(() => site.ledger.vendorRequests().length).toBeGreaterThan(0);
  await isKept(site);
  expect(receiver.records).toEqual([]);
  expect(JSON.parse((await waiting(page))!)).toHaveLength(1);
  arrive();
  await expect.poll(() => receiver.records.length).toBe(1);
});

test('two tabs: each choice, in order; one that comes twice is the same', async ({site}) => {
  let down: 201 | 503 = 503;
  const receiver = receive(site, () => down);
  const page = await site.visit({config});
  await bannerButton(page, 'accept').press('Enter');
  await isKept(site);
  const other = await site.visit({config, page: await site.context.newPage(), path: '/two'});
  await other.evaluate(() => window.consentGate!.choose({youtube: false}));
  await expect.poll(async () => (JSON.parse((await waiting(page)) ?? '[]') as []).length).toBe(2);
  down = 201;
  await Promise.all(
    [page, other].map((one) => one.evaluate(() => dispatchEvent(new Event('online')))),
  );
  await expect.poll(() => waiting(page)).toBe(null);
  // Another process may see late what has been taken out of the storage (Firefox): the id tells.
  const bodies = [...new Set(receiver.arrivals.map(({body}) => body))];
  expect(bodies.map((body) => said(JSON.parse(body) as ConsentRecord)['youtube'])).toEqual([
    true,
    false,
  ]);
});

for (const [what, text] of [
  ['no JSON', '{'],
  ['another shape', '{"id": 1}'],
  ['a list of anything', '[null, 1, {"id": "x"}, {"id": {}, "at": "y", "said": []}]'],
  ['a decision that none could have written', '[{"id":"x","at":9e9,"said":"1~y"}]'],
  ['one of long ago', '[{"id":"x","at":1,"said":""}]'],
] as const) {
  test(`what somebody has put in its place is not sent: ${what}`, async ({site}) => {
    const receiver = receive(site);
    const page = await site.visit({config});
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEY, text] as const);
    await bannerButton(page, 'reject').click();
    await expect.poll(() => receiver.records.length).toBe(1);
    expect(said(receiver.records[0]!)['youtube']).toBe(false);
    await expect.poll(() => waiting(page)).toBe(null);
    await page.reload();
    await site.ledger.settle();
    expect(receiver.records).toHaveLength(1);
  });
}

test('where nothing can be stored it is sent all the same', async ({site}) => {
  const receiver = receive(site);
  await site.context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  const page = await site.visit({config});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => receiver.records.length).toBe(1);
});

test('a slipped-in <base> and a redirect lead no record to another host', async ({site}) => {
  let redirects = true;
  const receiver = receive(site);
  site.serve('https://evil.example.test/consent-records', '');
  site.answer(/shop\.example\/consent-records$/, () =>
    redirects
      ? {status: 307, headers: {location: 'https://evil.example.test/consent-records'}}
      : null,
  );
  const page = await site.visit({config});
  await page.evaluate(() => {
    const base = document.createElement('base');
    base.href = 'https://evil.example.test/';
    document.head.prepend(base);
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => asked(site).length).toBe(1);
  await isKept(site);
  redirects = false;
  await page.reload();
  await expect.poll(() => receiver.arrivals.length).toBe(1);
  expect(asked(site).map(({host}) => host)).toEqual(['www.shop.example', 'www.shop.example']);
});

test('what waits stays for other pages of the host, and goes with time', async ({site}) => {
  receive(site, () => 503);
  const page = await site.visit({config});
  await bannerButton(page, 'reject').click();
  await expect.poll(() => asked(site).length).toBe(1);
  await isKept(site);
  await site.visit();
  await site.ledger.settle();
  expect(await waiting(page)).not.toBe(null);
  expect(asked(site)).toHaveLength(1);
  await page.evaluate((key) => {
    const old = localStorage.getItem(key)!.replace(/"at":\d+/, '"at":1');
    localStorage.setItem(key, old);
  }, KEY);
  await page.reload();
  await expect.poll(() => waiting(page)).toBe(null);
  expect(asked(site)).toHaveLength(1);
});

test('invariant 16: a choice that is forgotten, and another after it, while an earlier one is on its way', async ({
  site,
}) => {
  const receiver = receive(site);
  const arrive = holdBack(site, /\/consent-records$/);
  const page = await site.visit({config});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => asked(site).length).toBe(1);
  await page.evaluate(() => window.consentGate!.reset());
  await page.evaluate(() => window.consentGate!.acceptAll());
  arrive();
  await expect.poll(() => receiver.records.length).toBe(3);
  expect(receiver.records.map((record) => said(record)['youtube'])).toEqual([true, null, true]);
  expect(receiver.records.map(({method, services}) => [method, services.length])).toEqual([
    ['ui', 3],
    [null, 0],
    ['api', 3],
  ]);
});

test('without `records` nothing is sent, kept or loaded', async ({site}) => {
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await isKept(site);
  await site.ledger.settle();
  expect(await waiting(page)).toBe(null);
  expect(site.ledger.requests.filter(({path}) => /receipt|records/.test(path))).toEqual([]);
});

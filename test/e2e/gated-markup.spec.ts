import {createHash} from 'node:crypto';
import type {Page} from 'playwright/test';
import {reportShown} from '../helpers/back-forward-cache.js';
import {bannerButton, choose} from '../helpers/banner.js';
import {frameArrived} from '../helpers/frame-arrived.js';
import {holdBack} from '../helpers/hold-back.js';
import {log, ran} from '../helpers/ran.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import {answersInCookie} from '../helpers/tabs.js';
import {uncaught} from '../helpers/uncaught.js';

test('invariant 1: gated scripts stay text until the grant, then run in document order, each once', async ({
  site,
}) => {
  site.serve('/first.js', log('first'), {headers: {'content-type': 'text/javascript'}});
  site.answer('/first.js', async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return {headers: {'content-type': 'text/javascript'}, body: log('first')};
  });
  site.serve('/third.js', log('third'), {headers: {'content-type': 'text/javascript'}});
  site.serve('/module.js', `${log('module')}; export {}`, {
    headers: {'content-type': 'text/javascript'},
  });
  const page = await site.visit({
    body: `
      <script type="text/plain" data-consent="analytics" data-src="/first.js"></script>
      <script type="text/plain" data-consent="analytics">${log('second')}</script>
      <script type="text/plain" data-consent="analytics" data-src="/third.js"></script>
      <script type="text/plain" data-consent="analytics" data-src="/missing.js"></script>
      <script type="text/plain" data-consent="analytics">${log('fourth')}</script>
      <script type="text/plain" data-consent="analytics" data-type="module" data-src="/module.js"></script>
      <script type="text/plain" data-consent="analytics advertising">${log('both')}</script>
      <script type="text/plain" data-consent="advertising">${log('ads')}</script>
      <script type="text/plain" data-consent="!advertising">${log('no ads')}</script>
      <script type="text/plain" data-consent="nowhere">${log('unknown')}</script>
      <script type="text/plain" data-consent="">${log('empty')}</script>`,
  });
  await expect(bannerButton(page, 'accept')).toBeVisible();
  expect(await page.evaluate(ran)).toEqual([]);
  await choose(page, {analytics: true, advertising: false});
  await expect
    .poll(() => page.evaluate(ran))
    .toEqual(expect.arrayContaining(['fourth', 'module', 'no ads']));
  expect(await page.evaluate(ran)).toEqual([
    'first',
    'second',
    'third',
    'fourth',
    'module',
    'no ads',
  ]);
});

test('consent-ready comes after gated code that is granted already, and before any change', async ({
  site,
}) => {
  const body = ['1', '2', '3']
    .map((name) => `<script type="text/plain" data-consent="analytics">${log(name)}</script>`)
    .join('');
  const head = `<script>
    for (const type of ['consent-ready', 'consent-change'])
      document.addEventListener(type, () => (window.ran ??= []).push(type));
  </script>`;
  const page = await site.visit({head, body});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(ran)).toHaveLength(5);
  expect((await page.evaluate(ran)).slice(0, 2)).toEqual(['consent-ready', 'consent-change']);
  await page.reload();
  await expect.poll(() => page.evaluate(ran)).toEqual(['1', '2', '3', 'consent-ready']);

  // An answer that is given while the file of gated markup is on its way.
  const arrive = holdBack(site, '/dist/consent-gate-markup.js');
  site.ledger.clear();
  await page.reload({waitUntil: 'commit'});
  await expect.poll(() => site.ledger.libraryRequests()).toContain('consent-gate-markup.js');
  await page.evaluate(() => window.consentGate!.choose({advertising: false}));
  arrive();
  await expect
    .poll(() => page.evaluate(ran))
    .toEqual(['consent-ready', 'consent-change', '1', '2', '3']);
});

test('gated scripts that are added later run too, async ones without waiting', async ({site}) => {
  for (const name of ['late', 'async']) {
    site.serve(`/${name}.js`, log(name), {headers: {'content-type': 'text/javascript'}});
  }
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await page.evaluate((code) => {
    const box = document.createElement('div');
    box.innerHTML =
      '<p><script type="text/plain" data-consent="analytics" data-src="/late.js"></script>' +
      '<script type="text/plain" async data-consent="analytics" data-src="/async.js"></script>' +
      `<script type="text/plain" data-consent="analytics">${code}</script></p>`;
    document.body.append(box);
  }, log('inline'));
  await expect.poll(() => page.evaluate(ran)).toHaveLength(3);
  expect(await page.evaluate(() => document.querySelectorAll('[data-consent]').length)).toBe(3);
});

test('invariant 9: with hosts, markup loads from these only; javascript: and the like never', async ({
  site,
}) => {
  const page = await site.visit({
    config: {...config, hosts: ['cdn.shop.example']},
    body: `
      <script type="text/plain" data-consent="analytics" data-src="https://evil.example.test/x.js"></script>
      <script type="text/plain" data-consent="analytics" data-src="https://cdn.shop.example/ok.js"></script>
      <script type="text/plain" data-consent="analytics" data-src="data:text/javascript,window.bad=1"></script>
      <iframe data-consent="analytics" data-src="javascript:top.bad=1"></iframe>
      <img data-consent="analytics" data-src="https://user@cdn.shop.example/pixel.gif">`,
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() => site.ledger.requests.map(({url}) => url))
    .toContain('https://cdn.shop.example/ok.js');
  await site.ledger.settle();
  expect(site.ledger.requests.filter(({url}) => /evil|pixel/.test(url))).toEqual([]);
  expect(await page.evaluate(() => 'bad' in window)).toBe(false);
});

test('gated code, inline and in a file, runs under a policy of nonces', async ({site}) => {
  site.serve('/own.js', log('external'), {headers: {'content-type': 'text/javascript'}});
  const page = await site.visit({
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'nonce-abc' 'self'; style-src 'self'; connect-src 'self'; img-src 'self'",
    },
    config: null,
    head:
      `<script nonce="abc" type="application/json" data-consent-gate>${JSON.stringify(config)}</script>` +
      '<script nonce="abc" src="/dist/consent-gate.js" defer></script>',
    body:
      `<script nonce="abc" type="text/plain" data-consent="analytics">${log('inline')}</script>` +
      '<script nonce="abc" type="text/plain" data-consent="analytics" data-src="/own.js" crossorigin="anonymous"></script>',
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => page.evaluate(ran)).toEqual(['inline', 'external']);
});

test.describe('what the owner asks of a gated script holds', () => {
  const CDN = 'https://cdn.shop.example';
  const JS = {
    'content-type': 'text/javascript',
    'access-control-allow-origin': 'https://www.shop.example',
    'access-control-allow-credentials': 'true',
  };
  const gated = (attributes: string) =>
    `<script type="text/plain" data-consent="analytics" ${attributes}></script>`;

  test('integrity: a file with another hash does not run, the one with this hash does', async ({
    site,
  }) => {
    const sha = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
    const scripts = ['classic', 'module'].flatMap((type) =>
      ['right', 'wrong'].map((word) => {
        const code = log(`${word} ${type}`);
        site.serve(`${CDN}/${word}-${type}.js`, code, {headers: JS});
        const hash = sha(word === 'right' ? code : `${code};`);
        return gated(
          `data-src="${CDN}/${word}-${type}.js" integrity="${hash}" crossorigin data-type="${type}"`,
        );
      }),
    );
    const page = await site.visit({body: scripts.join('')});
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => page.evaluate(ran)).toEqual(['right classic', 'right module']);
    const came = site.ledger.requests.filter(({url}) => url.startsWith(CDN));
    expect(came, 'each was asked for').toHaveLength(4);
    await expect
      .poll(() => site.ledger.consoleProblems().filter((line) => /integrity/i.test(line)))
      .toHaveLength(2);
  });

  test('crossorigin: the request is made as it says', async ({site}) => {
    site.answer(CDN, () => ({headers: JS, body: ''}));
    await site.context.addCookies([{name: 'session', value: '1', url: CDN}]);
    const page = await site.visit({
      body:
        gated(`data-src="${CDN}/without.js"`) +
        gated(`data-src="${CDN}/anonymous.js" crossorigin="anonymous"`) +
        gated(`data-src="${CDN}/credentials.js" crossorigin="use-credentials"`),
    });
    await bannerButton(page, 'accept').press('Enter');
    const asked = () =>
      Object.fromEntries(
        site.ledger.requests
          .filter(({url}) => url.startsWith(CDN))
          .map(({path, headers}) => [
            path,
            [headers['sec-fetch-mode'], headers['cookie'] ? 'cookies' : 'no cookies'].join(),
          ]),
      );
    await expect.poll(asked).toEqual({
      '/without.js': 'no-cors,cookies',
      '/anonymous.js': 'cors,no cookies',
      '/credentials.js': 'cors,cookies',
    });
  });

  test('nonce, async, defer and module: all run under a policy of nonces, only async waits for nobody', async ({
    site,
  }) => {
    const ways = {slow: '', async: 'async', defer: 'defer', module: 'data-type="module"'};
    for (const way of Object.keys(ways)) site.serve(`${CDN}/${way}.js`, log(way), {headers: JS});
    const arrive = holdBack(site, `${CDN}/slow.js`);
    const page = await site.visit({
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'nonce-abc' 'self'; style-src 'self'; connect-src 'self'",
      },
      config: null,
      head: `<script nonce="abc" type="application/json" data-consent-gate>${JSON.stringify(config)}</script>`,
      body: Object.entries(ways)
        .map(([way, attributes]) => gated(`nonce="abc" data-src="${CDN}/${way}.js" ${attributes}`))
        .join(''),
    });
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => page.evaluate(ran)).toEqual(['async']);
    await site.ledger.settle();
    expect(await page.evaluate(ran)).toEqual(['async']);
    arrive();
    await expect.poll(() => page.evaluate(ran)).toEqual(['async', 'slow', 'defer', 'module']);
  });
});

test('an iframe gets its address with the grant and loses it with the withdrawal', async ({
  site,
}) => {
  const page = await site.visit({
    body:
      '<iframe title="A film" data-consent="youtube" data-src="https://www.youtube-nocookie.com/embed/x"></iframe>' +
      '<button data-consent-open>Settings</button>',
  });
  const frame = page.locator('iframe');
  await expect(frame).not.toHaveAttribute('src');
  await bannerButton(page, 'accept').press('Enter');
  await expect(frame).toHaveAttribute('src', 'https://www.youtube-nocookie.com/embed/x');
  await frameArrived(page, 'https://www.youtube-nocookie.com/embed/x');
  await choose(page, {youtube: false});
  await expect(frame).not.toHaveAttribute('src');
});

test('invariant 10: an element of the page’s own whose load() throws keeps no other from losing its address', async ({
  site,
}) => {
  const page = await site.visit({
    head: '<script>customElements.define("x-film",class extends HTMLElement{load(){throw Error("of the page")}})</script>',
    body:
      '<x-film data-consent="youtube" data-src="https://www.youtube-nocookie.com/embed/x"></x-film>' +
      '<iframe title="A film" data-consent="youtube" data-src="https://www.youtube-nocookie.com/embed/y"></iframe>' +
      '<button data-consent-open>Settings</button>',
  });
  const withAddress = page.locator('[data-consent][src]');
  await bannerButton(page, 'accept').press('Enter');
  await expect(withAddress).toHaveCount(2);
  await frameArrived(page, 'https://www.youtube-nocookie.com/embed/y');
  await choose(page, {youtube: false});
  await expect(withAddress).toHaveCount(0);
  expect(uncaught(site.ledger)).toEqual([]);
});

test.describe('invariant 10: a frame that has lost its grant is not asked for again by Back', () => {
  const ADDRESS = 'https://www.youtube-nocookie.com/embed/x';
  const FILM = `<iframe title="A film" data-consent="youtube" data-src="${ADDRESS}"></iframe>`;
  const films = (site: Site) =>
    site.ledger.vendorRequests('www.youtube-nocookie.com').filter(({path}) => path === '/embed/x');

  /** A page whose film runs; before it in the history there is another one. */
  async function watching(site: Site, body = FILM): Promise<Page> {
    site.serve('/start', '<!doctype html><title>Start</title>Start');
    await site.page.goto('https://www.shop.example/start');
    const page = await site.visit({path: '/film', body});
    await expect(bannerButton(page, 'accept')).toBeVisible();
    await choose(page, {youtube: true});
    await frameArrived(page, ADDRESS);
    expect(films(site)).toHaveLength(1);
    return page;
  }
  const back = async (site: Site) => {
    await site.page
      .evaluate(() => history.back())
      // The page may go before it has answered.
      .catch((error: Error) => expect(error.message).toContain('because of a navigation'));
    await site.ledger.settle(300);
  };

  test('on the same page', async ({site}) => {
    const page = await watching(site);
    await choose(page, {youtube: false});
    await expect(page.locator('iframe')).not.toHaveAttribute('src', /./);
    site.ledger.clear();
    await back(site);
    expect(films(site)).toEqual([]);
    expect(page.frames().filter((frame) => frame.url().includes('youtube'))).toEqual([]);
  });

  test('after a reload for another reason', async ({site}) => {
    const page = await watching(site);
    await page.reload();
    await frameArrived(page, ADDRESS);
    expect(films(site)).toHaveLength(2);
    await choose(page, {youtube: false});
    await page.reload();
    await expect(page.locator('iframe')).toBeAttached();
    site.ledger.clear();
    await back(site);
    expect(films(site)).toEqual([]);
  });

  test('from the next page, where the visitor has said no', async ({site}) => {
    // By its own report: Firefox's driver cannot ask a page that comes from the cache.
    await reportShown(site.page);
    const page = await watching(site);
    await site.visit({path: '/next'});
    await choose(page, {youtube: false});
    await expect.poll(async () => (await answersInCookie(site))?.['youtube']).toBe(false);
    site.ledger.clear();
    page.evaluate(() => history.back()).catch(() => {});
    await expect
      .poll(() => site.ledger.requests.map(({url}) => decodeURI(url)))
      .toContainEqual(expect.stringContaining('/report?/film'));
    await site.ledger.settle(300);
    expect(films(site)).toEqual([]);
  });
});

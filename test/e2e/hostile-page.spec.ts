import type {Cookie} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {banner, bannerButton} from '../helpers/banner.js';
import {expectToWork, LIVELY} from '../helpers/lively-page.js';
import {family, figure, fullList} from '../helpers/scorecard.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import {uncaught} from '../helpers/uncaught.js';
import {emptyTags, tagHosts} from '../helpers/vendor-tags.js';
import {skipWhatIsMissing} from '../helpers/not-yet.js';

skipWhatIsMissing(test);

/*
 * A page that others have a hand in: a sibling host that tosses cookies, markup that somebody slipped in,
 * prototypes that some script has changed. None of it is ever a yes.
 */

const TAG_HOSTS = ['mc.yandex.ru', 'www.googletagmanager.com'];
const has = (site: Site, id = 'analytics') =>
  site.page.evaluate((name) => window.consentGate!.has(name), id);
const decision = (site: Site) => site.page.evaluate(() => window.consentGate!.decision);
const ours = async (site: Site): Promise<Cookie | undefined> =>
  (await site.ledger.cookies()).find(({name}) => name.endsWith('consent-gate'));

/** The gate has looked into the jar: it has found a decision, or it asks. */
async function look(site: Site) {
  await expect
    .poll(async () => {
      const {status} = await decision(site);
      return status === 'decided' || (await banner(site.page).isVisible());
    })
    .toBe(true);
}

// --- Cookies that a sibling host tosses ----------------------------------------------------------

test.describe('invariant 3: a sibling host that tosses cookies (F12)', () => {
  const FOLDERS = ['/', '/catalog', '/catalog/', '/catalog/shoes'];

  /** Every name and form a script can try under which our record could be taken for one. */
  const tosses = (name: string, value: string, secure: string): string[] => {
    const encoded = [...name].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
    const pairs = [
      ...['__Host-consent-gate', '__Secure-consent-gate', 'consent-gate'].map(
        (one) => `${one}=${value}`,
      ),
      // Nameless ones: a page reads them as if they had the name.
      `=${name}=${value}`,
      `=${name}`,
      ` = ${name}=${value}`,
      `${encoded}=${value}`,
      `${name.replace('g', '%67')}=${value}`,
      `${name.toUpperCase()}=${value}`,
      `\t${name}\t=${value}`,
      `${name}=${value}\x01`,
      `${name}="${value}"`,
      `x=1, ${name}=${value}`,
    ];
    return FOLDERS.flatMap((folder) =>
      pairs.flatMap((pair) =>
        ['shop.example', '.shop.example', 'www.shop.example'].map(
          (domain) => `${pair}; Domain=${domain}; Path=${folder}${secure}`,
        ),
      ),
    );
  };
  const scheme = (url: string) => (url.startsWith('https') ? '; Secure' : '');

  /** A whole yes, as a visitor who answers it would have it written. */
  async function forged(site: Site, url: string, own: ConsentGateConfig): Promise<Cookie> {
    const other = await site.newVisitor();
    const page = await other.visit({url, config: own});
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(async () => (await ours(other))?.value).toContain('~y.analytics');
    return (await ours(other))!;
  }

  /** A page of the sibling host; what it tosses into an otherwise empty jar, or beside this. */
  async function sibling(site: Site, url: string) {
    const address = new URL('/', url);
    address.hostname = 'evil.shop.example';
    site.serve(address.href, '<title>A sibling</title>');
    const evil = await site.context.newPage();
    await evil.goto(address.href);
    return async (cookies: readonly string[], beside: readonly Cookie[] = []) => {
      await site.context.clearCookies();
      await site.context.addCookies(beside);
      await evil.evaluate((all) => {
        for (const cookie of all) document.cookie = cookie;
      }, cookies);
      site.ledger.clear();
    };
  }
  const sites = {
    https: {url: 'https://www.shop.example/catalog/shoes/', own: config},
    http: {url: 'http://www.shop.example/catalog/shoes/', own: config},
    'https, shared with all subdomains': {
      url: 'https://www.shop.example/catalog/shoes/',
      own: {...config, cookie: {domain: 'shop.example'}},
    },
  };

  for (const [what, {url, own}] of family(Object.entries(sites))) {
    test(`${what}: a refusal never becomes a yes`, async ({browserName, site}) => {
      test.slow();
      emptyTags(site);
      const {name, value} = await forged(site, url, own);
      await site.visit({url, config: own});
      await bannerButton(site.page, 'reject').click();
      await expect.poll(async () => (await ours(site))?.value).toContain('~n.analytics');
      const refusal = (await ours(site))!;
      const toss = await sibling(site, url);

      // All at once, and each by itself: what lies alone beside ours may pass for the only one.
      const each = tosses(name, value, scheme(url));
      const alone = each.filter((cookie) =>
        cookie.endsWith(`; Domain=shop.example; Path=/catalog${scheme(url)}`),
      );
      expect(alone.length).toBeGreaterThan(9);
      let grants = 0;
      for (const cookies of [each, ...fullList(alone).map((cookie) => [cookie])]) {
        await toss(cookies, [refusal]);
        await site.page.reload();
        await look(site);
        if (await has(site)) grants++;
        grants += tagHosts(site).length;
      }
      expect(uncaught(site.ledger)).toEqual([]);
      figure({
        id: `F12 ${what}`,
        name: `Cookies tossed in from a sibling host beside a refusal (${what}): grants`,
        n: 1 + fullList(alone).length,
        result: grants,
        limit: 0,
        ok: grants === 0,
        engine: browserName,
      });
    });
  }

  for (const what of ['https', 'http'] as const) {
    test(`${what}: who has not answered has not granted`, async ({site}) => {
      test.slow();
      const {url, own} = sites[what];
      emptyTags(site);
      const {name, value} = await forged(site, url, own);
      await site.visit({url, config: own});
      const toss = await sibling(site, url);
      // All at once are a conflict; each by itself is none.
      const each = tosses(name, value, scheme(url));
      const alone = each.filter((cookie) =>
        cookie.endsWith(`; Domain=shop.example; Path=/${scheme(url)}`),
      );
      expect(alone.length).toBeGreaterThan(9);
      for (const cookies of [each, ...fullList(alone).map((cookie) => [cookie])]) {
        await toss(cookies);
        await site.page.reload();
        await look(site);
        expect.soft(await has(site), cookies[0]).toBe(false);
        expect.soft(tagHosts(site), cookies[0]).toEqual([]);
      }
      expect(uncaught(site.ledger)).toEqual([]);
    });
  }

  test('a bomb that throws our cookie out of the jar: never a yes', async ({site}) => {
    const {url, own} = sites.https;
    emptyTags(site);
    const {name, value} = await forged(site, url, own);
    await site.visit({url, config: own});
    await bannerButton(site.page, 'reject').click();
    await expect.poll(async () => (await ours(site))?.value).toContain('~n.analytics');
    const toss = await sibling(site, url);
    // More than a browser keeps for one site.
    const bomb = Array.from(
      {length: 400},
      (_, i) => `b${i}=1; Domain=shop.example; Path=/; Secure`,
    );
    await toss([...bomb, ...tosses(name, value, scheme(url))], [(await ours(site))!]);
    await site.page.reload();
    await look(site);
    await site.ledger.settle();
    expect(await has(site)).toBe(false);
    expect(tagHosts(site)).toEqual([]);
    expect(uncaught(site.ledger)).toEqual([]);
  });
});

// --- Markup that somebody slipped in ---------------------------------------------------------------

test.describe('markup without a script, slipped into the page (F9)', () => {
  const EVIL = 'https://evil.example.test';
  const HOSTS = {...config, hosts: ['cdn.shop.example']};
  const strangers = (site: Site) =>
    site.ledger.requests.filter(({host}) => host === 'evil.example.test').map(({url}) => url);

  /** A page with this in it, and the library behind it. */
  const visit = (site: Site, markup: string) => {
    emptyTags(site);
    return site.visit({config: HOSTS, body: markup + LIVELY});
  };
  /** The banner asks, a yes is a yes, and a no a no. */
  async function live(site: Site) {
    const {page} = site;
    // Not `expect`: where it has to wait, it asks a clobbered form for an attribute.
    await banner(page).waitFor();
    expect(await has(site)).toBe(false);
    expect(tagHosts(site)).toEqual([]);
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => has(site)).toBe(true);
    await expect.poll(() => tagHosts(site)).toEqual(TAG_HOSTS);
    await page.evaluate(() => window.consentGate!.choose({analytics: false}));
    expect(await has(site)).toBe(false);
  }
  async function expectNoHarm(site: Site) {
    await expectToWork(site.page);
    await site.ledger.settle(100);
    expect(strangers(site)).toEqual([]);
    expect(uncaught(site.ledger)).toEqual([]);
  }

  test('called like what nobody needs, or what has another way: all goes on', async ({site}) => {
    const members =
      'currentScript cookie head documentElement readyState defaultView forms scripts getElementById';
    const globals =
      'consentGate dataLayer ym gtag trustedTypes cookieStore consent-choice consent-gate switch-analytics';
    await visit(
      site,
      members
        .split(' ')
        .map((name) => `<img name="${name}" alt="">`)
        .join('') +
        globals
          .split(' ')
          .map((id) => `<a id="${id}" href="${EVIL}/${id}"></a>`)
          .join('') +
        '<form id="consentGate"><input name="decision"><input name="has"></form>',
    );
    await live(site);
    await expectNoHarm(site);
  });

  test('called like what everybody needs: nothing is loaded, nothing is thrown', async ({
    browserName,
    site,
  }) => {
    test.slow();
    const members = [
      'querySelector',
      'querySelectorAll',
      'createElement',
      'addEventListener',
      'dispatchEvent',
      'prerendering',
      'baseURI',
      'body',
      'head',
      'documentElement',
    ];
    const cases = [
      ...members.map((name) => [name, `<img name="${name}" alt="">`] as const),
      // Two of one name are no element but a list of them.
      ...['body', 'head', 'documentElement'].map(
        (name) =>
          [`two of ${name}`, `<img name="${name}" alt=""><img name="${name}" alt="">`] as const,
      ),
    ];
    let harmful = 0;
    for (const [what, markup] of fullList(cases)) {
      await test.step(what, async () => {
        await site.context.clearCookies();
        site.ledger.clear();
        await visit(site, markup);
        await site.ledger.settle(100);
        const wrong = [...tagHosts(site)];
        if (await has(site)) wrong.push('granted');
        // Whoever still sees the banner may answer.
        const accept = bannerButton(site.page, 'accept');
        if (await accept.isVisible()) await accept.press('Enter');
        await expectToWork(site.page);
        // What throws in there would throw here.
        for (const call of ['acceptAll', 'rejectAll', 'reset', 'close', 'stop'] as const) {
          await site.page.evaluate((name) => window.consentGate![name](), call);
          await site.ledger.settle(100);
        }
        await site.ledger.settle(100);
        wrong.push(...strangers(site), ...uncaught(site.ledger));
        if (wrong.length) harmful++;
        expect.soft(wrong, what).toEqual([]);
      });
    }
    figure({
      id: 'F9',
      name: 'Markup called like what we need of the document: pages with a foreign request, a grant or an error',
      n: fullList(cases).length,
      result: harmful,
      limit: 0,
      ok: harmful === 0,
      engine: browserName,
    });
  });

  const slipped: Readonly<Record<string, string>> = {
    'a form as gated markup': '<form data-consent="analytics"><input name="getAttribute"></form>',
    'a form as gated markup, with fields called like methods':
      '<form data-consent="!analytics" data-src="/x"><input name="setAttribute"><input name="removeAttribute"></form>',
    'gated markup of another host': `<script type="text/plain" data-consent="analytics" data-src="${EVIL}/e.js"></script><iframe title="" data-consent="analytics" data-src="${EVIL}/f"></iframe><img alt="" data-consent="analytics" data-src="${EVIL}/i.png"><link rel="stylesheet" data-consent="analytics" data-href="${EVIL}/s.css">`,
    'another base for addresses': `<base href="${EVIL}/">`,
    'a choice element': '<consent-choice></consent-choice>',
  };
  for (const [what, markup] of family(Object.entries(slipped))) {
    test(`${what}: all goes on`, async ({site}) => {
      await visit(site, markup);
      await live(site);
      await expectNoHarm(site);
    });
  }

  for (const mode of ['open', 'closed']) {
    test(`a choice element with a shadow of its own (${mode}): its buttons are no answer`, async ({
      site,
    }) => {
      const page = await visit(
        site,
        `<consent-choice><template shadowrootmode="${mode}"><section part="banner">` +
          '<button data-action="accept">Read more</button></section></template></consent-choice>',
      );
      await expect.poll(() => site.ledger.libraryRequests()).toContain('consent-gate-ui.js');
      await site.ledger.settle();
      const fake = page.getByText('Read more');
      if (mode === 'open') {
        // Ours takes its place.
        await expect(banner(page)).toBeVisible();
        await expect(fake).toHaveCount(0);
      }
      if (await fake.isVisible()) await fake.click();
      await site.ledger.settle(100);
      expect(await has(site)).toBe(false);
      expect(tagHosts(site)).toEqual([]);
      await expectNoHarm(site);
    });
  }

  test('forms that come later, with fields called like methods: no error, and gated markup beside them opens', async ({
    site,
  }) => {
    const page = await visit(site, '');
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => has(site)).toBe(true);
    const places = await page.evaluate(() => {
      const names = ['matches', 'querySelectorAll', 'closest', 'getAttribute', 'dataset'];
      document.body.insertAdjacentHTML(
        'afterbegin',
        names
          .map((name) => `<form class="late"><input name="${name}" type="hidden">A form</form>`)
          .join('') + '<script type="text/plain" data-consent="analytics">window.ran=true</script>',
      );
      return [...document.querySelectorAll('.late')].map((form) => {
        const {x, y} = Element.prototype.getBoundingClientRect.call(form);
        return [x + 5, y + 5] as const;
      });
    });
    await expect.poll(() => page.evaluate('window.ran')).toBe(true);
    for (const place of places) await page.mouse.click(...place);
    await expectNoHarm(site);
  });

  test('a form that has the focus before the banner, with a field called focus: a refusal counts', async ({
    site,
  }) => {
    const page = await visit(
      site,
      '<form tabindex="0"><input name="focus" type="hidden">A form</form>',
    );
    await expect(banner(page)).toBeVisible();
    await page.locator('#buy').focus();
    // From the button to the form, and on to the banner, the first in the page.
    const reject = bannerButton(page, 'reject');
    await expect
      .poll(async () => {
        await page.keyboard.press('Shift+Tab');
        return reject.evaluate(
          (button) => (button.getRootNode() as ShadowRoot).activeElement === button,
        );
      })
      .toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await decision(site)).status).toBe('decided');
    await expectNoHarm(site);
  });

  test('invariant 10: an image called head does not open the quarantine', async ({site}) => {
    const chat = {
      service: 'my-chat',
      name: 'Chat',
      vendor: 'Chat Ltd',
      country: 'DE',
      scripts: ['https://chat.example.test/chat.js'],
    };
    const hit = 'https://chat.example.test/hit?';
    site.serve(
      'https://chat.example.test/chat.js',
      // Sends as its page is left, in every way there is.
      `addEventListener('pagehide',()=>{navigator.sendBeacon('${hit}beacon');new Image().src='${hit}image';fetch('${hit}fetch',{keepalive:true,mode:'no-cors'})});new Image().src='${hit}start'`,
    );
    const hits = () =>
      site.ledger.requests.filter(({path}) => path === '/hit').map(({url}) => new URL(url).search);
    const page = await site.visit({
      config: {...config, categories: {functional: {services: [chat]}}},
      body: `<img name="head" alt="">${LIVELY}`,
    });
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(hits).toEqual(['?start']);
    site.ledger.clear();
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => window.consentGate!.rejectAll());
    await loaded;
    await site.ledger.settle();
    expect(hits()).toEqual([]);
  });
});

// --- Prototypes that some script has changed --------------------------------------------------------

test.describe('invariants 2 and 7: prototypes that were changed before us (F8)', () => {
  const EVIL = 'https://evil.example.test';
  const pollute = (target: string, what: object) =>
    `<script>Object.assign(${target},${JSON.stringify(what)})</script>`;
  const yes = {
    analytics: true,
    advertising: true,
    functional: true,
    'google-analytics': true,
    'yandex-metrica': true,
    granted: true,
    yes: true,
    y: true,
    has: true,
    status: 'decided',
    categories: {analytics: true, advertising: true},
    services: {'google-analytics': true, 'yandex-metrica': true},
    unanswered: [],
    record: {answers: '~y.analytics.0000'},
    answers: '~y.analytics.0000',
    necessary: true,
  };
  const words = {
    domain: 'evil.example.test',
    path: '/elsewhere',
    expires: -1,
    days: -1,
    'max-age': 0,
    partitioned: true,
    secure: false,
    sameSite: 'none',
    nonce: 'evil',
    src: `${EVIL}/x.js`,
    scriptUrl: `${EVIL}/tag.js`,
    scripts: [`${EVIL}/x.js`],
    hosts: 'evil.example.test',
    configOrigin: EVIL,
    onWithdraw: 'reload',
    reload: true,
    texts: {en: {title: 'Evil'}},
  };
  const strangers = (site: Site) =>
    site.ledger.requests.filter(({host}) => host === 'evil.example.test').map(({url}) => url);

  for (const [what, head] of family(
    Object.entries({
      'names of answers on Object.prototype': pollute('Object.prototype', yes),
      'names of settings on Object.prototype': pollute('Object.prototype', words),
      'names of answers and settings on Array.prototype': pollute('Array.prototype', {
        ...yes,
        ...words,
      }),
      'items on Array.prototype': pollute('Array.prototype', {0: true, 1: true}),
    }),
  )) {
    test(`${what}: asked, refused, granted as ever`, async ({site}) => {
      emptyTags(site);
      const body = `${LIVELY}<script type="text/plain" data-consent="nonsense">document.body.dataset.ran=1</script>`;
      const page = await site.visit({head, body});
      await expect(banner(page)).toBeVisible();
      expect(await has(site)).toBe(false);
      expect(await has(site, 'nonsense')).toBe(false);
      await bannerButton(page, 'reject').click();
      await expect.poll(async () => (await decision(site)).status).toBe('decided');
      await site.ledger.settle();
      expect(await has(site)).toBe(false);
      // Where js-cookie does not write under such a prototype, the next page asks again.
      await page.reload();
      await look(site);
      await site.ledger.settle();
      expect(await has(site)).toBe(false);
      expect(tagHosts(site)).toEqual([]);

      await page.evaluate(() => window.consentGate!.choose({analytics: true}));
      await expect.poll(() => tagHosts(site)).toEqual(TAG_HOSTS);
      expect((await decision(site)).categories).toMatchObject({
        analytics: true,
        advertising: false,
        functional: false,
      });
      await expectToWork(page);
      await expect(page.locator('body')).not.toHaveAttribute('data-ran');
      expect(strangers(site)).toEqual([]);
      expect(uncaught(site.ledger)).toEqual([]);
    });
  }

  test('methods that a page has added to Object.prototype: an answer is kept all the same', async ({
    site,
  }) => {
    emptyTags(site);
    const page = await site.visit({
      head: '<script>Object.prototype.extend=function(){};Object.prototype.each=function(){}</script>',
    });
    await bannerButton(page, 'reject').click();
    await expect.poll(async () => (await ours(site))?.value).toContain('~n.analytics');
    expect(uncaught(site.ledger)).toEqual([]);
  });

  test('get and set on Object.prototype, where nobody can define a property: nothing loads, no error of ours', async ({
    site,
  }) => {
    emptyTags(site);
    // Last of all, so that only we meet it.
    await site.visit({
      head: '<script>Object.prototype.get=()=>true;Object.prototype.set=()=>true;Object.prototype.config="https://evil.example.test/c.json"</script>',
      body: LIVELY,
    });
    await site.ledger.settle();
    expect(await has(site)).toBe(false);
    expect(tagHosts(site)).toEqual([]);
    expect(strangers(site)).toEqual([]);
    expect(uncaught(site.ledger)).toEqual([]);
  });
});

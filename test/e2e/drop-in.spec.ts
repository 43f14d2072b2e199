import type {Page} from 'playwright/test';
import {messages} from '../../src/locales/en.js';
import {holdBack} from '../helpers/hold-back.js';
import {figure, full} from '../helpers/scorecard.js';
import {config, expect, test, type Site} from '../helpers/site.js';

const banner = (page: Page) => page.locator('consent-choice [part~=banner]');
const action = (page: Page, name: string) =>
  page.locator(`consent-choice [part~=banner] [data-action=${name}]`);
const RECORD =
  /^1~\d{4}-\d\d-\d\d~ui~en~2026-11-01~[0-9a-z]{6}(~[yn]\.[a-z0-9:-]{1,40}\.[0-9a-z]{4})+$/;

const loads = (site: Site) =>
  site.ledger
    .vendorRequests()
    .map(({url}) => url)
    .filter((url) => /tag\.js|gtag\/js/.test(url));

test('invariants 1, 3, 4: before a choice nothing is requested, written or stored', async ({
  browserName,
  site,
}) => {
  // A thousand visitors.
  test.slow();
  const n = full(5, 1000);
  let bad = 0;
  for (let i = 0; i < n; i++) {
    const visitor = i === 0 ? site : await site.newVisitor();
    const page = await visitor.visit({
      body:
        '<h1>A shop</h1><button id="b">Buy</button><input id="i">' +
        '<script type="module">ym(12345678,"reachGoal","early");gtag("event","early")</script>' +
        '<script type="text/plain" data-consent="analytics" data-src="https://mc.yandex.ru/metrika/tag.js"></script>' +
        '<div style="height:3000px"></div>',
    });
    await expect(banner(page)).toBeVisible();
    await page.mouse.wheel(0, 900);
    await page.locator('#i').fill('shoes');
    await page.locator('#b').click();
    await page.keyboard.press('Escape');
    await visitor.ledger.settle(100);
    // Not even our own cookie, which is no trace.
    const left = [
      ...(await visitor.ledger.traces()),
      ...visitor.ledger.cookieWrites.map(({text}) => text),
      ...(await visitor.ledger.cookieNames()),
    ];
    if (left.length || visitor.ledger.consoleProblems().length) bad++;
    expect([...left, ...visitor.ledger.consoleProblems()]).toEqual([]);
    await site.endVisits();
  }
  figure({
    id: 'F1',
    name: 'Cold starts with scrolling, clicking, typing: those that requested or stored anything',
    n,
    result: bad,
    limit: 0,
    ok: bad === 0,
    engine: browserName,
  });
});

test('invariant 17: who says to be a robot is shown the banner that people are', async ({site}) => {
  const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
  const seen: {html: string; text: string; traces: string[]}[] = [];
  for (const [webdriver, userAgent] of [
    [false, undefined],
    [true, undefined],
    [true, GOOGLEBOT],
  ] as const) {
    const visitor = await site.newVisitor({userAgent});
    await visitor.page.addInitScript((webdriver) => {
      Object.defineProperty(Navigator.prototype, 'webdriver', {get: () => webdriver});
    }, webdriver);
    const page = await visitor.visit();
    await expect(banner(page)).toBeVisible();
    expect(await page.evaluate(() => navigator.webdriver)).toBe(webdriver);
    await visitor.ledger.settle();
    const choice = page.locator('consent-choice');
    seen.push({
      html: await choice.evaluate(({outerHTML, shadowRoot}) =>
        // Lit marks its parts with a number of each document's own.
        (outerHTML + shadowRoot!.innerHTML).replaceAll(/lit\$\d+\$/g, 'lit$'),
      ),
      text: await banner(page).innerText(),
      traces: await visitor.ledger.traces(),
    });
  }
  const [person, ...robots] = seen;
  expect(person!.text).toContain('Reject all');
  expect(robots).toEqual([person, person]);
});

test('accept: each service loads once; the cookie is the one of the contract', async ({site}) => {
  const page = await site.visit();
  await action(page, 'accept').press('Enter');
  await expect(banner(page)).toBeHidden();
  await expect
    .poll(() => loads(site).sort())
    .toEqual([
      'https://mc.yandex.ru/metrika/tag.js',
      'https://www.googletagmanager.com/gtag/js?id=G-TEST12345',
    ]);
  await expect
    .poll(
      async () =>
        (await site.ledger.cookies()).find(({name}) => name === '__Host-consent-gate')?.value,
    )
    .toMatch(RECORD);
  const cookie = (await site.ledger.cookies()).find(({name}) => name === '__Host-consent-gate')!;
  expect(cookie).toMatchObject({
    path: '/',
    secure: true,
    sameSite: 'Lax',
    domain: 'www.shop.example',
  });
  const days = (cookie.expires - Date.now() / 1000) / 86400;
  expect(days).toBeGreaterThan(181.9);
  expect(days).toBeLessThan(182.1);
  // Of three services; the contract's 160 are of two, see store.test.ts.
  expect(cookie.value.length).toBeLessThanOrEqual(200);
  await site.ledger.settle();
  expect(loads(site)).toHaveLength(2);
  expect(site.ledger.leaks()).toEqual([]);
});

test('reload after accept: loads again, no banner, only consent-gate.js from the library', async ({
  site,
}) => {
  const page = await site.visit();
  await action(page, 'accept').press('Enter');
  await expect.poll(() => loads(site).length).toBe(2);
  await site.ledger.settle();
  site.ledger.clear();
  await page.reload();
  await expect.poll(() => loads(site).length).toBe(2);
  await site.ledger.settle();
  expect(loads(site)).toHaveLength(2);
  expect(site.ledger.libraryRequests()).toEqual(['consent-gate.js']);
  await expect(page.locator('consent-choice')).toHaveCount(0);
  expect(site.ledger.consoleProblems()).toEqual([]);
});

test('invariant 5: reject is stored as long as accept, and nothing loads for 20 page views', async ({
  browserName,
  site,
}) => {
  const page = await site.visit();
  await action(page, 'reject').click();
  await expect(banner(page)).toBeHidden();
  await expect.poll(async () => (await site.ledger.cookies()).length).toBe(1);
  const [cookie] = await site.ledger.cookies();
  expect(cookie!.value).toMatch(RECORD);
  expect(cookie!.value).not.toContain('~y.');
  expect((cookie!.expires - Date.now() / 1000) / 86400).toBeGreaterThan(181.9);
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
  site.ledger.clear();
  for (let i = 0; i < 20; i++) {
    await page.reload();
    await site.ledger.settle(100);
  }
  expect([...new Set(site.ledger.libraryRequests())]).toEqual(['consent-gate.js']);
  const traces = await site.ledger.traces();
  expect.soft(traces).toEqual([]);
  await expect(page.locator('consent-choice')).toHaveCount(0);
  expect(await site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
  figure({
    id: 'F2',
    name: 'Requests, cookies but our own and stored items in 20 page views after a refusal',
    n: 20,
    result: traces.length,
    limit: 0,
    ok: traces.length === 0,
    engine: browserName,
  });
});

test('invariant 18: two visitors who answer the same have the same cookie, and the same receipt', async ({
  site,
}) => {
  const kept: unknown[] = [];
  for (const visitor of [site, await site.newVisitor()]) {
    const page = await visitor.visit();
    // Firefox hands keys to the page in front.
    await page.bringToFront();
    await action(page, 'accept').press('Enter');
    const ours = async () =>
      (await visitor.ledger.cookies()).find(({name}) => name === '__Host-consent-gate')?.value;
    await expect.poll(ours).toMatch(RECORD);
    kept.push([await ours(), await page.evaluate(() => window.consentGate!.receipt())]);
  }
  expect(kept[1]).toEqual(kept[0]);
});

for (const answer of ['none', 'reject']) {
  test(`invariants 1, 3: answer: ${answer}: nor in the hour after`, async ({site}) => {
    // An hour of timers, one after another.
    test.slow();
    await site.page.clock.install();
    const page = await site.visit({
      body: '<script type="text/plain" data-consent="analytics" data-src="https://mc.yandex.ru/metrika/tag.js"></script>',
    });
    if (answer === 'reject') await action(page, 'reject').click();
    await page.clock.runFor('01:00:00');
    await site.ledger.settle();
    expect(await site.ledger.traces()).toEqual([]);
    expect(site.ledger.consoleProblems()).toEqual([]);
    await expect(banner(page)).toBeVisible({visible: answer === 'none'});
  });
}

test('until the banner is on the screen nothing is asked for that an answer needs', async ({
  site,
}) => {
  const page = await site.visit({
    head: '<script>document.addEventListener("consent-shown",()=>{window.shownAt=performance.now()})</script>',
    body: '<iframe data-consent="analytics" data-src="https://www.youtube-nocookie.com/embed/x"></iframe>',
  });
  const startOf = (file: string) =>
    page.evaluate((name) => {
      const [entry] = performance
        .getEntriesByType('resource')
        .filter((candidate) => candidate.name.includes(name));
      return entry?.startTime;
    }, file);
  for (const file of ['-keeping.js', '-markup.js']) {
    await expect.poll(() => startOf(file), {message: file}).toBeDefined();
    const shownAt = await page.evaluate(() => (window as unknown as {shownAt: number}).shownAt);
    // Some engines' clocks go by the millisecond.
    expect(await startOf(file)).toBeGreaterThanOrEqual(shownAt);
  }
});

test('preferences: one service only; has() and the decision agree', async ({site}) => {
  const page = await site.visit();
  await action(page, 'settings').click();
  await expect(page.locator('consent-choice [part~=preferences]')).toBeVisible();
  await page.locator('consent-choice input[data-service="google-analytics"]').check();
  await page.locator('consent-choice [part~=preferences] [data-action=save]').click();
  await expect
    .poll(() => loads(site))
    .toEqual(['https://www.googletagmanager.com/gtag/js?id=G-TEST12345']);
  const state = await page.evaluate(() => {
    const gate = window.consentGate!;
    return {
      ...gate.decision,
      ga: gate.has('google-analytics'),
      ym: gate.has('yandex-metrica'),
      analytics: gate.has('analytics'),
    };
  });
  expect(state).toMatchObject({
    status: 'decided',
    ga: true,
    ym: false,
    analytics: false,
    categories: {necessary: true, functional: false, analytics: false, advertising: false},
    services: {'google-analytics': true, 'yandex-metrica': false, youtube: false},
    unanswered: [],
    method: 'ui',
    policyVersion: '2026-11-01',
    language: 'en',
  });
});

test('an invalid config loads nothing, shows nothing and says all its errors at once', async ({
  site,
}) => {
  const wrong = JSON.stringify({
    ...config,
    operator: {name: 'A', email: 'nobody'},
    categories: {analytics: {services: [{service: 'yandex-metrica', counterId: 'abc'}]}},
    constructor: {},
  });
  const errors: string[] = [];
  site.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const page = await site.visit({config: wrong});
  await expect.poll(() => errors.length).toBe(1);
  expect(errors[0]).toContain(
    'categories.analytics.services[0].counterId: expected a positive integer, got "abc"',
  );
  expect(errors[0]).toContain('operator.email');
  expect(errors[0]).toContain('constructor');
  await site.ledger.settle();
  expect(site.ledger.vendorRequests()).toEqual([]);
  expect(await page.locator('consent-choice').count()).toBe(0);
  expect(await page.evaluate(() => window.consentGate!.has('analytics'))).toBe(false);
});

for (const said of ['accept', 'reject'] as const) {
  test(`invariant 6: after ${said} a new service is asked alone; the old answers stay`, async ({
    site,
  }) => {
    const yes = said === 'accept';
    const small = {
      ...config,
      categories: {analytics: {services: [config.categories.analytics.services[0]!]}},
    };
    const page = await site.visit({config: small});
    await action(page, said).press('Enter');
    await expect.poll(() => loads(site).length).toBe(yes ? 1 : 0);
    await expect
      .poll(async () => (await site.ledger.cookieNames()).includes('__Host-consent-gate'))
      .toBe(true);
    const wide = {...config, categories: {analytics: config.categories.analytics}};
    await site.visit({config: wide});
    await expect(banner(page)).toBeVisible();
    await expect.poll(() => loads(site).length).toBe(yes ? 2 : 0);
    // In the same words, whatever was said before.
    await expect(banner(page).locator('h2')).toHaveText(messages.titleNew);
    for (const answer of ['accept', 'reject'] as const) {
      await expect(action(page, answer)).toHaveText(messages[`${answer}New`]);
    }
    await expect(banner(page)).toContainText('Google');
    await expect(banner(page)).not.toContainText('Yandex');
    expect(await page.evaluate(() => window.consentGate!.decision.unanswered)).toEqual([
      'google-analytics',
    ]);
    expect(loads(site).every((url) => url.includes('mc.yandex.ru'))).toBe(true);
    // The other answer than before.
    await action(page, yes ? 'reject' : 'accept').press('Enter');
    await expect(banner(page)).toBeHidden();
    expect(await page.evaluate(() => window.consentGate!.decision.services)).toEqual({
      'google-analytics': !yes,
      'yandex-metrica': yes,
    });
    await site.ledger.settle();
    await page.reload();
    await expect
      .poll(() => page.evaluate(() => window.consentGate!.decision.services))
      .toEqual({'google-analytics': !yes, 'yandex-metrica': yes});
    await site.ledger.settle();
    await expect(banner(page)).toHaveCount(0);
  });
}

for (const door of ['lazy', 'bundle', 'module', 'data-config'] as const) {
  test(`every way in works: ${door}`, async ({site}) => {
    const page = await site.visit({door});
    await action(page, 'accept').press('Enter');
    await expect.poll(() => loads(site).length).toBe(2);
    await site.ledger.settle();
    expect(loads(site)).toHaveLength(2);
    expect(site.ledger.consoleProblems({except: /Lit is in dev mode/})).toEqual([]);
    expect(await page.evaluate(() => 'consentGate' in window)).toBe(door !== 'module');
  });
}

test('where the preferences cannot be fetched, one line says so and the banner works on', async ({
  site,
}) => {
  const errors: string[] = [];
  site.answer(/consent-gate-preferences/, () => 'abort');
  const page = await site.visit();
  page.on('pageerror', ({message}) => errors.push(message));
  await expect(banner(page)).toBeVisible();
  await action(page, 'settings').click();
  await expect
    .poll(() => site.ledger.consoleProblems().filter((line) => line.includes('consent-gate:')))
    .toHaveLength(1);
  await page.evaluate(() => window.consentGate!.close());
  await action(page, 'reject').click();
  await expect(banner(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('decided');
  expect(errors).toEqual([]);
});

test('withdrawal in the preferences stops and sweeps', async ({site}) => {
  const page = await site.visit();
  await action(page, 'accept').press('Enter');
  await expect
    .poll(async () => (await site.ledger.cookieNames()).sort())
    .toEqual(expect.arrayContaining(['__Host-consent-gate', '_ga', '_ym_uid']));
  await page.locator('[data-consent-open]').first().click();
  await page.locator('consent-choice [part~=preferences] [data-action=reject]').click();
  await site.ledger.settle();
  await page.reload();
  await site.ledger.settle();
  expect(await site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
  expect(
    Object.values(await site.ledger.storage()).flatMap((area) => Object.keys(area as object)),
  ).toEqual([]);
});

test('a vendor’s own snippet that is left in the page is told of after a no, and never what we insert', async ({
  site,
}) => {
  const told = (visitor: Site) =>
    visitor.ledger.consoleProblems().filter((line) => line.includes('without a yes'));
  const tag = 'https://mc.yandex.ru/metrika/tag.js';
  const page = await site.visit({head: `<script async src="${tag}"></script>`});
  await action(page, 'reject').click();
  await expect.poll(() => told(site)).toHaveLength(1);
  expect(told(site)[0]).toContain(`<script src="${tag}"> asks yandex-metrica without a yes`);

  const other = await site.newVisitor();
  const otherPage = await other.visit();
  const answer = (what: 'acceptAll' | 'rejectAll' | 'reset') =>
    otherPage.evaluate((method) => window.consentGate![method](), what);
  await action(otherPage, 'accept').press('Enter');
  await expect.poll(() => loads(other)).toHaveLength(2);
  for (const what of ['rejectAll', 'reset', 'rejectAll'] as const) {
    await answer(what);
    await other.ledger.settle();
  }
  expect(told(other)).toEqual([]);

  await test.step('where the no comes before the yes has been written', async () => {
    const hasty = await site.newVisitor();
    const hastyPage = await hasty.visit();
    await hastyPage.evaluate(async () => {
      await new Promise<void>((taken) => {
        void navigator.locks.request('consent-gate', () => {
          taken();
          return new Promise((free) => setTimeout(free, 500));
        });
      });
      window.consentGate!.acceptAll();
    });
    await expect.poll(() => loads(hasty)).toHaveLength(2);
    await hastyPage.evaluate(() => window.consentGate!.rejectAll());
    await expect.poll(() => hasty.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
    await hasty.ledger.settle();
    expect(told(hasty)).toEqual([]);
  });

  await test.step('where both come before the file that writes', async () => {
    const hasty = await site.newVisitor();
    const arrive = holdBack(hasty, '/dist/consent-gate-keeping.js');
    const hastyPage = await hasty.visit();
    await hastyPage.evaluate(() => window.consentGate!.acceptAll());
    await expect.poll(() => loads(hasty)).toHaveLength(2);
    await hastyPage.evaluate(() => window.consentGate!.rejectAll());
    arrive();
    await expect.poll(() => hasty.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
    await hasty.ledger.settle();
    expect(told(hasty)).toEqual([]);
  });
});

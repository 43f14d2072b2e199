import type {Page} from 'playwright/test';
import {axeFindings} from '../helpers/axe-of-page.js';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {hash} from '../../src/decision/hash.js';
import {holdBack} from '../helpers/hold-back.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import {answer, answersInCookie} from '../helpers/tabs.js';

/*
 * `<consent-policy>`: the cookie policy in the page, from the config that asks.
 */

const BODY = '<main><consent-policy></consent-policy></main>';
const policy = (page: Page) => page.locator('consent-policy');
const files = (site: Site) => site.ledger.libraryRequests().filter((name) => !/\.map$/.test(name));

for (const door of ['lazy', 'bundle', 'module'] as const) {
  test(`a visitor who has not answered reads it, and comes from it to the settings (${door})`, async ({
    site,
  }) => {
    const page = await site.visit({config, door, body: BODY});
    await expect(policy(page).getByRole('heading', {level: 1})).toHaveText('Cookie policy');
    await expect(policy(page)).toContainText('You have not chosen yet.');
    await expect(policy(page)).toContainText('_ym_uid');
    await expect(policy(page)).toContainText('Google (US)');
    await site.ledger.settle();
    expect(site.ledger.vendorRequests()).toEqual([]);
    expect(await site.ledger.cookieNames()).toEqual([]);
    expect(site.ledger.consoleProblems()).toEqual([]);
    await policy(page).getByRole('button', {name: 'Cookie settings'}).click();
    await expect(preferences(page)).toBeVisible();
  });
}

test('it says what has been answered, and the language of the page, at each change', async ({
  site,
}) => {
  const page = await site.visit({config, body: BODY});
  await bannerButton(page, 'accept').press('Enter');
  await expect(policy(page)).toContainText(/Your choice was made on/);
  await expect(policy(page)).toContainText('Yandex.Metrica: On');
  await page.evaluate(() => window.consentGate!.choose({'google-analytics': false}));
  await expect(policy(page)).toContainText('Google Analytics: Off');
  await page.evaluate(() => (document.documentElement.lang = 'ru'));
  await expect(policy(page)).toContainText('Как отказаться или отозвать согласие');
  await expect(policy(page)).toHaveAttribute('lang', 'ru');
  await page.evaluate(() => window.consentGate!.reset());
  await expect(policy(page)).toContainText('Вы ещё не выбрали.');
});

test('who comes back loads nothing of the banner for it', async ({site}) => {
  const page = await site.visit({config, body: ''});
  await answer(page, 'rejectAll');
  await expect.poll(() => answersInCookie(site)).not.toBe('');
  await site.ledger.settle();
  const before = files(site).length;
  await site.visit({config, body: BODY, page});
  await expect(policy(page)).toContainText('Yandex.Metrica: Off');
  await site.ledger.settle();
  const names = files(site).slice(before);
  expect(
    names.filter((name) => /consent-gate-(ui|preferences|attendant|keeping)/.test(name)),
  ).toEqual([]);
});

test('one that an application puts in later is written, too; all of them are', async ({site}) => {
  const page = await site.visit({config, body: BODY});
  await expect(policy(page)).toContainText('Cookie policy');
  await page.evaluate(() => {
    const view = document.createElement('section');
    view.innerHTML = '<div><consent-policy level="2"></consent-policy></div>';
    document.querySelector('main')!.replaceChildren(view);
  });
  await expect(policy(page).getByRole('heading', {level: 2, name: 'Cookie policy'})).toBeVisible();
  await expect(policy(page).getByRole('heading', {level: 1})).toHaveCount(0);
});

test('one that comes into a page without any', async ({site}) => {
  const page = await site.visit({config, body: '<main></main>'});
  await answer(page, 'rejectAll');
  await page.evaluate(() => {
    document.querySelector('main')!.innerHTML = '<consent-policy></consent-policy>';
  });
  await expect(policy(page)).toContainText('Cookie policy');
});

test('in the page itself, with `light`: its button is an opener of the page’s own', async ({
  site,
}) => {
  const page = await site.visit({
    config,
    body: '<consent-policy light><p>Please switch scripts on.</p></consent-policy>',
  });
  await answer(page, 'rejectAll');
  await expect(page.locator('consent-policy > h1')).toHaveText('Cookie policy');
  await expect(page.locator('consent-policy')).not.toContainText('Please switch scripts on.');
  await expect(page.locator('[data-consent-open]')).toHaveCount(1);
  await page.locator('consent-policy [data-consent-open]').click();
  await expect(preferences(page)).toBeVisible();
});

test('with a config that is not valid, and after stop(), it says nothing new', async ({site}) => {
  const invalid = await site.visit({
    config: '{"policy": 1}',
    body: '<consent-policy>Ask us by mail.</consent-policy>',
  });
  await site.ledger.settle();
  await expect(policy(invalid)).toHaveText('Ask us by mail.');

  const page = await site.visit({config, body: BODY});
  await expect(policy(page)).toContainText('You have not chosen yet.');
  await page.evaluate(() => {
    window.consentGate!.stop();
    document.documentElement.lang = 'ru';
  });
  await site.ledger.settle();
  await expect(policy(page)).toContainText('You have not chosen yet.');
});

test('axe finds nothing in it, in two languages, and it needs no scrolling sideways at 320 px', async ({
  site,
}) => {
  for (const lang of ['en', 'ru']) {
    const page = await site.visit({
      config,
      lang,
      head: '<meta name="viewport" content="width=device-width"><title>Cookies</title>',
      body: BODY,
      page: await site.context.newPage(),
    });
    await expect(policy(page).getByRole('table').first()).toBeVisible();
    await page.evaluate(() => window.consentGate!.rejectAll());
    await expect(banner(page)).toBeHidden();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({width: 320, height: 640});
    const {scrollWidth, clientWidth} = await page.evaluate(() => {
      const {scrollWidth, clientWidth} = document.documentElement;
      return {scrollWidth, clientWidth};
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  }
});

test('on paper it is whole, without its button', async ({browserName, site}) => {
  test.skip(browserName !== 'chromium', 'no other engine here is asked for paper');
  const page = await site.visit({config, body: BODY});
  await expect(policy(page)).toContainText('Cookie policy');
  await page.emulateMedia({media: 'print'});
  await expect(policy(page).getByRole('button')).toBeHidden();
  await expect(policy(page).getByRole('table').first()).toBeVisible();
  await expect(banner(page)).toBeHidden();
});

test('a service whose file comes late is in it; nothing is told of before', async ({site}) => {
  const pixel = {service: 'meta-pixel' as const, pixelId: '1234567890', crossBorder: true};
  const own = {...config, categories: {...config.categories, advertising: {services: [pixel]}}};
  const page = await site.visit({config: own, body: ''});
  await answer(page, 'rejectAll');
  await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
  await site.ledger.settle();
  const arrive = holdBack(site, new RegExp(`service-${hash('meta-pixel', 4)}`));
  await site.visit({config: own, body: BODY, page, waitUntil: 'commit'});
  await expect.poll(() => files(site).filter((name) => /policy\.js/.test(name))).toHaveLength(1);
  await expect(policy(page).locator('h1')).toHaveCount(0);
  arrive();
  await expect(policy(page)).toContainText('Meta');
});

test('where its words do not come they are asked for once, and the console says so once', async ({
  site,
}) => {
  const page = await site.visit({config, body: ''});
  await answer(page, 'rejectAll');
  await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
  site.answer(/consent-gate-policy-en\.js/, () => ({status: 404, body: ''}));
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  await site.visit({config, body: `${BODY}<p>0</p>`, page});
  const asked = () => files(site).filter((name) => /policy-en/.test(name));
  await expect.poll(asked).toHaveLength(1);
  await page.evaluate(async () => {
    const clock = document.querySelector('p')!;
    for (let i = 0; i < 50; i++) {
      clock.textContent = String(i);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await site.ledger.settle();
  expect(asked()).toHaveLength(1);
  expect(said.filter((text) => text.startsWith('consent-gate:'))).toHaveLength(1);
});

test('emptied by a framework it is written again; one in a drawing keeps no other from being written', async ({
  site,
}) => {
  const page = await site.visit({
    config,
    body: '<svg><consent-policy></consent-policy></svg><consent-policy light id="real"></consent-policy>',
  });
  const real = page.locator('#real');
  await expect(real).toContainText('Cookie policy');
  await real.evaluate((element) => element.replaceChildren());
  await expect(real).toContainText('Cookie policy');
});

test('two in a page: no name within is used twice', async ({site}) => {
  const page = await site.visit({
    config,
    body: '<consent-policy light></consent-policy><consent-policy light level="2"></consent-policy>',
  });
  await expect(policy(page).nth(1)).toContainText('Cookie policy');
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({id}) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

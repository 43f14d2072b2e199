import type {Locator, Page} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {axeFindings} from '../helpers/axe-of-page.js';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {cookieMatrix, domainsFor, pathsOf} from '../helpers/cookie-matrix.js';
import {itemsLeft} from '../helpers/items-left.js';
import {layoutFaults} from '../helpers/layout-faults.js';
import {config, expect, test, type Site} from '../helpers/site.js';

/*
 * The end of the preferences: what is on the device at this moment and the way to delete it, the visitor's choice with
 * its receipt, and whom to write to.
 */

const CHAT = {
  service: 'chat',
  name: {en: 'Help desk', ru: 'Чат поддержки'},
  vendor: 'Chat Ltd',
  country: 'RU',
  purposes: ['communication'],
  cookies: ['chat_*'],
  storage: ['chat_*'],
};
const whole = {
  ...config,
  operator: {
    ...config.operator,
    address: 'Moscow, Tverskaya 1',
    registration: 'OGRN 1027700132195',
    contacts: {
      withdraw: {subject: 'Withdrawal of consent'},
      update: {email: 'data@personalimage.ru', subject: 'Update & correct'},
      unsubscribe: {subject: 'Unsubscribe'},
    },
  },
  categories: {...config.categories, functional: {services: [CHAT]}},
} as ConsentGateConfig;

/** Firefox tells of each parent domain that may have no cookies. */
const REFUSED = /rejected for invalid domain/;

const end = (page: Page) => preferences(page).locator('.device');
const stored = (page: Page) => end(page).locator('.stored-now');
const mine = (page: Page) => end(page).locator('.my-choice');
const rights = (page: Page) => end(page).locator('.rights');
const group = (page: Page, name: string) => stored(page).getByRole('group', {name, exact: true});
const summary = (part: Locator) => part.locator(':scope > summary');
const names = (part: Locator) => part.locator('code').allTextContents();

/** Opens the preferences and what stands at their end. */
async function open(page: Page, ...parts: ((page: Page) => Locator)[]): Promise<void> {
  await page.evaluate(() => window.consentGate!.open());
  await expect(end(page)).toBeAttached();
  for (const part of parts) await summary(part(page)).click();
}

/** A visitor who has said yes to everything, and to whom the vendors have written. */
async function granted(site: Site, more: Parameters<Site['visit']>[0] = {}): Promise<Page> {
  const page = await site.visit({config: whole, ...more});
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() => site.ledger.cookieNames())
    .toEqual(expect.arrayContaining(['__Host-consent-gate', '_ga', '_ym_uid']));
  await site.ledger.settle();
  return page;
}

test('what real tags have written stands under their service; one is deleted, and the others stay', async ({
  site,
}) => {
  const page = await granted(site);
  await page.evaluate(() => {
    document.cookie = 'basket=7; Path=/';
    document.cookie = 'chat_id=1; Path=/; Domain=shop.example';
    localStorage.setItem('chat_draft', 'secret-draft');
  });
  await open(page, stored);
  const inJar = async () =>
    (await itemsLeft(site)).map((line) => line.split(' ')[1]!).filter((name) => name !== 'basket');
  const ofMetrica = (await inJar()).filter((name) => /^_+ym/.test(name)).sort();
  expect(ofMetrica.length).toBeGreaterThan(3);
  await expect
    .poll(async () => (await names(group(page, 'Yandex.Metrica'))).sort())
    .toEqual(ofMetrica);
  expect(await names(group(page, 'Help desk'))).toEqual(['chat_id', 'chat_draft']);
  await expect(group(page, 'Help desk')).toContainText('localStorage');
  expect(await names(group(page, 'The record of your choice'))).toEqual(['__Host-consent-gate']);
  await expect(summary(stored(page))).toHaveText(
    `On this device now (${(await inJar()).length + 1})`,
  );
  await expect(stored(page)).toContainText('Not on this site’s list: 1');
  await expect(stored(page)).not.toContainText('basket');
  await expect(stored(page)).not.toContainText('secret-draft');

  await group(page, 'Help desk').getByRole('button', {name: 'Delete Help desk'}).click();
  await expect(group(page, 'Help desk').getByRole('status')).toHaveText(
    /^Deleted: .*chat_id.*chat_draft.*\.$/,
  );
  await expect(group(page, 'Help desk').locator('code')).toHaveCount(0);
  await expect(group(page, 'Help desk').getByRole('button')).toBeHidden();
  await expect(group(page, 'Help desk').getByRole('heading')).toBeFocused();
  expect(await site.ledger.cookieNames()).not.toContain('chat_id');
  expect((await site.ledger.storage(page)).local).not.toHaveProperty('chat_draft');
  expect(await site.ledger.cookieNames()).toEqual(
    expect.arrayContaining(['basket', '_ga', '_ym_uid', '__Host-consent-gate']),
  );
  // A service that runs may write again, and that is said.
  await expect(group(page, 'Yandex.Metrica')).toContainText('may store this again');
  expect(site.ledger.consoleProblems({except: REFUSED})).toEqual([]);
});

test('the button deletes under every parent domain and path; HttpOnly cookies are neither claimed nor touched', async ({
  site,
}) => {
  const url = 'https://a.b.example.test/shop/cart/';
  const page = await site.visit({
    config: whole,
    url,
    headers: {'set-cookie': 'chat_server=1; Path=/; HttpOnly; Secure'},
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
  const {hostname, pathname} = new URL(url);
  const cookies = cookieMatrix(
    {
      plain: 'chat_1',
      secure: 'chat_2',
      none: 'chat_3',
      strict: 'chat_4',
      partitioned: 'chat_5',
    },
    domainsFor(hostname, 'example.test'),
    pathsOf(pathname),
  );
  await page.evaluate(
    (lines) => {
      for (const line of lines) document.cookie = line;
      sessionStorage.setItem('chat_tab', '1');
    },
    cookies.map(({line}) => line),
  );
  const left = async () => (await itemsLeft(site)).filter((line) => / chat_/.test(line));
  expect(await left()).toHaveLength(cookies.length + 2);
  await open(page, stored);
  expect(await names(group(page, 'Help desk'))).toEqual([
    ...['chat_1', 'chat_2', 'chat_3', 'chat_4', 'chat_5'],
    'chat_tab',
  ]);
  await group(page, 'Help desk').getByRole('button').click();
  await expect(group(page, 'Help desk').getByRole('status')).not.toBeEmpty();
  expect(await left()).toEqual([expect.stringContaining('cookie chat_server')]);
});

for (const door of ['bundle', 'module'] as const) {
  test(`it is there by every way in (${door})`, async ({site}) => {
    const page = await site.visit({config: whole, door});
    await bannerButton(page, 'reject').press('Enter');
    await expect.poll(() => site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
    const dialog = preferences(page);
    await page.locator('[data-consent-open]').click();
    await expect(dialog).toBeVisible();
    await summary(stored(page)).click();
    await page.evaluate(() => (document.cookie = 'chat_1=1'));
    await group(page, 'Help desk').getByRole('button', {name: 'Delete Help desk'}).click();
    await expect(group(page, 'Help desk').getByRole('status')).toHaveText(/^Deleted: .*chat_1/);
    await summary(mine(page)).click();
    await expect(mine(page)).toContainText('Help desk: Off');
    expect(await site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
    expect(site.ledger.consoleProblems({except: REFUSED})).toEqual([]);
  });
}

test('nothing is written by looking, before and after a choice; nothing there is one calm sentence', async ({
  site,
}) => {
  const page = await site.visit({config: whole});
  await expect(banner(page)).toBeVisible();
  await bannerButton(page, 'settings').click();
  await expect(end(page)).toBeAttached();
  await summary(stored(page)).click();
  await expect(stored(page)).toContainText(
    'The services of this site keep nothing on this device now.',
  );
  await expect(summary(stored(page))).toHaveText('On this device now (0)');
  await expect(mine(page)).toBeHidden();
  await expect(rights(page)).toBeVisible();
  await site.ledger.settle();
  expect(site.ledger.cookieWrites).toEqual([]);
  expect(site.ledger.storageWrites).toEqual([]);
  expect(await itemsLeft(site)).toEqual([]);
  expect(site.ledger.vendorRequests()).toEqual([]);
  expect(site.ledger.consoleProblems()).toEqual([]);
});

test('what is written while it is open shows, and an answer of another tab too', async ({site}) => {
  const page = await site.visit({config: whole});
  await bannerButton(page, 'reject').press('Enter');
  await expect.poll(() => site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
  await open(page, stored, mine);
  await expect(group(page, 'Help desk')).toHaveCount(0);
  await expect(mine(page)).toContainText('Help desk: Off');
  await page.evaluate(() => (document.cookie = 'chat_9=1; Path=/'));
  await expect(group(page, 'Help desk').locator('code')).toHaveText('chat_9');
  await expect(group(page, 'Help desk')).not.toContainText('may store this again');
  await page.evaluate(() => window.consentGate!.choose({chat: true}));
  await expect(mine(page)).toContainText('Help desk: On');
  await expect(group(page, 'Help desk')).toContainText('may store this again');
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect(group(page, 'Help desk')).toHaveCount(0);
});

test('to forget the choice is a reset: everything stops, and the banner asks again', async ({
  site,
}) => {
  const page = await granted(site);
  await open(page, stored);
  const reloaded = page.waitForEvent('load').catch(() => {});
  await group(page, 'The record of your choice')
    .getByRole('button', {name: 'Forget my choice and ask again'})
    .click();
  await expect(banner(page)).toBeVisible();
  await expect(preferences(page)).toBeHidden();
  await expect.poll(() => itemsLeft(site)).toEqual([]);
  await expect.poll(() => site.ledger.cookieNames()).toEqual([]);
  expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('undecided');
  void reloaded;
});

test('the receipt is copied and downloaded, and is what the API gives', async ({
  browserName,
  site,
  context,
}) => {
  if (browserName === 'chromium') {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  }
  const page = await granted(site);
  await open(page, mine);
  await expect(mine(page)).toContainText(/Your choice was made on/);
  await expect(mine(page)).toContainText('Yandex.Metrica: On');
  const receipt = await page.evaluate(() => window.consentGate!.receipt());
  expect(receipt).not.toBeNull();

  if (browserName === 'chromium') {
    await mine(page).locator('[data-action=copy]').click();
    await expect(mine(page).getByRole('status')).toHaveText('The receipt is copied.');
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(receipt);
  }

  // Firefox tells Playwright of no download of a blob.
  if (browserName === 'chromium') {
    const coming = page.waitForEvent('download');
    await mine(page).locator('[data-action=download]').click();
    const download = await coming;
    const day = await page.evaluate(() => window.consentGate!.decision.decidedAt);
    expect(download.suggestedFilename()).toBe(`consent-www.shop.example-${day}.json`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual(receipt);
  } else {
    const saved = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const own = URL.createObjectURL;
          URL.createObjectURL = (blob) => {
            void (blob as Blob).text().then(resolve);
            return own.call(URL, blob);
          };
        }),
    );
    await mine(page).locator('[data-action=download]').click();
    expect(JSON.parse(await saved)).toEqual(receipt);
  }
  await expect(mine(page).getByRole('status')).toHaveText('The download has begun.');
  expect(site.ledger.consoleProblems()).toEqual([]);
});

for (const clipboard of ['missing', 'refused'] as const) {
  test(`where the clipboard is ${clipboard} the receipt is selected, to be copied by hand`, async ({
    site,
  }) => {
    const page = await granted(site, {
      head: `<script>Object.defineProperty(navigator, 'clipboard', {value: ${
        clipboard === 'missing' ? 'undefined' : '{writeText: () => Promise.reject(new Error())}'
      }})</script>`,
    });
    await open(page, mine);
    await mine(page).locator('[data-action=copy]').click();
    const text = mine(page).getByRole('textbox', {name: 'Receipt'});
    await expect(text).toBeFocused();
    const receipt = await page.evaluate(() => window.consentGate!.receipt());
    expect(JSON.parse(await text.inputValue())).toEqual(receipt);
    expect(
      await text.evaluate((one: HTMLTextAreaElement) => one.selectionEnd - one.selectionStart),
    ).toBe((await text.inputValue()).length);
    await expect(mine(page).getByRole('status')).toContainText('selected');
  });
}

test('a strict policy of the page lets the download pass, and nothing of it is a fault', async ({
  browserName,
  site,
}) => {
  test.skip(browserName !== 'chromium', 'Firefox tells Playwright of no download of a blob');
  const page = await site.visit({
    config: whole,
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types consent-gate consent-gate-lit",
    },
  });
  await bannerButton(page, 'reject').press('Enter');
  await expect.poll(() => site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
  await open(page, stored, mine);
  const coming = page.waitForEvent('download');
  await mine(page).locator('[data-action=download]').click();
  expect((await coming).suggestedFilename()).toMatch(/^consent-www\.shop\.example-.*\.json$/);
  const problems = site.ledger.consoleProblems().filter((line) => !/favicon/.test(line));
  expect(problems).toEqual([]);
});

test('the operator, and letters with their subjects beside the button that does it at once', async ({
  site,
}) => {
  const page = await site.visit({config: whole});
  await expect(banner(page)).toBeVisible();
  await open(page, rights);
  await expect(rights(page)).toContainText('Address: Moscow, Tverskaya 1');
  await expect(rights(page)).toContainText('Registration: OGRN 1027700132195');
  // Nothing has been said yet.
  await expect(rights(page).locator('[data-action=forget]')).toBeHidden();
  const hrefs = async () =>
    rights(page)
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(await hrefs()).toEqual([
    'mailto:mail@personalimage.ru?subject=Withdrawal%20of%20consent',
    'mailto:data@personalimage.ru?subject=Update%20%26%20correct',
    'mailto:mail@personalimage.ru?subject=Unsubscribe',
  ]);
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect(rights(page).locator('[data-action=forget]')).toBeVisible();

  const plain = await site.newVisitor();
  const other = await plain.visit();
  await expect(banner(other)).toBeVisible();
  await open(other);
  await expect(stored(other)).toBeVisible();
  await expect(rights(other)).toBeHidden();
});

test('by keyboard alone; closed and opened again it is as at first, and there once', async ({
  site,
}) => {
  const page = await granted(site);
  await open(page);
  await summary(stored(page)).focus();
  await page.keyboard.press('Enter');
  await expect(stored(page)).toHaveAttribute('open');
  await page.keyboard.press('Tab');
  await expect(group(page, 'Yandex.Metrica').getByRole('button')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(group(page, 'Yandex.Metrica').getByRole('status')).toContainText('Deleted:');
  await page.keyboard.press('Escape');
  await expect(preferences(page)).toBeHidden();
  await page.evaluate(() => window.consentGate!.open());
  await expect(end(page)).toHaveCount(1);
  await expect(stored(page)).not.toHaveAttribute('open');
  await summary(stored(page)).press('Enter');
  await expect(stored(page)).not.toContainText('Deleted:');
  await summary(mine(page)).press('Enter');
  await expect(mine(page)).toContainText('Yandex.Metrica: On');
});

test('it speaks the language of the page when that changes, and stays open and where the reader is', async ({
  site,
}) => {
  const page = await granted(site);
  await open(page, stored, rights);
  await group(page, 'Yandex.Metrica').getByRole('button').focus();
  await page.evaluate(() => (document.documentElement.lang = 'ru'));
  await expect(summary(stored(page))).toHaveText(/^Сейчас на устройстве \(\d+\)$/);
  await expect(stored(page)).toHaveAttribute('open');
  await expect(group(page, 'Яндекс.Метрика').getByRole('button')).toBeFocused();
  await expect(rights(page)).toContainText('Адрес: Moscow');
  await expect(end(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.documentElement.lang = 'ar'));
  await open(page, stored);
  await expect(summary(stored(page))).toHaveText(/^على هذا الجهاز الآن/);
});

test('a storage that is blocked, and one that is frozen, are no fault', async ({site}) => {
  const page = await granted(site, {
    head: `<script>
      for (const name of ['localStorage', 'sessionStorage'])
        addEventListener('load', () => Object.defineProperty(window, name, {get() { throw new DOMException('', 'SecurityError'); }}));
    </script>`,
  });
  await page.evaluate(() => {
    document.cookie = 'chat_1=1; Path=/';
    Object.defineProperty(document, 'cookie', {get: () => 'chat_1=1', set() {}});
  });
  await open(page, stored);
  await group(page, 'Help desk').getByRole('button').click();
  await expect(group(page, 'Help desk').getByRole('status')).toHaveText(
    /^Still there: .*chat_1.*\.$/,
  );
  await expect(group(page, 'Help desk').getByRole('button')).toBeFocused();
  expect(site.ledger.consoleProblems().filter((line) => !/cannot be deleted/.test(line))).toEqual(
    [],
  );
});

test('who reads already sees nothing move when it comes', async ({site}) => {
  const few = {...config, categories: {advertising: {services: []}}} as ConsentGateConfig;
  const page = await site.visit({config: few});
  await bannerButton(page, 'reject').press('Enter');
  await expect.poll(() => site.ledger.cookieNames()).toEqual(['__Host-consent-gate']);
  await page.reload();
  let arrive = () => {};
  const waiting = new Promise<void>((resolve) => (arrive = resolve));
  site.answer(/consent-gate-device/, async () => {
    await waiting;
    return null;
  });
  await page.evaluate(() => window.consentGate!.open());
  await site.ledger.settle();
  const places = () =>
    preferences(page).evaluate((dialog) =>
      [...dialog.querySelectorAll('h2, h3, p, button')]
        .filter((one) => !one.closest('.device'))
        .map((one) => JSON.stringify(one.getBoundingClientRect())),
    );
  const before = await places();
  expect(await end(page).count()).toBe(0);
  arrive();
  await expect(end(page)).toBeAttached();
  expect(await places()).toEqual(before);
  await summary(stored(page)).click();
  await expect(group(page, 'The record of your choice')).toBeVisible();
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
  [320, 256],
] as const) {
  test(`axe finds nothing, nothing is cut off: all of it open, at ${width}×${height}`, async ({
    site,
  }) => {
    await site.page.setViewportSize({width, height});
    const page = await granted(site, {body: '<main><h1>A shop</h1></main>'});
    await page.evaluate(() => (document.cookie = `chat_${'long_name_'.repeat(6)}=1`));
    for (const language of ['en', 'ru', 'de', 'ar']) {
      await page.evaluate((lang) => (document.documentElement.lang = lang), language);
      await page.evaluate(() => window.consentGate!.open());
      await expect(end(page)).toBeAttached();
      await expect(page.locator('consent-choice')).toHaveAttribute('lang', language);
      for (const part of [stored, mine, rights]) {
        await part(page).evaluate((one: HTMLDetailsElement) => (one.open = true));
      }
      await expect(stored(page).locator('code').first()).toBeVisible();
      for (const part of [stored, mine, rights]) {
        await part(page).scrollIntoViewIfNeeded();
        expect.soft(await layoutFaults(preferences(page)), language).toEqual([]);
      }
      expect.soft(await axeFindings(page), language).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(preferences(page)).toBeHidden();
    }
  });
}

import type {Page} from 'playwright/test';
import {banner, bannerButton} from '../../helpers/banner.js';
import {holdBack} from '../../helpers/hold-back.js';
import {family} from '../../helpers/scorecard.js';
import {config, expect, test, type Site, type Visit} from '../../helpers/site.js';
import {answer, answersInCookie, decisionOf, ready, secondTab} from '../../helpers/tabs.js';

const KEEPING = '/dist/consent-gate-keeping.js';

test('invariant 11: a tab that is opened after the no loads nothing, however long the file that writes takes', async ({
  site,
}) => {
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(async () => (await site.ledger.cookieNames()).join()).toContain('consent-gate');
  const arrive = holdBack(site, KEEPING);
  await page.reload({waitUntil: 'commit'});
  await expect
    .poll(() => page.evaluate(() => window.consentGate?.has('google-analytics')))
    .toBe(true);
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': false});
  site.ledger.clear();
  const tab = await site.context.newPage();
  await tab.goto('https://www.shop.example/', {waitUntil: 'commit'});
  await expect.poll(() => tab.evaluate(() => window.consentGate?.decision.status)).toBe('decided');
  await site.ledger.settle();
  expect(site.ledger.vendorRequests().map(({host}) => host)).toEqual([]);
  await expect(banner(tab), 'who has said no is not asked again').toBeHidden();
  arrive();
});

test('a no holds in a page whose cookie cannot be written, also where the file that writes cannot be had', async ({
  site,
}) => {
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => answersInCookie(site)).toBeDefined();
  site.answer(KEEPING, () => 'abort');
  await page.addInitScript(() => {
    const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
    Object.defineProperty(Document.prototype, 'cookie', {...jar, set() {}});
  });
  await page.reload();
  const has = () => page.evaluate(() => window.consentGate?.has('google-analytics'));
  await expect.poll(has).toBe(true);
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect.poll(() => site.ledger.libraryRequests()).toContain('consent-gate-keeping.js');
  await site.ledger.settle();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  expect(await has()).toBe(false);
});

// --- The note that the core makes by itself: docs/decisions/021-a-withdrawal-is-noted.md ------------------

/** Questions without services: nothing but the decision moves. */
const plain = {...config, categories: {functional: {}, analytics: {}, advertising: {}}};
const NONE = {functional: false, analytics: false, advertising: false};

interface Slow extends Window {
  endSecond(): void;
}

/** In the page's next documents no second ends before `endSecond`: what is noted sooner has another reason. */
const holdSecond = (page: Page) =>
  page.addInitScript(() => {
    const {setTimeout} = window;
    const waiting: (() => void)[] = [];
    Object.assign(window, {
      setTimeout: (fn: () => void, ms?: number) =>
        ms! >= 1000 ? waiting.push(fn) : setTimeout(fn, ms),
      endSecond: () => waiting.splice(0).forEach((fn) => fn()),
    });
  });
const endSecond = (page: Page) => page.evaluate(() => (window as unknown as Slow).endSecond());

/** A visitor who has said yes and is back: the file that writes has not been asked for yet. */
async function comesBack(site: Site, visit: Visit = {}): Promise<Page> {
  const page = await site.visit({config: plain, ...visit});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => answersInCookie(site)).toBeDefined();
  await holdSecond(page);
  await page.reload();
  await expect.poll(() => page.evaluate(() => window.consentGate?.has('analytics'))).toBe(true);
  return page;
}

const record = async (site: Site) =>
  (await site.ledger.cookies()).filter(({name}) => name.endsWith('consent-gate'));

/** Goes on to another page and looks whether it asks, and what it takes for granted. */
async function goesOn(page: Page, url: string) {
  await page.goto(url, {waitUntil: 'commit'});
  await ready(page);
  const {status, categories} = await decisionOf(page);
  expect(categories).toEqual({necessary: true, ...NONE});
  if (status === 'undecided') await expect(banner(page)).toBeVisible();
  else {
    // Firefox may break a visit off that begins before the last page is there. Who is asked waits for the file.
    await page.waitForLoadState();
    await expect(banner(page)).toHaveCount(0);
  }
  return status;
}

const next = 'https://www.shop.example/next';
const leave = async (page: Page) => {
  await page.goto(next, {waitUntil: 'commit'});
  await ready(page);
};
for (const [moment, fate, wait] of family([
  ['a second later', 'stall', endSecond],
  ['when the file fails', 'abort', async () => {}],
  ['when the page is left sooner', 'stall', leave],
] as const)) {
  test(`invariant 11: what was a yes is a no in the record ${moment}, and after a reset there is none`, async ({
    site,
  }) => {
    const page = await comesBack(site);
    site.serve(next, site.html({config: plain}));
    site.answer(KEEPING, () => fate);
    const [before] = await record(site);

    await answer(page, 'rejectAll');
    if (fate === 'stall') expect(await record(site), 'not at once').toEqual([before]);
    await wait(page);
    await expect.poll(() => answersInCookie(site)).toEqual(NONE);
    const [noted, ...more] = await record(site);
    expect(noted!.value, 'else to the letter').toBe(before!.value.replaceAll('~y.', '~n.'));
    expect(more).toEqual([]);
    if (wait !== leave) expect(await goesOn(page, next)).toBe('decided');

    await answer(page, 'reset');
    if (fate === 'stall') expect(await record(site), 'not at once').toEqual([noted]);
    await wait(page);
    // What the file would erase is empty, and gone when the browser is closed.
    await expect.poll(() => record(site)).toEqual([{...noted, value: '', expires: -1}]);
    if (wait !== leave) expect(await goesOn(page, next)).toBe('undecided');
  });
}

for (const {where, url, elsewhere, cookie, jar} of [
  {
    where: 'with cookie.domain, for a sibling host, too',
    url: 'https://www.shop.example/',
    elsewhere: 'https://blog.shop.example/',
    cookie: {domain: 'shop.example'},
    jar: {name: '__Secure-consent-gate', domain: '.shop.example', path: '/', secure: true},
  },
  {
    where: 'on plain http',
    url: 'http://www.shop.example/',
    elsewhere: 'http://www.shop.example/next',
    jar: {name: 'consent-gate', domain: 'www.shop.example', path: '/', secure: false},
  },
]) {
  test(`a no is noted, and a reset, in the very cookie that holds the yes: ${where}`, async ({
    site,
  }) => {
    const own = {...plain, cookie};
    const page = await comesBack(site, {config: own, url});
    site.serve(elsewhere, site.html({config: own}));
    site.answer(KEEPING, () => 'stall');
    expect(await record(site)).toEqual([expect.objectContaining(jar)]);

    await answer(page, 'rejectAll');
    await endSecond(page);
    await expect.poll(() => answersInCookie(site)).toEqual(NONE);
    // Beside one of another name, domain or path there would be two: no answer at all.
    expect(await record(site)).toEqual([expect.objectContaining(jar)]);
    const tab = await site.context.newPage();
    expect(await goesOn(tab, elsewhere)).toBe('decided');

    await answer(page, 'reset');
    await endSecond(page);
    await expect
      .poll(() => record(site))
      .toEqual([expect.objectContaining({...jar, value: '', expires: -1})]);
    expect(await goesOn(tab, elsewhere)).toBe('undecided');
  });
}

test('a note has no term; the file gives it one, and erases what was reset, when it comes', async ({
  site,
}) => {
  const page = await comesBack(site);
  const [before] = await record(site);
  let arrive = holdBack(site, KEEPING);
  await answer(page, 'rejectAll');
  await endSecond(page);
  await expect.poll(() => record(site)).toEqual([expect.objectContaining({expires: -1})]);
  arrive();
  await expect.poll(async () => (await record(site))[0]!.expires).toBeGreaterThan(0);
  expect(await answersInCookie(site)).toEqual(NONE);
  expect((await record(site))[0]!.expires).toBeGreaterThan(before!.expires - 86400);

  await page.reload({waitUntil: 'commit'});
  await ready(page);
  arrive = holdBack(site, KEEPING);
  await answer(page, 'reset');
  await endSecond(page);
  await expect.poll(() => record(site)).toEqual([expect.objectContaining({value: ''})]);
  arrive();
  await expect.poll(() => record(site)).toEqual([]);
});

test('invariant 11: a note leaves what another tab has written meanwhile, and the file puts both together', async ({
  site,
}) => {
  const page = await comesBack(site);
  const b = await secondTab(site);
  await site.visit({config: plain, path: '/b', page: b});
  await ready(b);
  // It has the file that writes by then.
  await b.evaluate(() => window.consentGate!.receipt());
  const arrive = holdBack(site, KEEPING);

  await answer(page, {analytics: false});
  await answer(b, {functional: false});
  const theirs = {functional: false, analytics: true, advertising: true};
  await expect.poll(() => answersInCookie(site)).toEqual(theirs);
  await endSecond(page);
  const both = {...theirs, analytics: false};
  await expect.poll(() => answersInCookie(site)).toEqual(both);
  await expect.poll(async () => (await decisionOf(b)).categories).toMatchObject(both);

  arrive();
  await expect.poll(async () => (await decisionOf(page)).categories).toMatchObject(both);
  await site.ledger.settle();
  expect(await answersInCookie(site)).toEqual(both);
  expect(await decisionOf(b)).toEqual(await decisionOf(page));
});

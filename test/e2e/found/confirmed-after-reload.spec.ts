import type {Page} from 'playwright/test';
import {banner, choose, preferences} from '../../helpers/banner.js';
import {CURTAIN} from '../../helpers/curtain.js';
import {holdBack} from '../../helpers/hold-back.js';
import {expect, test, type Site, type Visit} from '../../helpers/site.js';
import {reloadedBy} from '../../helpers/withdrawal.js';

/*
 * A no that can only be obeyed by a reload was followed by nothing that says it was taken.
 */

// What only a reload can stop.
const BODY =
  '<script type="text/plain" data-consent="analytics">window.ran = true</script><p><a href="#a">Link</a></p>';

/** A page in which something has run that only a reload can stop. */
async function running(site: Site, visit: Visit = {}): Promise<Page> {
  const page = await site.visit({body: BODY, ...visit});
  await banner(page).locator('[data-action=accept]').press('Enter');
  await page.waitForFunction(() => (window as {ran?: boolean}).ran);
  return page;
}

test('a withdrawal that reloads is confirmed after it, once, and takes no focus', async ({
  site,
}) => {
  const page = await running(site);
  await reloadedBy(page, () => choose(page, {analytics: false}));
  const said = page.locator('consent-choice .confirmation');
  await expect(said).toContainText('Your choices are saved.');
  await expect(said.locator('[role=status]')).toContainText('Your choices are saved.');
  expect(
    await page.evaluate(() => [
      document.activeElement!.localName,
      (window as {ran?: boolean}).ran,
      sessionStorage.length,
    ]),
  ).toEqual(['body', undefined, 0]);
  await expect(banner(page)).toHaveCount(0);
  // Its way back works.
  await said.locator('[data-action=change]').press('Enter');
  await expect(preferences(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(said).toHaveCount(0);
  // The next page says nothing, and loads nothing but the core. What the settings ask for may still be on its way.
  await site.ledger.settle();
  site.ledger.clear();
  await page.reload();
  await site.ledger.settle();
  expect(site.ledger.libraryRequests()).toEqual(['consent-gate.js', 'consent-gate-markup.js']);
  await expect(said).toHaveCount(0);
});

for (const [what, frames] of [
  ['', 0],
  [', also where it goes before its next frame', 150],
] as const) {
  test(`where the next page is slow it is confirmed there only${what}`, async ({site}) => {
    // In a page that goes a driver can look at nothing.
    await site.page.addInitScript((ms) => {
      const {requestAnimationFrame: own, setTimeout: wait} = window;
      window.requestAnimationFrame = (fn) => (ms ? wait(() => own(fn), ms) : own(fn));
      addEventListener('click', (event) => {
        const [pressed] = event.composedPath() as HTMLElement[];
        if (pressed!.dataset['action'] !== 'save') return;
        const {shadowRoot} = document.querySelector('consent-choice')!;
        const look = () =>
          console.log(`later: ${shadowRoot!.querySelectorAll('.confirmation').length}`);
        // Later than it is confirmed here.
        requestAnimationFrame(() => wait(look, 200));
      });
    }, frames);
    const page = await running(site);
    await page.evaluate(() => window.consentGate!.open());
    await preferences(page).locator('[data-category=analytics]').setChecked(false);
    await preferences(page).locator('[data-action=save]').focus();
    const letIn = holdBack(site, /shop\.example\/$/);
    const later = page.waitForEvent('console', (message) => message.text().startsWith('later'));
    // Waits for no navigation.
    await page.keyboard.press('Enter');
    expect((await later).text()).toBe('later: 0');
    letIn();
    await page.waitForEvent('load');
    await expect(page.locator('consent-choice .confirmation')).toBeVisible();
  });
}

test('a reload that a notice offers is not confirmed: that was done beside the notice', async ({
  site,
}) => {
  const page = await running(site, {body: `${BODY}<input aria-label="Name">`});
  await page.getByLabel('Name').fill('typed');
  await choose(page, {analytics: false});
  const said = page.locator('consent-choice .confirmation');
  await expect(said).toBeVisible();
  await reloadedBy(page, () => page.locator('[part=notice] [data-action=reload]').press('Enter'));
  await site.ledger.settle();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await expect(said).toHaveCount(0);
});

for (const door of ['bundle', 'module'] as const) {
  test(`the same by the door "${door}"`, async ({site}) => {
    const page = await running(site, {door});
    const small = page.locator('body > [data-consent-open]');
    await small.press('Enter');
    await preferences(page).locator('[data-category=analytics]').setChecked(false);
    await reloadedBy(page, () => preferences(page).locator('[data-action=save]').press('Enter'));
    await expect(page.locator('consent-choice .confirmation')).toContainText(
      'Your choices are saved.',
    );
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
}

test('a reload by a call of the page is not confirmed', async ({site}) => {
  const page = await running(site);
  await reloadedBy(page, () => page.evaluate(() => window.consentGate!.rejectAll()));
  await site.ledger.settle();
  expect(
    await page.evaluate(() => [
      sessionStorage.length,
      document.querySelector('consent-choice .confirmation'),
    ]),
  ).toEqual([0, null]);
  await expect(page.locator('consent-choice')).toHaveCount(0);
});

test('a reload because of what was said in another tab is not confirmed', async ({site}) => {
  const first = await running(site);
  const second = await site.visit({page: await site.context.newPage(), body: BODY});
  await second.waitForFunction(() => (window as {ran?: boolean}).ran);
  await reloadedBy(second, () => reloadedBy(first, () => choose(first, {analytics: false})));
  await expect(first.locator('consent-choice .confirmation')).toBeVisible();
  await site.ledger.settle();
  expect(await second.evaluate(() => sessionStorage.length)).toBe(0);
  await expect(second.locator('consent-choice')).toHaveCount(0);
});

test('an entry of the page’s own with nearly that name stays, and confirms nothing', async ({
  site,
}) => {
  const page = await site.visit({});
  await banner(page).locator('[data-action=accept]').press('Enter');
  await page.evaluate(() => sessionStorage.setItem('consent-gate', 'mine'));
  await page.reload();
  await site.ledger.settle();
  expect(await page.evaluate(() => sessionStorage.getItem('consent-gate'))).toBe('mine');
  await expect(page.locator('consent-choice')).toHaveCount(0);
});

test('with storage switched off the page reloads all the same', async ({site}) => {
  const page = await running(site, {
    head: `<script>Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('off') }})</script>`,
  });
  await reloadedBy(page, () => choose(page, {analytics: false}));
  await site.ledger.settle();
  expect(await page.evaluate(() => (window as {ran?: boolean}).ran)).toBeUndefined();
});

/** Where the confirmation stands, and whether what has the focus is met at its corners and in its middle. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const said = document
      .querySelector('consent-choice')!
      .shadowRoot!.querySelector('.confirmation')!;
    const {left, top, width, height} = document.activeElement!.getBoundingClientRect();
    const met = [0.05, 0.5, 0.95].map(
      (share) => document.elementFromPoint(left + width * share, top + height / 2)?.localName,
    );
    return [said.getBoundingClientRect().top < innerHeight / 2 ? 'top' : 'foot', ...met];
  });

for (const [width, height] of [
  [375, 667],
  [320, 256],
] as const) {
  test(`2.4.11: it never lies over what has the focus, ${width}×${height}`, async ({site}) => {
    await site.page.setViewportSize({width, height});
    const page = await running(site, {
      body: `${BODY}<p style="position:fixed;bottom:20px;right:10px"><input autofocus></p>`,
    });
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    // It has the focus before anything is confirmed.
    await reloadedBy(page, () => choose(page, {analytics: false}));
    const said = page.locator('consent-choice .confirmation');
    await expect(said).toBeVisible();
    expect(await standing(page)).toEqual(['top', 'input', 'input', 'input']);
    // The page moves it: what is said stays. The visitor goes on: it goes.
    await page.locator('a').evaluate((link) => link.focus());
    expect(await standing(page)).toEqual(['foot', 'a', 'a', 'a']);
    // Brought under it by a scroll, also in a component of the page.
    await page.evaluate(() => {
      const component = document.body.appendChild(document.createElement('x-app'));
      component.style.cssText = 'display:block;height:3000px';
      component.attachShadow({mode: 'open'}).innerHTML =
        '<input style="position:absolute;top:1500px;left:45%">';
      const field = component.shadowRoot!.querySelector('input')!;
      field.focus({preventScroll: true});
      field.scrollIntoView({block: 'end'});
    });
    await expect.poll(async () => (await standing(page))[0]).toBe('top');
    await page.keyboard.press('Shift+Tab');
    await expect(said).toHaveCount(0);
  });
}

test('it lies over what the page lays over it', async ({site}) => {
  const page = await running(site, {
    body: BODY + CURTAIN,
  });
  await reloadedBy(page, () => choose(page, {analytics: false}));
  await page.locator('consent-choice .confirmation [data-action=hide]').click();
  await expect(page.locator('consent-choice .confirmation')).toHaveCount(0);
});

import {banner, choose, preferences} from '../../helpers/banner.js';
import {expect, test} from '../../helpers/site.js';
import {reloadedBy} from '../../helpers/withdrawal.js';

/*
 * A no that can only be obeyed by a reload was followed by nothing that says it was taken.
 */

// What only a reload can stop.
const BODY =
  '<script type="text/plain" data-consent="analytics">window.ran = true</script><p><a href="#a">Link</a></p>';

test('a withdrawal that reloads is confirmed after it, once, and takes no focus', async ({
  site,
}) => {
  const page = await site.visit({body: BODY});
  await banner(page).locator('[data-action=accept]').press('Enter');
  await page.waitForFunction(() => (window as {ran?: boolean}).ran);
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
  // The next page says nothing, and loads nothing but the core.
  site.ledger.clear();
  await page.reload();
  await site.ledger.settle();
  expect(site.ledger.libraryRequests()).toEqual(['consent-gate.js', 'consent-gate-markup.js']);
  await expect(said).toHaveCount(0);
});

test('neither a reload by a call of the page nor one in another tab is confirmed', async ({
  site,
}) => {
  const page = await site.visit({body: BODY});
  await banner(page).locator('[data-action=accept]').press('Enter');
  await page.waitForFunction(() => (window as {ran?: boolean}).ran);
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

test('an entry of that name that is the page’s own stays, and confirms nothing', async ({site}) => {
  const page = await site.visit({});
  await banner(page).locator('[data-action=accept]').press('Enter');
  await page.evaluate(() => sessionStorage.setItem('consent-change', 'mine'));
  await page.reload();
  await site.ledger.settle();
  expect(await page.evaluate(() => sessionStorage.getItem('consent-change'))).toBe('mine');
  await expect(page.locator('consent-choice')).toHaveCount(0);
});

test('with storage switched off the page reloads all the same', async ({site}) => {
  const page = await site.visit({
    head: `<script>Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('off') }})</script>`,
    body: BODY,
  });
  await banner(page).locator('[data-action=accept]').press('Enter');
  await page.waitForFunction(() => (window as {ran?: boolean}).ran);
  await reloadedBy(page, () => choose(page, {analytics: false}));
  await site.ledger.settle();
  expect(await page.evaluate(() => (window as {ran?: boolean}).ran)).toBeUndefined();
});

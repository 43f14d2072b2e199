import type {Locator, Page} from 'playwright/test';
import {asymmetry, weigh} from '../helpers/asymmetry.js';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {contrasts} from '../helpers/contrasts.js';
import {openPreferences} from '../helpers/open-preferences.js';
import {figure} from '../helpers/scorecard.js';
import {config, expect, test} from '../helpers/site.js';

/*
 * An owner's colours that are too faint are replaced by ours, and told of (WCAG 2.2, 1.4.3 and 1.4.11).
 */

const own = (colours: string) => `<style>consent-choice { ${colours} }</style>`;

/** Fine in light; in dark, where the background is ours, a button is hard to see. */
const BRAND = own('--consent-accent: #0b57d0; --consent-accent-text: #fff');
/** Loud, and faint in either. */
const LOUD = own(
  '--consent-accent: #ffff00; --consent-accent-text: #ffffff; --consent-background: #ffeeff; --consent-text: #ff99cc;' +
    '--consent-muted: #ffccee; --consent-focus: #ffeeaa',
);

/** What is said in the console of colours, as long as the page lives. */
const listen = (page: Page) => {
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('faint')) said.push(message.text());
  });
  return said;
};

/** What of a layer cannot be told apart, as the tests measure it. */
const faintIn = async (layer: Locator) =>
  (await contrasts(layer))
    .filter(({kind, contrast}) => contrast < (kind === 'text' ? 4.5 : 3))
    .map(({what, contrast}) => `${what} ${contrast.toFixed(2)}`);

const faceOf = (page: Page) =>
  bannerButton(page, 'accept').evaluate((button) => getComputedStyle(button).backgroundColor);
const [LIGHT, DARK, GIVEN] = ['rgb(28, 30, 34)', 'rgb(241, 242, 244)', 'rgb(11, 87, 208)'];

test('1.4.3, 1.4.11: faint colours of the owner give way to ours in both layers, light and dark, and are told of once; accept and reject stay alike', async ({
  browserName,
  page,
  site,
}) => {
  const said = listen(page);
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  let before: string[] = [];
  site.answer(/consent-gate-legible/, async () => {
    before = await faintIn(banner(page));
    return null;
  });
  await page.emulateMedia({colorScheme: 'light'});
  const policy = "default-src 'self'; style-src 'self' 'nonce-page'; script-src 'self'";
  await site.visit({
    head: LOUD.replace('<style', '<style nonce="page"'),
    headers: {'content-security-policy': policy},
  });
  const faint: string[] = [];
  // Firefox is told of its scheme before a page, not in one.
  const schemes = browserName === 'firefox' ? (['light'] as const) : (['light', 'dark'] as const);
  for (const [i, colorScheme] of schemes.entries()) {
    await page.emulateMedia({colorScheme});
    await expect.poll(() => faceOf(page)).toBe([LIGHT, DARK][i]);
    faint.push(...(await faintIn(banner(page))).map((one) => `banner, ${colorScheme}: ${one}`));
    const dialog = await openPreferences(page);
    await dialog.locator('[data-service="google-analytics"]').check();
    await dialog.evaluate((element) =>
      Promise.all(
        (element.getRootNode() as ShadowRoot).getAnimations().map(({finished}) => finished),
      ),
    );
    faint.push(...(await faintIn(dialog)).map((one) => `preferences, ${colorScheme}: ${one}`));
    for (const layer of [dialog, banner(page)]) {
      const [yes, no] = ['accept', 'reject'].map((name) =>
        weigh(layer.locator(`[data-action=${name}]`)),
      );
      const {percent, of} = asymmetry(await yes!, await no!);
      expect(percent, `${of}, ${colorScheme}`).toBe(0);
      await page.evaluate(() => window.consentGate!.close());
      await expect(preferences(page)).toBeHidden();
    }
  }
  expect(before.length).toBeGreaterThan(4);
  expect(faint).toEqual([]);
  expect(said).toEqual([
    'consent-gate: too faint, our colours are shown instead: ' +
      [
        '--consent-text #ff99cc on --consent-background #ffeeff has 1.77:1 of 4.5:1',
        '--consent-muted #ffccee on --consent-background #ffeeff has 1.25:1 of 4.5:1',
        '--consent-focus #ffeeaa on --consent-background #ffeeff has 1.04:1 of 3:1',
        '--consent-accent-text #ffffff on --consent-accent #ffff00 has 1.07:1 of 4.5:1',
        '--consent-accent #ffff00 on --consent-background #ffeeff has 1.03:1 of 3:1',
      ].join('; '),
  ]);
  expect(refused.filter((text) => !text.includes('youtube'))).toEqual([]);
  figure({
    id: 'WCAG-faint',
    name: 'Faint pairs of colours in both layers, light and dark, beside an owner’s loud colours',
    n: 4,
    result: faint.length,
    limit: 0,
    ok: faint.length === 0,
    engine: browserName,
  });
});

test('colours that are faint in one scheme alone are replaced in that one, a frame after it has come', async ({
  browserName,
  page,
  site,
}) => {
  test.skip(browserName === 'firefox', 'is told of its scheme before a page, not in one');
  const said = listen(page);
  await page.emulateMedia({colorScheme: 'light'});
  await site.visit({head: BRAND});
  await expect(banner(page)).toBeVisible();
  // Measured.
  await expect.poll(() => site.ledger.requests.map(({url}) => url).join()).toMatch(/legible/);
  await site.ledger.settle();
  expect(await faceOf(page)).toBe(GIVEN);
  expect(said).toEqual([]);

  await page.evaluate(() => {
    const frames: string[] = [];
    const layer = document
      .querySelector('consent-choice')!
      .shadowRoot!.querySelector('[part=banner]')!;
    const face = (element: Element) => getComputedStyle(element).backgroundColor;
    const look = () => {
      frames.push(`${face(layer.querySelector('[data-action=accept]')!)} on ${face(layer)}`);
      requestAnimationFrame(look);
    };
    Object.assign(window, {frames});
    requestAnimationFrame(look);
  });
  for (const colorScheme of ['dark', 'light', 'dark'] as const) {
    await page.emulateMedia({colorScheme});
    await expect.poll(() => faceOf(page)).toBe(colorScheme === 'dark' ? DARK : GIVEN);
  }
  const frames = await page.evaluate(() => (window as unknown as {frames: string[]}).frames);
  // The browser draws a frame, and says then that the scheme is another one.
  const faint = frames.filter((frame) => frame === `${GIVEN} on ${LIGHT}`);
  expect(faint.length).toBeLessThanOrEqual(2);
  expect(said).toEqual([
    'consent-gate: too faint, our colours are shown instead: ' +
      '--consent-accent #0b57d0 on background #1c1e22 has 2.61:1 of 3:1',
  ]);
});

test('who has given no colours asks for nothing; in forced colours nothing is measured; a file that does not come leaves the rest as it was', async ({
  browserName,
  page,
  site,
}) => {
  const said = listen(page);
  await site.visit({config: {...config, theme: 'light'}});
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(site.ledger.requests.filter(({url}) => url.includes('legible'))).toEqual([]);

  if (browserName === 'chromium') {
    await page.emulateMedia({forcedColors: 'active'});
    await site.visit({head: LOUD});
    await expect(banner(page)).toBeVisible();
    await site.ledger.settle();
    expect(said).toEqual([]);
    await page.emulateMedia({forcedColors: 'none'});
    await expect.poll(() => said.length).toBe(1);
    said.splice(0);
  }

  site.answer(/consent-gate-legible/, () => 'abort');
  await site.visit({head: LOUD});
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(said).toEqual([]);
  await bannerButton(page, 'reject').press('Enter');
  await expect(banner(page)).toBeHidden();
});

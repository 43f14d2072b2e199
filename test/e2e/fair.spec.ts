import type {Page} from 'playwright/test';
import {languages} from '../../src/locales/languages.js';
import {attended} from '../helpers/attended.js';
import {asymmetry, weigh} from '../helpers/asymmetry.js';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {CURTAIN} from '../helpers/curtain.js';
import {figure, full} from '../helpers/scorecard.js';
import {config, expect, test, type Visit} from '../helpers/site.js';
import {VIEWPORTS} from '../helpers/viewports.js';

/*
 * Saying no is as easy as saying yes: how the buttons weigh on the screen, how far they are, and what is no answer.
 */

/** What an owner may do by the README, at its loudest; fainter colours would be replaced by ours. */
const BRANDS = {
  ours: '',
  loud: `<style>
    consent-choice {
      --consent-accent: #990044; --consent-accent-text: #ffff00; --consent-radius: 0; --consent-border: red;
      --consent-background: #66ffee; --consent-text: #330066; --consent-shadow: 0 0 80px red;
      --consent-width: 30em;
    }
    consent-choice::part(button) { font-weight: 900; border: 4px double blue; font-size: 1.4em }
  </style>`,
} as const;

const twins = {
  banner: (page: Page) => [bannerButton(page, 'accept'), bannerButton(page, 'reject')] as const,
  preferences: (page: Page) =>
    [
      preferences(page).locator('[data-action=accept]'),
      preferences(page).locator('[data-action=reject]'),
    ] as const,
};

/** That neither answer of the banner outweighs the other, in 5 viewports and both schemes. */
async function expectFair(page: Page) {
  await expect(banner(page)).toBeVisible();
  await attended(page);
  const [accept, reject] = twins.banner(page);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme});
    for (const viewport of VIEWPORTS) {
      await page.setViewportSize(viewport);
      await expect(accept).toBeInViewport({ratio: 1});
      await expect(reject).toBeInViewport({ratio: 1});
      const yes = await weigh(accept);
      const {percent, of} = asymmetry(yes, await weigh(reject));
      const where = `${colorScheme}, ${viewport.width}×${viewport.height}`;
      if (percent) found.push(`${where}: ${percent.toFixed(1)} % in ${of}`);
      if (yes.weight.found < 5) found.push(`${where}: ${yes.weight.found} of 5 points found`);
    }
  }
  expect(found).toEqual([]);
}

test('invariant 15: the asymmetry of accept and reject is 0 %', async ({browserName, site}) => {
  test.slow();
  const worst = {banner: 0, preferences: 0};
  const unfair: string[] = [];
  let n = 0;
  for (const theme of ['light', 'dark'] as const) {
    for (const lang of ['en', 'ru']) {
      // In short each theme and each language with each brand once.
      const one = (theme === 'dark') === (lang === 'ru') ? 'loud' : 'ours';
      for (const brand of full<readonly (keyof typeof BRANDS)[]>([one], ['ours', 'loud'])) {
        const head = BRANDS[brand];
        const page = await site.visit({config: {...config, theme}, lang, head});
        for (const layer of ['banner', 'preferences'] as const) {
          if (layer === 'preferences') await page.evaluate(() => window.consentGate!.open());
          const [accept, reject] = twins[layer](page);
          await expect(accept).toBeVisible();
          for (const viewport of VIEWPORTS) {
            await page.setViewportSize(viewport);
            // Both or none, where a layer scrolls.
            await accept.scrollIntoViewIfNeeded();
            await expect(reject).toBeInViewport();
            const yes = await weigh(accept);
            const {percent, of} = asymmetry(yes, await weigh(reject));
            const where = `${layer}, ${theme}, ${lang}, ${brand}, ${viewport.width}×${viewport.height}`;
            if (percent) unfair.push(`${where}: ${percent.toFixed(1)} % in ${of}`);
            if (yes.weight.found < 5)
              unfair.push(`${where}: ${yes.weight.found} of 5 points found`);
            worst[layer] = Math.max(worst[layer], percent);
            n++;
          }
        }
      }
    }
  }
  expect(unfair).toEqual([]);
  for (const [layer, percent] of Object.entries(worst)) {
    figure({
      id: `fair-asymmetry-${layer}`,
      name: `Asymmetry of accept and reject in the ${layer}, worst of 5 viewports, 2 languages, 2 themes, 2 brands`,
      n: n / 2,
      result: `${percent.toFixed(1)} %`,
      limit: '0 %',
      ok: percent === 0,
      engine: browserName,
    });
  }
});

const LABELS = {
  accept: 'Yes',
  reject: 'No, I do not want any of these optional cookies to be kept',
};
/** Other ways in which the owner and the page may have the banner. */
const OTHERWISE: Readonly<Record<string, Visit>> = {
  'layout box': {config: {...config, layout: 'box'}, head: BRANDS.loud},
  'layout sheet': {config: {...config, layout: 'sheet'}, head: BRANDS.loud},
  // In type of our size: in larger one both need a scroll on the smallest screen.
  'labels of 3 and of 59 letters': {config: {...config, texts: {en: LABELS}}},
  'on top of a chat': {body: CURTAIN, head: BRANDS.loud},
};
for (const [what, visit] of Object.entries(OTHERWISE)) {
  test(`invariant 15: ${what}: the asymmetry is 0 %`, async ({site}) => {
    const page = await site.visit(visit);
    await expect(banner(page)).toBeVisible();
    if (visit.body)
      await expect
        .poll(() => banner(page).evaluate((element) => element.matches(':popover-open')))
        .toBe(true);
    await expectFair(page);
  });
}

test('invariant 15: what is asked anew, alone: the asymmetry is 0 %', async ({site}) => {
  const {categories, ...rest} = config;
  const page = await site.visit({config: {...rest, categories: {functional: {}}}});
  await bannerButton(page, 'reject').press('Enter');
  await expect(banner(page)).toHaveCount(0);
  await site.visit({config: {...rest, categories}, head: BRANDS.loud});
  await expect(bannerButton(page, 'accept')).toHaveText('Accept');
  await expectFair(page);
});

test('in every language: accept and reject alike and in sight, three buttons, few words', async ({
  browserName,
  site,
}) => {
  test.slow();
  const unfair: string[] = [];
  let [worst, n] = [0, 0];
  const looks = (['light', 'dark'] as const).flatMap((theme) =>
    (['loud', 'ours'] as const).map((brand) => ({theme, brand})),
  );
  for (const [i, {theme, brand}] of looks.entries()) {
    // In short each language in one look or another.
    const spoken = languages.filter((_, j) => full(j % looks.length === i, true));
    const page = await site.visit({config: {...config, theme}, head: BRANDS[brand]});
    await expect(banner(page)).toBeVisible();
    for (const language of spoken) {
      await page.evaluate((tag) => (document.documentElement.lang = tag), language);
      await expect(page.locator('consent-choice')).toHaveAttribute('lang', language);
      const direction = /ar|he/.test(language) ? 'rtl' : 'ltr';
      await expect(page.locator('consent-choice')).toHaveAttribute('dir', direction);
      const [accept, reject] = twins.banner(page);
      for (const viewport of full<typeof VIEWPORTS | readonly (typeof VIEWPORTS)[number][]>(
        // Where they stand one above the other, and the smallest.
        [VIEWPORTS[2], VIEWPORTS[4]],
        VIEWPORTS,
      )) {
        await page.setViewportSize(viewport);
        await expect(accept).toBeInViewport({ratio: 1});
        await expect(reject).toBeInViewport({ratio: 1});
        const where = `${language}, ${theme}, ${brand}, ${viewport.width}×${viewport.height}`;
        const {percent, of} = asymmetry(await weigh(accept), await weigh(reject));
        if (percent) unfair.push(`${where}: ${percent.toFixed(1)} % in ${of}`);
        worst = Math.max(worst, percent);
        n++;
        const wide = await banner(page).evaluate(
          (element) => element.scrollWidth - element.clientWidth,
        );
        if (wide > 0) unfair.push(`${where}: ${wide} px too wide`);
      }
      await page.evaluate(() => window.consentGate!.open());
      const [all, none] = twins.preferences(page);
      await expect(all).toBeVisible();
      for (const viewport of full<readonly (typeof VIEWPORTS)[number][]>(
        [VIEWPORTS[4]],
        VIEWPORTS,
      )) {
        await page.setViewportSize(viewport);
        // Both or none, where a layer scrolls.
        await all.scrollIntoViewIfNeeded();
        await expect(none).toBeInViewport();
        const {percent, of} = asymmetry(await weigh(all), await weigh(none));
        const where = `preferences, ${language}, ${theme}, ${brand}, ${viewport.width}×${viewport.height}`;
        if (percent) unfair.push(`${where}: ${percent.toFixed(1)} % in ${of}`);
        worst = Math.max(worst, percent);
        n++;
      }
      await page.evaluate(() => window.consentGate!.close());
      await expect(preferences(page)).toBeHidden();
      await expect(banner(page).locator('button')).toHaveCount(3);
      // Chinese has no spaces between words.
      const words = (await banner(page).innerText()).split(/\s+/).length;
      const most = language === 'ru' ? 70 : 60;
      if (words > most && language !== 'zh') unfair.push(`${language}: ${words} words of ${most}`);
    }
  }
  expect(unfair).toEqual([]);
  figure({
    id: 'fair-asymmetry-languages',
    name: 'Asymmetry of accept and reject in both layers, worst of all languages, 2 themes, 2 brands, 5 viewports',
    n,
    result: `${worst.toFixed(1)} %`,
    limit: '0 %',
    ok: worst === 0,
    engine: browserName,
  });
});

test('overload: a category of the settings is no longer than a screen, on a phone, too', async ({
  site,
}) => {
  const page = await site.visit({config});
  await expect(banner(page)).toBeVisible();
  for (const language of languages) {
    await page.evaluate((tag) => (document.documentElement.lang = tag), language);
    await expect(page.locator('consent-choice')).toHaveAttribute('lang', language);
    await page.evaluate(() => window.consentGate!.open());
    await expect(preferences(page)).toBeVisible();
    for (const viewport of [VIEWPORTS[1], VIEWPORTS[3]]) {
      await page.setViewportSize(viewport);
      const heights = await preferences(page)
        .locator('.card')
        .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().height));
      expect(heights).toHaveLength(4);
      expect(Math.max(...heights), `${language}, ${viewport.width} px`).toBeLessThanOrEqual(
        viewport.height,
      );
    }
    await page.evaluate(() => window.consentGate!.close());
  }
});

test('the measure of asymmetry sees what outweighs', async ({site, page}) => {
  const fair =
    'color:#000;background:#ddd;border:1px solid #888;width:120px;height:40px;font:16px a';
  const tricks: Readonly<Record<string, string>> = {
    width: 'width:140px',
    fontSize: 'font-size:18px',
    fontWeight: 'font-weight:700',
    textContrast: 'color:#777',
    edgeContrast: 'background:#333;color:#fff;border-color:#333',
    border: 'border-width:2px;width:120px',
    opacity: 'opacity:.6',
    shadow: 'box-shadow:0 0 9px #000',
    place: 'margin-left:30px',
    found: 'position:relative;z-index:-1',
  };
  for (const [of, trick] of Object.entries(tricks)) {
    await site.visit({
      door: 'none',
      body:
        `<body style="background:#fff"><div style="width:400px;display:grid;justify-items:start">` +
        `<button id="yes" style="${fair}">Accept</button><button id="no" style="${fair};${trick}">Reject</button>` +
        `<p style="position:absolute;top:40px;left:0;width:300px;height:60px;background:#fff;z-index:-1">` +
        `</div>`,
    });
    const differs = asymmetry(await weigh(page.locator('#yes')), await weigh(page.locator('#no')));
    expect([of, differs.percent > 5]).toEqual([of, true]);
  }
  await page
    .locator('#no')
    .evaluate((element, style) => element.setAttribute('style', style), fair);
  expect(
    asymmetry(await weigh(page.locator('#yes')), await weigh(page.locator('#no'))).percent,
  ).toBe(0);
});

test('from the load to the answer a no takes one click or as many keys as a yes', async ({
  site,
}) => {
  const effort = async (what: 'accept' | 'reject') => {
    const visitor = await site.newVisitor();
    const page = await visitor.visit();
    await expect(banner(page)).toBeVisible();
    for (let tabs = 1; tabs <= 10; tabs++) {
      await page.keyboard.press('Tab');
      const there = await bannerButton(page, what).evaluate((button) => button.matches(':focus'));
      if (!there) continue;
      await page.keyboard.press('Enter');
      await expect(banner(page)).toBeHidden();
      const yes = await page.evaluate(() => window.consentGate!.has('analytics'));
      expect(yes).toBe(what === 'accept');
      return tabs;
    }
    return Infinity;
  };
  const [reject, accept] = [await effort('reject'), await effort('accept')];
  expect(reject).toBeLessThanOrEqual(3);
  expect(Math.abs(accept - reject)).toBeLessThanOrEqual(1);
});

test('taking a yes back is two clicks from any page: the small button, and the no of the settings', async ({
  site,
}) => {
  const page = await site.visit({body: '<p>A shop'});
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
  await site.visit({path: '/two', body: '<p>Two'});
  await page.locator('body > [data-consent-open]').click();
  await preferences(page).locator('[data-action=reject]').click();
  await expect(preferences(page)).toBeHidden();
  expect(await page.evaluate(() => window.consentGate!.has('analytics'))).toBe(false);
  await expect
    .poll(async () => (await site.ledger.cookies()).map(({value}) => /~y/.test(value)))
    .toEqual([false]);
});

test('scrolling, waiting, Escape, a click beside it and going on are no answer', async ({site}) => {
  const page = await site.visit({
    body: '<main style="height:5000px"><a href="/two">On</a> <p id="text">Text</p></main>',
  });
  site.serve('/two', site.html({body: '<p>Two'}));
  await expect(banner(page)).toBeVisible();
  await page.mouse.wheel(0, 3000);
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  await page.evaluate(() => window.consentGate!.open());
  await expect(preferences(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preferences(page)).toBeHidden();
  await page.evaluate(() => window.consentGate!.open());
  await expect(preferences(page)).toBeVisible();
  // The backdrop.
  await page.mouse.click(2, 2);
  await expect(preferences(page)).toBeHidden();
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('#text').click();
  await page.locator('a[href="/two"]').click();
  await expect(page.getByText('Two')).toBeVisible();
  await expect(banner(page)).toBeVisible();
  await site.ledger.settle();
  expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('undecided');
  expect(await site.ledger.traces()).toEqual([]);
  expect(await site.ledger.cookieNames()).toEqual([]);
});

import {readFileSync} from 'node:fs';
import type {Locator, Page} from 'playwright/test';
import type {ConsentGateConfig, ServiceEntry} from '../../src/config/config.js';
import {languages} from '../../src/locales/languages.js';
import {attended} from '../helpers/attended.js';
import {axeFindings} from '../helpers/axe-of-page.js';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {boxes} from '../helpers/boxes.js';
import {contrast} from '../helpers/contrast.js';
import {contrasts} from '../helpers/contrasts.js';
import {CRITERIA} from '../helpers/criteria.js';
import {focusRing} from '../helpers/focus-ring.js';
import {speak} from '../helpers/language-of-page.js';
import {layoutFaults} from '../helpers/layout-faults.js';
import {closePreferences, openPreferences} from '../helpers/open-preferences.js';
import {readPng} from '../helpers/png.js';
import {family, figure, full} from '../helpers/scorecard.js';
import {config, expect, test, type Site} from '../helpers/site.js';
import {targets} from '../helpers/targets.js';
import {spaceText} from '../helpers/text-spacing.js';
import {VIEWPORTS} from '../helpers/viewports.js';
import {MORE_TREES, TREES} from './accessible-tree.js';

/*
 * WCAG 2.2 on the built files. The titles carry the numbers; test/helpers/criteria.ts has the whole list, with what
 * other files show.
 */

test.skip(
  ({browserName}) => browserName !== 'chromium',
  'the reader’s type size, forced colours and paper are set as only Chromium can',
);

const LANGUAGES = ['en', 'ru'] as const;
const SCHEMES = ['light', 'dark'] as const;
const LAYERS = ['banner', 'preferences'] as const;
const CONTROLS = 'a, button, input, summary';
const SMALL = {width: 320, height: 256};

/** With a question that is part of another one. */
const WITH_REPLAY: ConsentGateConfig = {
  ...config,
  categories: {
    ...config.categories,
    analytics: {
      services: [
        {service: 'yandex-metrica', counterId: 12345678, options: {webvisor: true}},
        config.categories.analytics.services[1],
      ] as ServiceEntry[],
    },
  },
};

/** What moves on the page and in the layers, which `document.getAnimations()` does not look into. */
const moving = (page: Page) =>
  page.evaluate(() =>
    [document, document.querySelector('consent-choice')!.shadowRoot!].flatMap((root) =>
      root.getAnimations().map(({effect}) => {
        const {pseudoElement, target} = effect as KeyframeEffect;
        return pseudoElement ?? target!.nodeName;
      }),
    ),
  );

/** A page with the banner on it. */
async function arrive(site: Site, visit: Parameters<Site['visit']>[0] = {}): Promise<Page> {
  const page = await site.visit(visit);
  await expect(banner(page)).toBeVisible();
  return page;
}

/** The control that has the focus, as `boxes` calls it, and how many of five points of it are seen. */
const focused = (layer: Locator) =>
  layer.evaluate((element) => {
    const root = element.getRootNode() as ShadowRoot;
    const active = root.activeElement as HTMLElement | null;
    if (!active) return {what: 'page', seen: 5};
    const {left, top, width, height} = active.getBoundingClientRect();
    const seen = [
      [0.5, 0.5],
      [0.1, 0.2],
      [0.9, 0.2],
      [0.1, 0.8],
      [0.9, 0.8],
    ].filter(([x, y]) => {
      const hit = root.elementFromPoint(left + width * x!, top + height * y!);
      return hit && active.contains(hit);
    }).length;
    const name = active.dataset['action'] ?? (active.id || active.textContent.trim());
    return {what: `${active.localName} ${name}`, seen};
  });

test('every criterion of the list has tests of these titles', () => {
  for (const {what, shown} of CRITERIA) {
    for (const [file, titles] of Object.entries(shown)) {
      const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
      const all = [...source.matchAll(/\b(?:test|it)(?:\.fixme)?\(\s*['"`](.*)/g)].map(
        ([, t]) => t!,
      );
      for (const title of titles) {
        expect(
          all.some((one) => one.includes(title)),
          `${what}: ${file} has “${title}”`,
        ).toBe(true);
      }
    }
  }
});

test('1.3.1, 1.3.2, 2.4.3, 4.1.2: both layers are in the accessibility tree as written, in the order in which they are seen', async ({
  site,
}) => {
  const page = await arrive(site);
  const inOrder = async (layer: Locator, where: string) => {
    const found = await boxes(layer, 'h2, h3, p, label, input, button, summary');
    for (const [i, next] of found.entries()) {
      const before = found[i - 1];
      // A name stands over the switch that it lies in one row with.
      if (!before) continue;
      const after = next.top >= before.bottom - 1 || next.left >= before.right - 1;
      const within = next.left >= before.left && next.right <= before.right + 1;
      expect(after || within, `${where}: ${next.what} comes after ${before.what}`).toBe(true);
    }
  };
  for (const language of LANGUAGES) {
    await speak(page, language);
    expect(await page.locator('consent-choice').ariaSnapshot()).toBe(TREES[language].banner);
    const dialog = await openPreferences(page);
    await dialog.locator('[data-service="google-analytics"]').check();
    // Modal: for assistive technology it is all there is.
    expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
    expect(await dialog.ariaSnapshot()).toBe(TREES[language].preferences);
    for (const {width} of [VIEWPORTS[1], VIEWPORTS[3]]) {
      // High enough to need no scrolling.
      await page.setViewportSize({width, height: 2400});
      await inOrder(dialog, `preferences, ${language}, ${width} px`);
    }
    await closePreferences(page);
    for (const viewport of VIEWPORTS.slice(0, 4)) {
      await page.setViewportSize(viewport);
      await inOrder(banner(page), `banner, ${language}, ${viewport.width} px`);
    }
  }
});

test('1.3.1, 4.1.2: what is asked anew, an answer’s confirmation and the notice of a reload are in the tree as written', async ({
  site,
}) => {
  for (const language of LANGUAGES) {
    const visitor = await site.newVisitor();
    const {categories, ...rest} = config;
    const chat = {
      service: 'chat',
      name: 'Chat',
      vendor: 'Chat Ltd',
      country: 'RU',
      scripts: ['https://www.shop.example/chat.js'],
    };
    visitor.serve('/chat.js', '');
    const small = {...rest, categories: {functional: {services: [chat]}}};
    const page = await visitor.visit({config: small, lang: language});
    await bannerButton(page, 'accept').press('Enter');
    const host = page.locator('consent-choice');
    const said = host.locator('[part=confirmation]');
    await expect(said).toBeFocused();
    expect(await host.ariaSnapshot()).toBe(MORE_TREES[language].confirmation);
    await said.locator('[data-action=hide]').press('Enter');
    // Of the reload that stops it nothing but a notice speaks, for something has been typed.
    await page.locator('input[name=search]').fill('shoes');
    await page.evaluate(() => window.consentGate!.rejectAll());
    await expect(host.getByRole('status')).not.toBeEmpty();
    expect(await host.ariaSnapshot()).toBe(MORE_TREES[language].notice);

    await visitor.visit({config: {...rest, categories}, lang: language, waitUntil: 'load'});
    await expect(banner(page)).toBeVisible();
    expect(await host.ariaSnapshot()).toBe(MORE_TREES[language].anew);
  }
});

for (const lang of family(['ar', 'he'])) {
  test(`4.1.2: in ${lang} both layers have the roles and states they have in English, in the same order`, async ({
    site,
  }) => {
    // Without the words.
    const outline = (tree: string) =>
      tree
        .split('\n')
        .map((line) => /^ *- [\w/]+(?=[ :]|$)/.exec(line)![0] + (/ \[.*?\]/.exec(line)?.[0] ?? ''))
        .join('\n');
    const page = await arrive(site, {lang});
    await expect(page.locator('consent-choice')).toHaveAttribute('lang', lang);
    expect(outline(await page.locator('consent-choice').ariaSnapshot())).toBe(
      outline(TREES.en.banner),
    );
    const dialog = await openPreferences(page);
    await dialog.locator('[data-service="google-analytics"]').check();
    expect(outline(await dialog.ariaSnapshot())).toBe(outline(TREES.en.preferences));
  });
}

test('the small button is seen: its edge at 3:1, its focus as a ring, in forced colours and whatever the page says of its buttons', async ({
  site,
}) => {
  const page = await arrive(site, {
    head: '<style>button{all:revert;outline:0!important;border:0}</style>',
    body: '<main><h1>A shop</h1></main>',
  });
  await page.evaluate(() => window.consentGate!.rejectAll());
  const button = page.locator('body > [data-consent-open]');
  await expect(button).toBeVisible();
  const outline = () => button.evaluate((element) => getComputedStyle(element).outlineStyle);
  // Who uses the keyboard is shown the focus, also where a script moves it.
  await page.keyboard.press('Tab');
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({colorScheme});
    const edges = (await contrasts(page.locator('body'))).filter(({kind}) => kind === 'edge');
    expect(edges).toHaveLength(1);
    expect(edges[0]!.contrast, colorScheme).toBeGreaterThanOrEqual(3);
    await button.focus();
    // The browser's own ring, which 2.4.13 leaves to it.
    expect(await outline()).toBe('auto');
    const {changed} = await focusRing(page, button);
    expect(changed, colorScheme).toBeGreaterThan(100);
  }
  await page.emulateMedia({forcedColors: 'active'});
  const {style, width} = await button.evaluate((element) => {
    const {borderTopStyle, borderTopWidth} = getComputedStyle(element);
    return {style: borderTopStyle, width: parseFloat(borderTopWidth)};
  });
  expect(style).toBe('solid');
  expect(width).toBeGreaterThanOrEqual(1);
  await button.focus();
  expect(await outline()).not.toBe('none');
});

for (const layout of ['bar', 'box'] as const) {
  test(`layout ${layout} is a sheet on a phone: it touches three sides of the window there, and none elsewhere`, async ({
    site,
  }) => {
    const page = await arrive(site, {config: {...config, layout}});
    const gaps = () =>
      banner(page).evaluate((element) => {
        const {left, right, bottom} = element.getBoundingClientRect();
        return [left, innerWidth - right, innerHeight - bottom].map((gap) => gap > 8);
      });
    for (const {width, height} of VIEWPORTS) {
      await page.setViewportSize({width, height});
      expect(await gaps(), `${width} px`).toEqual(Array(3).fill(width > 640));
    }
  });
}

/** What is found in layers as they are on the screen, one after another. */
interface Findings {
  /** How many layers, and how many controls in them. */
  n: number;
  controls: number;
  faults: string[];
  axe: number;
  least: {text: number; edge: number; target: number};
}
const nothingYet = (): Findings => ({
  n: 0,
  controls: 0,
  faults: [],
  axe: 0,
  least: {text: Infinity, edge: Infinity, target: Infinity},
});

/** axe on the whole page; contrasts and targets of a layer. */
async function inspect(found: Findings, page: Page, layer: Locator, where: string): Promise<void> {
  found.n++;
  const violations = await axeFindings(page);
  found.axe += violations.length;
  found.faults.push(...violations.map((one) => `${where}: ${one}`));
  const {least} = found;
  for (const {what, kind, contrast: ratio} of await contrasts(layer)) {
    least[kind] = Math.min(least[kind], ratio);
    if (ratio < (kind === 'text' ? 4.5 : 3))
      found.faults.push(`${where}: ${what} ${ratio.toFixed(2)}`);
  }
  for (const {what, size} of await targets(layer)) {
    found.controls++;
    least.target = Math.min(least.target, size);
    // A switch is 26 px in a row of its own of 44.
    if (size < (what.startsWith('button') ? 44 : 24))
      found.faults.push(`${where}: ${what} ${size} px`);
  }
}

/** Opens the preferences with switches that are on, and stand still. */
async function openSwitched(page: Page, tables: number): Promise<Locator> {
  const dialog = await openPreferences(page, {tables});
  await dialog.locator('[data-service="google-analytics"]').check();
  await dialog.locator('[data-category=functional]').check();
  // A switch slides.
  await dialog.evaluate((element) =>
    Promise.all(
      (element.getRootNode() as ShadowRoot).getAnimations().map((animation) => animation.finished),
    ),
  );
  return dialog;
}

test('axe finds nothing; 1.4.3, 1.4.11 contrast, 2.5.3 names, 2.5.8 targets: both layers, 2 languages, 2 themes, 5 viewports', async ({
  browserName,
  site,
}) => {
  test.slow();
  const page = await arrive(site, {
    config: WITH_REPLAY,
    body: '<main><h1>A shop</h1><p>With an opener of its own, <button type="button" style="font-size:2em" data-consent-open>Cookies</button>',
  });
  const found = nothingYet();
  for (const [i, language] of LANGUAGES.entries()) {
    await speak(page, language);
    for (const [j, colorScheme] of SCHEMES.entries()) {
      await page.emulateMedia({colorScheme});
      for (const [k, what] of LAYERS.entries()) {
        const layer =
          what === 'banner' ? banner(page) : await openSwitched(page, full(2, Infinity));
        for (const [l, viewport] of VIEWPORTS.entries()) {
          // In short every third one, each in some.
          if ((i + j + k + l) % full(3, 1)) continue;
          await page.setViewportSize(viewport);
          const where = `${what}, ${language}, ${colorScheme}, ${viewport.width}×${viewport.height}`;
          await inspect(found, page, layer, where);
        }
        if (what === 'preferences') await closePreferences(page);
      }
    }
  }
  expect(found.faults).toEqual([]);
  const {n, least, controls} = found;
  figure({
    id: 'WCAG-axe',
    name: 'Findings of axe (WCAG A to AAA and best practice, label in name, target size) on both layers, 2 languages, 2 themes, 5 viewports',
    n,
    result: found.axe,
    limit: 0,
    ok: found.axe === 0,
    engine: browserName,
  });
  for (const [id, kind, name, limit] of [
    ['WCAG-1.4.3', 'text', 'Least contrast of a text, in both layers, languages and themes', 4.5],
    [
      'WCAG-1.4.11',
      'edge',
      'Least contrast of a button’s edge, a switch or its thumb, in both layers and themes',
      3,
    ],
  ] as const) {
    figure({
      id,
      name,
      n,
      result: least[kind].toFixed(1),
      limit: `≥ ${limit}`,
      ok: least[kind] >= limit,
      engine: browserName,
    });
  }
  figure({
    id: 'WCAG-2.5.8',
    name: 'The smallest target of both layers, the lesser of its width and height (each button ≥ 44 px)',
    n: controls,
    result: `${least.target.toFixed(0)} px`,
    limit: '≥ 24 px',
    ok: least.target >= 24,
    engine: browserName,
  });

  await test.step('the small button after an answer', async () => {
    await page.locator('[data-consent-open]').evaluate((button) => button.remove());
    await page.evaluate(() => window.consentGate!.rejectAll());
    const opener = page.locator('body > [data-consent-open]');
    await expect(opener).toBeVisible();
    for (const language of LANGUAGES) {
      await page.evaluate((tag) => (document.documentElement.lang = tag), language);
      await expect(opener).toHaveAttribute('lang', language);
      expect(await axeFindings(page)).toEqual([]);
      const {width, height} = (await opener.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });
});

test('axe finds nothing, contrast and targets hold in every other language', async ({
  browserName,
  site,
}) => {
  test.slow();
  const others = languages.filter((language) => !LANGUAGES.includes(language as 'en'));
  const page = await arrive(site, {
    config: WITH_REPLAY,
    body: '<main><h1>A shop</h1><p><button type="button" style="font-size:2em" data-consent-open>Cookies</button>',
  });
  const found = nothingYet();
  for (const [i, language] of others.entries()) {
    // In short one that is written from the right, and one that is not.
    if (full(!['ar', 'de'].includes(language), false)) continue;
    await speak(page, language);
    for (const [j, colorScheme] of SCHEMES.entries()) {
      await page.emulateMedia({colorScheme});
      for (const [k, what] of LAYERS.entries()) {
        // In short each layer in one theme.
        if (full((i + j + k) % 2, 0)) continue;
        const layer =
          what === 'banner' ? banner(page) : await openSwitched(page, full(1, Infinity));
        for (const [l, viewport] of VIEWPORTS.entries()) {
          // In short in one viewport, in one theme and layer or another.
          if (full((i + 2 * j + k + l) % 5, 0)) continue;
          await page.setViewportSize(viewport);
          const where = `${what}, ${language}, ${colorScheme}, ${viewport.width}×${viewport.height}`;
          await inspect(found, page, layer, where);
        }
        if (what === 'preferences') await closePreferences(page);
      }
    }
  }
  expect(found.n).toBeGreaterThan(3);
  expect(found.faults).toEqual([]);
  figure({
    id: 'WCAG-axe-languages',
    name: 'Findings of axe, faint texts and edges, small targets in the other 14 languages, both layers and themes, 5 viewports',
    n: found.n,
    result: found.faults.length,
    limit: 0,
    ok: found.faults.length === 0,
    engine: browserName,
  });
});

for (const layout of ['box', 'sheet'] as const) {
  test(`layout ${layout}: axe, contrast, targets; nothing cut off and both answers in sight, down to 320×256, with spaced text`, async ({
    browserName,
    site,
  }) => {
    test.slow();
    const page = await arrive(site, {
      config: {...WITH_REPLAY, layout},
      body: '<main><h1>A shop</h1><p><button type="button" style="font-size:2em" data-consent-open>Cookies</button>',
    });
    await expect(banner(page)).toHaveClass(new RegExp(`\\b${layout}\\b`));
    const found = nothingYet();
    let n = 0;
    const look = async (condition: string) => {
      for (const language of full<readonly string[]>(['ru', 'ar'], languages)) {
        await speak(page, language);
        for (const viewport of VIEWPORTS) {
          await page.setViewportSize(viewport);
          const where = `${condition}, ${language}, ${viewport.width}×${viewport.height}`;
          n++;
          found.faults.push(...(await layoutFaults(banner(page))).map((one) => `${where}: ${one}`));
          for (const action of ['reject', 'accept'] as const) {
            const {y, height} = (await bannerButton(page, action).boundingBox())!;
            if (y < 0 || y + height > viewport.height)
              found.faults.push(`${where}: ${action} is out of sight`);
          }
        }
      }
    };
    for (const [i, language] of LANGUAGES.entries()) {
      await speak(page, language);
      for (const [j, colorScheme] of SCHEMES.entries()) {
        await page.emulateMedia({colorScheme});
        for (const [l, viewport] of VIEWPORTS.entries()) {
          if ((i + j + l) % full(4, 1)) continue;
          await page.setViewportSize(viewport);
          const where = `${language}, ${colorScheme}, ${viewport.width}×${viewport.height}`;
          await inspect(found, page, banner(page), where);
        }
      }
    }
    await look('as it is');
    await spaceText(page);
    await look('spaced text');
    expect(found.faults).toEqual([]);
    figure({
      id: `WCAG-layout-${layout}`,
      name: `Layout ${layout}: findings of axe, faint, small, cut off or out of sight, with spaced text too, 5 viewports`,
      n: n + found.n,
      result: found.faults.length,
      limit: 0,
      ok: found.faults.length === 0,
      engine: browserName,
    });
  });
}

test('the confirmation: axe, contrast, targets; nothing cut off, down to 320×256 and with spaced text', async ({
  site,
}) => {
  test.slow();
  const page = await arrive(site, {body: '<main><h1>A shop</h1></main>'});
  await attended(page);
  const found = nothingYet();
  for (const [j, colorScheme] of SCHEMES.entries()) {
    await page.emulateMedia({colorScheme});
    for (const language of full<readonly string[]>([LANGUAGES[j]!], languages)) {
      await speak(page, language);
      await bannerButton(page, 'reject').press('Enter');
      const region = page.locator('consent-choice [part~=confirmation]');
      await expect(region).toBeFocused();
      for (const spaced of [false, true]) {
        if (spaced) await spaceText(page);
        for (const viewport of [VIEWPORTS[1], VIEWPORTS[3], SMALL]) {
          await page.setViewportSize(viewport);
          const where = `${language}, ${colorScheme}, ${viewport.width}×${viewport.height}, ${spaced ? 'spaced' : 'as it is'}`;
          await inspect(found, page, region, where);
          found.faults.push(...(await layoutFaults(region)).map((one) => `${where}: ${one}`));
        }
      }
      await spaceText(page, false);
      await page.evaluate(() => window.consentGate!.reset());
      await expect(banner(page)).toBeVisible();
    }
  }
  expect(found.n).toBeGreaterThanOrEqual(12);
  expect(found.faults).toEqual([]);
});

test('1.4.4, 1.4.10, 1.4.12: small windows, large type, spaced text, 62.5 % and 200 % type: nothing cut off, the banner’s buttons in sight', async ({
  browserName,
  site,
}) => {
  const page = await arrive(site, {config: WITH_REPLAY});
  const devtools = await page.context().newCDPSession(page);
  // The setting that a reader makes in the browser, at run time.
  const type = (standard: number) =>
    devtools.send('Page.setFontSizes', {fontSizes: {standard, fixed: (standard * 13) / 16}});
  const sizeOfText = () =>
    bannerButton(page, 'accept').evaluate((button) =>
      parseFloat(getComputedStyle(button).fontSize),
    );

  const faults: string[] = [];
  let n = 0;
  const look = async (condition: string, viewports: readonly {width: number; height: number}[]) => {
    // Russian words are the longer ones.
    for (const language of full<readonly string[]>(['ru'], languages)) {
      await speak(page, language);
      for (const viewport of viewports) {
        const {width, height} = viewport;
        await page.setViewportSize(viewport);
        const where = `${condition}, ${language}, ${width}×${height}`;
        n++;
        faults.push(...(await layoutFaults(banner(page))).map((one) => `banner, ${where}: ${one}`));
        for (const action of ['reject', 'accept'] as const) {
          const {y, height: tall} = (await bannerButton(page, action).boundingBox())!;
          if (y < 0 || y + tall > height) faults.push(`${where}: ${action} is out of sight`);
        }
      }
      const dialog = await openPreferences(page);
      for (const viewport of viewports) {
        await page.setViewportSize(viewport);
        const where = `${condition}, ${language}, ${viewport.width}×${viewport.height}`;
        n++;
        faults.push(...(await layoutFaults(dialog)).map((one) => `preferences, ${where}: ${one}`));
        for (const action of ['reject', 'accept', 'save']) {
          const button = dialog.locator(`[data-action=${action}]`);
          await button.scrollIntoViewIfNeeded();
          const {y, height: tall} = (await button.boundingBox())!;
          if (y < 0 || y + tall > viewport.height) faults.push(`${where}: no way to ${action}`);
        }
      }
      await closePreferences(page);
    }
  };
  /** What a large part of the window it takes, or it scrolls inside. */
  const isModest = async () =>
    banner(page).evaluate((element) => {
      const words = element.querySelector('.words')!;
      return (
        words.scrollHeight > words.clientHeight ||
        element.getBoundingClientRect().height <= innerHeight / 2
      );
    });

  const all: readonly {width: number; height: number}[] = VIEWPORTS;
  const small = all.slice(3);
  const plain = await sizeOfText();
  await look('as it is', all);
  await page.setViewportSize(SMALL);
  expect(await isModest()).toBe(true);

  // A page that makes 1 rem 10 px: the reader's own size counts.
  await page.evaluate(() => (document.documentElement.style.fontSize = '62.5%'));
  expect(await sizeOfText()).toBe(plain);
  await look('62.5 % on the page', [VIEWPORTS[3]]);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));

  await type(32);
  expect(await sizeOfText()).toBe(2 * plain);
  await look('200 % type', all.slice(full(1, 0), 4));
  await type(16);

  await spaceText(page);
  const spacing = () =>
    bannerButton(page, 'accept').evaluate((button) => getComputedStyle(button).letterSpacing);
  expect(parseFloat(await spacing())).toBeCloseTo(0.12 * plain);
  await look('spaced text', full(small, all));

  expect(faults).toEqual([]);
  figure({
    id: 'WCAG-1.4.12',
    name: 'Texts cut off or on each other, windows that scroll sideways, buttons out of reach: as it is, 62.5 % and 200 % type, text spacing, down to 320×256',
    n,
    result: faults.length,
    limit: 0,
    ok: faults.length === 0,
    engine: browserName,
  });
});

test('2.4.7, 2.4.13: the focus shows on every control as a ring of 2 px with 3:1, by pixels', async ({
  browserName,
  site,
}) => {
  test.slow();
  const page = await arrive(site);
  let [least, n] = [Infinity, 0];
  const weak: string[] = [];
  for (const [j, colorScheme] of SCHEMES.entries()) {
    await page.emulateMedia({colorScheme});
    for (const [k, what] of LAYERS.entries()) {
      // In short each layer in one theme.
      if (full(j !== k, false)) continue;
      const layer = what === 'banner' ? banner(page) : await openPreferences(page);
      const kinds = await layer
        .locator(CONTROLS)
        .evaluateAll((all) => all.map((one) => one.localName + one.className));
      // Who uses the keyboard is shown the focus, also where a script moves it.
      await page.keyboard.press('Tab');
      for (const [i, kind] of kinds.entries()) {
        // In short one of each kind.
        if (full(kinds.indexOf(kind) < i, false)) continue;
        const control = layer.locator(CONTROLS).nth(i);
        await control.focus();
        const {changed, asked} = await focusRing(page, control);
        n++;
        least = Math.min(least, changed / asked);
        if (changed < asked) {
          weak.push(`${what}, ${colorScheme}, ${kind}: ${changed} of ${asked} px`);
        }
      }
      if (what === 'preferences') await closePreferences(page);
    }
  }
  expect(weak).toEqual([]);
  figure({
    id: 'WCAG-2.4.13',
    name: 'Pixels that have 3:1 to what they were without the focus, against a line of 2 px around the control, the least of both layers and themes',
    n,
    result: `${(100 * least).toFixed(0)} %`,
    limit: '≥ 100 %',
    ok: least >= 1,
    engine: browserName,
  });
});
test('2.1.1, 2.1.2, 2.4.3, 2.4.11, 2.5.7: the preferences by keyboard alone: all of it reached in order and seen, operated, left', async ({
  site,
}) => {
  const page = await arrive(site);
  for (const viewport of [VIEWPORTS[1], VIEWPORTS[3], SMALL]) {
    await page.setViewportSize(viewport);
    await bannerButton(page, 'settings').focus();
    await page.keyboard.press('Enter');
    const dialog = preferences(page);
    await expect(dialog.locator('h2')).toBeFocused();
    await expect(dialog.locator('.card li:not(:has(details))')).toHaveCount(0);
    await expect(dialog.locator('.device')).toBeAttached();
    const all = (await boxes(dialog, CONTROLS)).map(({what}) => what);
    const seen: Awaited<ReturnType<typeof focused>>[] = [];
    for (const _ of all) {
      await page.keyboard.press('Tab');
      seen.push(await focused(dialog));
    }
    expect(seen.map(({what}) => what)).toEqual(all);
    const hidden = seen.filter((one) => one.seen === 0).map(({what}) => what);
    expect(hidden, `hidden at ${viewport.width}×${viewport.height}`).toEqual([]);
    await page.keyboard.press('Shift+Tab');
    expect((await focused(dialog)).what).toBe(all.at(-2));
    // Space moves a switch and opens a table.
    for (let tab = all.length - 2; !all[tab]!.startsWith('input'); tab--) {
      await page.keyboard.press('Shift+Tab');
    }
    const {what} = await focused(dialog);
    const toggle = dialog.locator(`[id="${what.slice('input '.length)}"]`);
    await page.keyboard.press('Space');
    await expect(toggle).toBeChecked();
    await page.keyboard.press('Space');
    await expect(toggle).not.toBeChecked();
    const summary = dialog.locator('summary').first();
    await summary.focus();
    await page.keyboard.press('Space');
    await expect(dialog.locator('details').first()).toHaveAttribute('open');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(bannerButton(page, 'settings')).toBeFocused();
  }
  // Out of the banner, into the page.
  await page.keyboard.press('Tab');
  await expect(page.locator('a[href="/two"]')).toBeFocused();
});

test('2.3.3, 1.4.1, forced colours and print: nothing moves, edges and states are seen without our colours, no banner on paper', async ({
  site,
}) => {
  const page = await arrive(site);
  const dialog = await openPreferences(page);
  const toggle = dialog.locator('[data-category=advertising]');
  const moved = async () => {
    await toggle.evaluate((input: HTMLInputElement) => input.click());
    return moving(page);
  };
  // All that would move: the thumb of the switch.
  expect([...new Set(await moved())].sort()).toEqual(['::before']);
  await page.emulateMedia({reducedMotion: 'reduce'});
  await expect.poll(() => moving(page)).toEqual([]);
  expect(await moved()).toEqual([]);
  await closePreferences(page);
  await openPreferences(page);
  expect(await moving(page)).toEqual([]);

  await page.emulateMedia({forcedColors: 'active'});
  for (const layer of [dialog, banner(page)]) {
    const edges = await layer.locator('button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const style = getComputedStyle(button);
        const rgb = (text: string) => (text.match(/[\d.]+/g) ?? []).map(Number);
        return {
          style: style.borderTopStyle,
          width: parseFloat(style.borderTopWidth),
          colours: [rgb(style.borderTopColor), rgb(style.backgroundColor)] as const,
        };
      }),
    );
    expect(edges.length).toBeGreaterThan(2);
    for (const {style, width, colours} of edges) {
      expect(style).toBe('solid');
      expect(width).toBeGreaterThanOrEqual(1);
      expect(contrast(...colours)).toBeGreaterThanOrEqual(3);
    }
  }
  const state = toggle.locator('xpath=preceding-sibling::*[@class="state"]');
  const looks: (readonly [string, string])[] = [];
  for (const on of [false, true]) {
    await toggle.setChecked(on);
    expect(await toggle.evaluate((input) => getComputedStyle(input).appearance)).toBe('auto');
    const {pixels} = readPng(await toggle.screenshot());
    looks.push([(await state.textContent())!, JSON.stringify(pixels)]);
  }
  const [[off, unchecked], [on, checked]] = looks as [(typeof looks)[0], (typeof looks)[0]];
  expect([off, on]).toEqual(['Off', 'On']);
  expect(checked).not.toBe(unchecked);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const ring = await dialog.evaluate((element) => {
    const {activeElement} = element.getRootNode() as ShadowRoot;
    return getComputedStyle(activeElement!).outlineStyle;
  });
  expect(ring).toBe('solid');
  await closePreferences(page);

  await page.emulateMedia({forcedColors: 'none', media: 'print'});
  await expect(banner(page)).toBeHidden();
  await page.emulateMedia({media: 'screen'});
  await expect(banner(page)).toBeVisible();
});

test('print: a page on which the banner stands takes no more paper than without it', async ({
  site,
}) => {
  const body =
    '<style>@page{size:600px 800px;margin:0}body{margin:0}</style><div style="height:700px">A page';
  const pages = async (page: Page) =>
    (await page.pdf({preferCSSPageSize: true})).toString('latin1').match(/\/Type \/Page\b/g)!
      .length;
  const page = await arrive(site, {body});
  const room = () => page.evaluate(() => getComputedStyle(document.body).paddingBottom);
  await expect.poll(room).not.toBe('0px');
  await site.ledger.settle();
  expect(await pages(page)).toBe(1);
  // On the screen it has its room again.
  await expect.poll(room).not.toBe('0px');
});

test('print: the small button is not on paper', async ({site}) => {
  const page = await arrive(site, {body: '<p>A page'});
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect(page.locator('[data-consent-open]')).toBeVisible();
  await page.evaluate(() => {
    // The last to hear of it.
    addEventListener('beforeprint', () => {
      document.title = `with ${document.querySelectorAll('[data-consent-open]').length}`;
    });
  });
  await page.pdf();
  expect(await page.title()).toBe('with 0');
  await expect(page.locator('[data-consent-open]')).toBeVisible();
});

test('the small button follows the language of the page', async ({site}) => {
  const body = '<p>A page';
  await arrive(site, {body});
  await bannerButton(site.page, 'reject').press('Enter');
  await expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');
  // One who comes back: of ours only the core is there.
  const page = await site.visit({path: '/two', body});
  const opener = page.locator('body > [data-consent-open]');
  await expect(opener).toHaveText('Cookie settings');
  for (const [tag, text, spoken] of [
    ['ru', 'Настройки cookie', 'ru'],
    ['de-AT', 'Cookie-Einstellungen', 'de'],
    ['en-GB', 'Cookie settings', 'en'],
    ['nl', 'Cookie settings', 'en'],
  ] as const) {
    await page.evaluate((tag) => (document.documentElement.lang = tag), tag);
    await expect(opener).toHaveText(text);
    await expect(opener).toHaveAttribute('lang', spoken);
  }
  // Over is over.
  await page.evaluate(() => window.consentGate!.stop());
  await page.evaluate(() => (document.documentElement.lang = 'ru'));
  await site.ledger.settle();
  await expect(opener).toHaveCount(0);
});

test('2.2.1, 2.2.2, 1.4.13, 3.2.1, 3.2.2, 3.3.7: an hour, the pointer and the focus everywhere, switches moved: nothing goes, comes, or is saved', async ({
  site,
}) => {
  const page = site.page;
  await page.clock.install();
  await arrive(site);
  await site.ledger.settle();
  const cookies = () => page.evaluate(() => document.cookie);
  const contents = (layer: Locator) =>
    layer.evaluate((element) =>
      [element, ...element.querySelectorAll('*')].map((one) => {
        const {left, top, width, height} = one.getBoundingClientRect();
        return `${one.localName} ${one.getAttribute('title')} ${[left, top, width, height].map(Math.round).join()}`;
      }),
    );
  const outside = () => page.evaluate(() => document.body.children.length);

  const before = [await contents(banner(page)), await outside()];
  for (const one of await banner(page).locator('h2, p, a, button').all()) {
    await one.hover();
    expect([await contents(banner(page)), await outside()]).toEqual(before);
  }
  for (const one of await banner(page).locator(CONTROLS).all()) {
    await one.focus();
    expect([await contents(banner(page)), await outside()]).toEqual(before);
  }
  await page.clock.fastForward('01:00:00');
  await expect(banner(page)).toBeVisible();
  expect(await moving(page)).toEqual([]);

  const dialog = await openPreferences(page);
  await site.ledger.settle();
  const asked = site.ledger.requests.length;
  for (const toggle of await dialog.getByRole('switch').all()) {
    await toggle.focus();
    await toggle.click();
  }
  await page.clock.fastForward('01:00:00');
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('[data-category=advertising]')).toBeChecked();
  await site.ledger.settle();
  expect(site.ledger.requests.slice(asked).map(({url}) => url)).toEqual([]);
  expect(await cookies()).toBe('');
  expect(site.ledger.cookieWrites).toEqual([]);
  expect(site.ledger.storageWrites).toEqual([]);
  expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('undecided');

  await test.step('3.3.7: what has been saved need not be chosen again', async () => {
    const toggles = dialog.getByRole('switch');
    const states = () =>
      toggles.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked));
    await dialog.locator('[data-service=youtube]').check();
    await dialog.locator('[data-category=advertising]').uncheck();
    const chosen = await states();
    await dialog.locator('[data-action=save]').click();
    await expect(dialog).toBeHidden();
    await openPreferences(page);
    expect(await states()).toEqual(chosen);
  });
});

test('3.3.7: switches that were moved are as they were when the preferences are closed and opened again', async ({
  site,
}) => {
  const page = await arrive(site);
  const dialog = await openPreferences(page);
  const advertising = dialog.locator('[data-category=advertising]');
  await advertising.check();
  await page.keyboard.press('Escape');
  await openPreferences(page);
  await expect(advertising).toBeChecked();
  // Nothing is said by that, and a change of the decision is what they follow.
  expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('undecided');
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.consentGate!.choose({analytics: true}));
  await openPreferences(page);
  await expect(advertising).not.toBeChecked();
  await expect(dialog.locator('[data-category=analytics]')).toBeChecked();
  await advertising.check();
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.consentGate!.reset());
  await openPreferences(page);
  await expect(advertising).not.toBeChecked();
});

test('3.1.1, 3.1.2: what is ours says its language, also where the page has another', async ({
  site,
}) => {
  const page = await arrive(site, {lang: 'nl', body: '<main lang="ru"><h1>Магазин</h1></main>'});
  const host = page.locator('consent-choice');
  await expect(host).toHaveAttribute('lang', 'en');
  await expect(banner(page).locator('h2')).toHaveText('Cookies on this site');
  await speak(page, 'ru');
  await expect(banner(page).locator('h2')).toHaveText('Файлы cookie на этом сайте');
  await speak(page, 'ru-RU', 'ru');
  const dialog = await openPreferences(page);
  await speak(page, 'en-GB', 'en');
  await expect(dialog.locator('h2')).toHaveText('Cookie settings');
  await expect(host).toHaveAttribute('dir', 'ltr');
  await speak(page, 'nl', 'en');
  await dialog.locator('[data-action=reject]').click();
  const opener = page.locator('[data-consent-open]');
  await expect(opener).toHaveText('Cookie settings');
  await expect(opener).toHaveAttribute('lang', 'en');
});

test('4.1.3: the notice of a reload is a status that is told once; the banner interrupts nobody', async ({
  site,
}) => {
  // Of the reload that a withdrawal needs it only speaks, for the visitor has typed something.
  const metrica = {service: 'yandex-metrica', counterId: 12345678, onWithdraw: 'reload'} as const;
  const page = await arrive(site, {
    config: {...config, categories: {analytics: {services: [metrica]}}},
  });
  expect(
    await page
      .locator('consent-choice')
      .evaluate(
        (host) =>
          host.shadowRoot!.querySelectorAll('[aria-live], [role=alert], [role=alertdialog]').length,
      ),
  ).toBe(0);
  await bannerButton(page, 'accept').press('Enter');
  await expect(banner(page)).toBeHidden();
  await page.locator('input[name=search]').fill('shoes');
  await page.locator('consent-choice').evaluate((host) => {
    const told: string[] = [];
    Object.assign(window, {told});
    new MutationObserver((records) => {
      for (const {target, type} of records) {
        const status = (target instanceof Element ? target : target.parentElement)?.closest(
          '[role=status]',
        );
        // The confirmation of the answer is another one.
        if (status?.closest('[part=notice]')) told.push(`${type}: ${status.textContent}`);
      }
    }).observe(host.shadowRoot!, {childList: true, characterData: true, subtree: true});
  });
  const dialog = await openPreferences(page);
  await dialog.locator('[data-action=reject]').click();
  const status = page.locator('consent-choice [part=notice] [role=status]');
  await expect(status).toHaveText(/ends when this page is reloaded/);
  await site.ledger.settle();
  expect(await page.evaluate(() => (window as unknown as {told: string[]}).told)).toEqual([
    `childList: ${await status.textContent()}`,
  ]);
});

for (const lang of family(['ar', 'he'])) {
  test(`right to left: in ${lang} both layers are the mirror image of themselves, and nothing is cut off`, async ({
    site,
  }) => {
    const page = await arrive(site, {lang});
    const host = page.locator('consent-choice');
    await expect(host).toHaveAttribute('dir', 'rtl');
    await expect(host).toHaveAttribute('lang', lang);
    for (const what of LAYERS) {
      const layer =
        what === 'banner' ? banner(page) : await openPreferences(page, {tables: full(2, Infinity)});
      for (const viewport of [VIEWPORTS[1], VIEWPORTS[3], SMALL]) {
        await page.setViewportSize(viewport);
        expect(await layoutFaults(layer)).toEqual([]);
        const places = () =>
          boxes(layer, 'h2, h3, p, a, button, label, input, summary, .state, .card, td');
        const rtl = await places();
        await host.evaluate((element) => element.setAttribute('dir', 'ltr'));
        const ltr = await places();
        await host.evaluate((element) => element.setAttribute('dir', 'rtl'));
        for (const [i, box] of rtl.entries()) {
          const twin = ltr[i]!;
          expect(
            Math.abs(box.left - (viewport.width - twin.right)),
            `${box.what} at ${viewport.width} px`,
          ).toBeLessThan(1.5);
          expect(Math.abs(box.top - twin.top), box.what).toBeLessThan(1.5);
        }
      }
    }
  });
}

test('2.4.11: a link at the foot of the page that has the focus does not lie under the small button', async ({
  site,
}) => {
  const page = await arrive(site, {
    body:
      '<style>body{margin:20px 40px}</style><main><h1>Links</h1>' +
      Array.from({length: 40}, (_, i) => `<p><a href="#${i}">Link ${i}</a></p>`).join('') +
      '</main>',
  });
  await page.evaluate(() => window.consentGate!.rejectAll());
  await expect(page.locator('[data-consent-open]')).toBeVisible();
  const hidden: string[] = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const {activeElement} = document;
      const {left, right, top, bottom} = activeElement!.getBoundingClientRect();
      const at = [left + 1, (left + right) / 2, right - 1];
      const hits = at.map((x) => document.elementFromPoint(x, (top + bottom) / 2));
      return hits.includes(activeElement) ? '' : activeElement!.textContent;
    });
    if (name) hidden.push(name);
  }
  expect(hidden).toEqual([]);
  // The button itself is next, and stays where it is.
  const place = async () => (await page.locator('[data-consent-open]').boundingBox())!.y;
  const before = await place();
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-consent-open]')).toBeFocused();
  expect(await place()).toBe(before);
});

import type {Page} from 'playwright/test';
import {banner, bannerButton} from '../helpers/banner.js';
import {nextFrame} from '../helpers/next-frame.js';
import {family, figure} from '../helpers/scorecard.js';
import {config, expect, test} from '../helpers/site.js';

/*
 * A page of links with the banner on it, by keyboard alone: nothing that has the focus lies under the banner
 * (WCAG 2.4.11), the no is near, and nobody is held in the banner.
 */

const LINKS = 80;
/** The links stand where each layout of the banner would lie over them, also one that is narrower than the window. */
const PAGE =
  '<main style="padding-inline-start:120px"><h1>Eighty links</h1>' +
  Array.from({length: LINKS}, (_, i) => `<p><a href="#${i}" id="link-${i}">Link ${i}</a></p>`).join(
    '',
  ) +
  '</main>';

/** What has the focus: the id of a link, what a button of the banner does, or a tag; and what of it can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement!;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const {left, top, width, height} = element.getBoundingClientRect();
    const seen = [
      [0.5, 0.5],
      [0.1, 0.2],
      [0.9, 0.2],
      [0.1, 0.8],
      [0.9, 0.8],
    ].filter(([x, y]) => {
      const root = element.getRootNode() as Document | ShadowRoot;
      const hit = root.elementFromPoint(left + width * x!, top + height * y!);
      return hit && (element === hit || element.contains(hit));
    }).length;
    const name = element.id || (element as HTMLElement).dataset['action'] || element.localName;
    return {name, seen};
  });

for (const [width, height, layout] of [
  ...family([
    [320, 256],
    [768, 600],
    [1280, 800],
  ] as const),
  [768, 600, 'box'],
  [1280, 800, 'sheet'],
] as const) {
  const size = `${width}×${height}${layout ? `, a ${layout}` : ''}`;
  test(`80 links at ${size}: no focus hidden, reject within 3 Tabs, nobody trapped`, async ({
    browserName,
    site,
    page,
  }) => {
    await page.setViewportSize({width, height});
    await site.visit({body: PAGE, ...(layout && {config: {...config, layout}})});
    await expect(banner(page)).toBeVisible();
    const forth: Awaited<ReturnType<typeof focused>>[] = [];
    const back: typeof forth = [];
    const last = `link-${LINKS - 1}`;
    while (forth.at(-1)?.name !== last && forth.length < LINKS + 12) {
      await page.keyboard.press('Tab');
      forth.push(await focused(page));
    }
    while (back.at(-1)?.name !== forth[0]!.name && back.length < LINKS + 12) {
      await page.keyboard.press('Shift+Tab');
      back.push(await focused(page));
    }
    const names = forth.map(({name}) => name);
    expect(names.indexOf('reject')).toBeLessThan(3);
    expect(names.indexOf('accept')).toBe(names.indexOf('reject') + 1);
    expect(names.indexOf('settings')).toBe(names.indexOf('accept') + 1);
    expect(names.slice(-LINKS)).toEqual(Array.from({length: LINKS}, (_, i) => `link-${i}`));
    expect(back.map(({name}) => name)).toEqual(names.slice(0, -1).reverse());

    const hidden = [...forth, ...back].filter(({seen}) => seen === 0).map(({name}) => name);
    figure({
      id: `WCAG-2.4.11-${layout ?? width}`,
      name: `Things that have the focus and are hidden entirely, there and back on a page of ${LINKS} links, ${size}`,
      n: forth.length + back.length,
      result: hidden.length,
      limit: 0,
      ok: hidden.length === 0,
      engine: browserName,
    });

    await test.step('and after the answer the page is as it was', async () => {
      await bannerButton(page, 'reject').click();
      await expect(banner(page)).toBeHidden();
      // Once the frame is laid out in which it has gone.
      await page.evaluate(nextFrame);
      expect(
        await page.evaluate(() => [
          document.body.style.paddingBottom,
          document.documentElement.style.scrollPaddingBottom,
        ]),
      ).toEqual(['', '']);
    });
  });
}

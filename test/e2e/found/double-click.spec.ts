import type {Page} from 'playwright/test';
import {attended} from '../../helpers/attended.js';
import {banner, bannerButton, preferences} from '../../helpers/banner.js';
import {config, expect, test} from '../../helpers/site.js';

/** Resolves when so many ms have passed by the page's own clock. */
const passed = async (page: Page, ms: number) =>
  page.waitForFunction(([start, long]) => performance.now() - start > long, [
    await page.evaluate(() => performance.now()),
    ms,
  ] as const);

for (const [width, height] of [
  [667, 375],
  [390, 844],
  [360, 640],
  [1280, 720],
] as const) {
  test(`a double click on the settings opens them, answers nothing and closes nothing, ${width}×${height}`, async ({
    site,
    page: first,
  }) => {
    await first.setViewportSize({width, height});
    const page = await site.visit({page: first, config});
    await expect(banner(page)).toBeVisible();
    // So that nothing is waited for between the two clicks.
    await bannerButton(page, 'settings').hover();
    await site.ledger.settle();
    const {x, y, width: wide, height: high} = (await bannerButton(page, 'settings').boundingBox())!;
    for (const share of [0.5, 0.25, 0.7]) {
      const at = [x + wide * share, y + high / 2] as const;
      await page.mouse.click(...at);
      // In its very frame: the second click is one of two for a moment only.
      await page.waitForFunction(() =>
        document.querySelector('consent-choice')!.shadowRoot!.querySelector('dialog[open]'),
      );
      await page.mouse.click(...at);
      await site.ledger.settle();
      await expect(preferences(page), `at ${share}`).toBeVisible();
      expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('undecided');
      await page.keyboard.press('Escape');
      await expect(preferences(page)).toBeHidden();
    }
    // Elsewhere, or by a key, a click counts at once.
    await page.mouse.click(x + wide / 2, y + high / 2);
    await expect(preferences(page)).toBeVisible();
    await preferences(page).locator('[data-action=reject]').press('Enter');
    await expect
      .poll(() => page.evaluate(() => window.consentGate!.decision.status))
      .toBe('decided');
  });
}

for (const [action, held] of [
  ['accept', false],
  ['reject', false],
  ['accept', true],
] as const) {
  test(`a double click on ${action}${held ? ', the second one held,' : ''} presses nothing of the page that lay beneath`, async ({
    site,
  }) => {
    const page = await site.visit({
      config,
      body: `<button id="below" style="position:fixed;inset:auto 0 0;height:60vh">Buy</button>
        <script>
          var pressed = []
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
            below.addEventListener(type, () => pressed.push(type))
        </script>`,
    });
    await expect(banner(page)).toBeVisible();
    await attended(page);
    // Not in the first 400 ms, in which accept takes no click.
    await passed(page, 400);
    const {x, y, width, height} = (await bannerButton(page, action).boundingBox())!;
    const at = [x + width / 2, y + height / 2] as const;
    if (held) {
      await page.mouse.click(...at);
      await page.mouse.down({clickCount: 2});
      // Longer than a second click counts as one.
      await passed(page, 450);
      await page.mouse.up({clickCount: 2});
    } else {
      await page.mouse.click(...at, {clickCount: 2});
    }
    await expect(banner(page)).toBeHidden();
    const pressed = () => page.evaluate(() => (window as unknown as {pressed: string[]}).pressed);
    expect(await pressed()).toEqual([]);
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('');
    // Elsewhere a click counts at once.
    await page.mouse.click(x + width / 2, y - 100);
    expect(await pressed()).toEqual(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']);
  });
}

test('a second click that the page comes to late, after a long task, is one all the same', async ({
  site,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'its driver clicks again after the task only');
  const page = await site.visit({
    config,
    body: `<button id="below" style="position:fixed;inset:auto 0 0;height:60vh" onclick="pressed.push(1)">Buy</button>
      <script>
        var pressed = [], made = []
        addEventListener('click', (event) => {
          made.push([event.timeStamp, performance.now()])
        }, true)
        addEventListener('click', () => { while (performance.now() - made[0][1] < 700); })
      </script>`,
  });
  await expect(banner(page)).toBeVisible();
  await attended(page);
  await passed(page, 400);
  const {x, y, width, height} = (await bannerButton(page, 'accept').boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  // Made at once, for the answer to one press comes only after the task.
  const {mouse} = page;
  await Promise.all([
    mouse.down(),
    mouse.up(),
    mouse.down({clickCount: 2}),
    mouse.up({clickCount: 2}),
  ]);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as {made: []}).made.length))
    .toBe(2);
  const [pressed, [first, second]] = await page.evaluate(() => {
    const {pressed: all, made} = window as unknown as {
      pressed: number[];
      made: [[number, number], [number, number]];
    };
    return [all, made] as const;
  });
  // The machine was fast enough for two clicks, and slow enough in between.
  expect(second[0] - first[0]).toBeLessThan(400);
  expect(second[1] - first[1]).toBeGreaterThan(400);
  expect(pressed).toEqual([]);
});

test('a second press on the settings that is held down answers nothing when it is let go', async ({
  site,
  page: first,
}) => {
  await first.setViewportSize({width: 390, height: 844});
  const page = await site.visit({page: first, config});
  await expect(banner(page)).toBeVisible();
  await bannerButton(page, 'settings').hover();
  await site.ledger.settle();
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForFunction(
    () => document.querySelector('consent-choice')!.shadowRoot!.querySelector('dialog[open]'),
    null,
    {polling: 'raf'},
  );
  await page.mouse.down({clickCount: 2});
  await passed(page, 450);
  await page.mouse.up({clickCount: 2});
  await expect(preferences(page)).toBeVisible();
  expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('undecided');
});

test.describe('by touch', () => {
  test.use({hasTouch: true});
  test('a double tap on an answer touches nothing of the page', async ({site, browserName}) => {
    test.skip(browserName === 'firefox', 'its driver delivers no taps');
    const page = await site.visit({
      config,
      body: `<button id="below" style="position:fixed;inset:auto 0 0;height:60vh">Buy</button>
        <script>
          var pressed = []
          for (const type of ['pointerdown', 'touchstart', 'touchend', 'mousedown', 'click'])
            below.addEventListener(type, () => pressed.push(type))
        </script>`,
    });
    await expect(banner(page)).toBeVisible();
    await attended(page);
    // Not in the first 400 ms, in which accept takes no tap.
    await passed(page, 400);
    const {x, y, width, height} = (await bannerButton(page, 'accept').boundingBox())!;
    const at = [x + width / 2, y + height / 2] as const;
    await page.touchscreen.tap(...at);
    await page.touchscreen.tap(...at);
    await expect(banner(page)).toBeHidden();
    const pressed = () => page.evaluate(() => (window as unknown as {pressed: string[]}).pressed);
    expect(await pressed()).toEqual([]);
    await page.touchscreen.tap(x + width / 2, y - 100);
    expect(await pressed()).toEqual([
      'pointerdown',
      'touchstart',
      'touchend',
      'mousedown',
      'click',
    ]);
  });
});

import type {Page} from 'playwright/test';
import {banner, bannerButton} from '../../helpers/banner.js';
import {expect, test} from '../../helpers/site.js';

/*
 * What `::part` rules of a page can make of the two answers: nothing unequal, nor a layer that nobody sees and that takes clicks.
 */

/** Whether a click in the middle of each comes to it, and how they look. */
const answers = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('consent-choice')!.shadowRoot!;
    return ['accept', 'reject'].map((action) => {
      const button = root.querySelector(`[part=banner] [data-action=${action}]`)!;
      const {left, top, width, height} = button.getBoundingClientRect();
      const {opacity, color, backgroundColor, fontSize} = getComputedStyle(button);
      return {
        hit: root.elementFromPoint(left + width / 2, top + height / 2) === button,
        width: Math.round(width),
        height: Math.round(height),
        looks: [opacity, color, backgroundColor, fontSize].join(),
      };
    });
  });

const UNFAIR = {
  'one over the other': 'consent-choice::part(button){grid-area:1/1}',
  'one over the other, placed': 'consent-choice::part(button){position:absolute;top:8px;right:8px}',
  'one over the other, moved': 'consent-choice::part(button){margin:-60px 0 0 -200px}',
  'a rule that looks at which is which':
    'consent-choice::part(button){--a:attr(data-action type(<custom-ident>));font-size:if(style(--a:reject):8px;else:20px)}',
  'something drawn over one':
    'consent-choice::part(banner)::after{content:"";position:absolute;right:190px;top:0;bottom:0;width:190px;background:#fff}',
  'a hole in the banner':
    'consent-choice::part(banner){clip-path:polygon(0 0,60% 0,60% 100%,0 100%)}',
  'a rule that looks at which is which, with a way there that never ends':
    'consent-choice::part(button){--a:attr(data-action type(<custom-ident>));transition:font-size 9999s;font-size:if(style(--a:reject):8px;else:20px)}@starting-style{consent-choice::part(button){font-size:12px}}',
  'the way to the settings over both':
    'consent-choice::part(quiet-button){position:absolute;inset:0 auto 0 0;width:99%}',
};
for (const [what, rule] of Object.entries(UNFAIR)) {
  test(`invariant 15: ${what}: both answers are equal and can be clicked`, async ({site}) => {
    const page = await site.visit({head: `<style>${rule}</style>`});
    await expect(banner(page)).toBeVisible();
    await expect
      .poll(async () => {
        const [accept, reject] = await answers(page);
        return {
          hit: accept!.hit && reject!.hit,
          same: JSON.stringify(accept) === JSON.stringify(reject),
        };
      })
      .toEqual({hit: true, same: true});
  });
}

const PAINTED = {
  'a background that stands still behind both':
    'consent-choice::part(button){color:#444;background:linear-gradient(90deg,#fff 0 78%,#0c6 78%) fixed}',
  'colours that mix with what is behind':
    'consent-choice::part(banner){background:linear-gradient(90deg,#fff 0 78%,#0c6 78%)}consent-choice::part(button){mix-blend-mode:difference}',
  'no background, over one that changes':
    'consent-choice::part(banner){background:linear-gradient(90deg,#fff 0 78%,#0c6 78%)}consent-choice::part(button){background:none;border-color:#0000;color:#444}',
};
for (const [what, rule] of Object.entries(PAINTED)) {
  test(`invariant 15: ${what}: both answers are painted alike`, async ({site}) => {
    const page = await site.visit({head: `<style>${rule}</style>`});
    await expect(banner(page)).toBeVisible();
    await expect
      .poll(async () => {
        const strips = [];
        for (const action of ['accept', 'reject'] as const) {
          const {x, y, height} = (await bannerButton(page, action).boundingBox())!;
          const clip = {x: Math.round(x) + 4, y: Math.round(y) + 12, width: 5, height: height - 24};
          strips.push((await page.screenshot({clip})).toString('base64'));
        }
        return strips[0] === strips[1];
      })
      .toBe(true);
  });
}

test('a rule with a transition stays, also while a button is on its way back from under the pointer', async ({
  site,
}) => {
  const page = await site.visit({
    head: `<style>
      consent-choice::part(button){background:#06c;color:#fff;transition:background 2s}
      consent-choice::part(button):hover{background:#049}
    </style>`,
  });
  await expect(banner(page)).toBeVisible();
  await bannerButton(page, 'reject').hover();
  const colour = () =>
    bannerButton(page, 'reject').evaluate((button) => getComputedStyle(button).backgroundColor);
  await expect.poll(colour).toBe('rgb(0, 68, 153)');
  await page.mouse.move(5, 5);
  await expect.poll(colour).toBe('rgb(0, 102, 204)');
  await expect(bannerButton(page, 'reject')).toHaveAttribute('part', 'button');
});

test('rules that are the same for both stay', async ({site}) => {
  const page = await site.visit({
    head: '<style>consent-choice::part(button){letter-spacing:2px;border-radius:0}</style>',
  });
  await expect(banner(page)).toBeVisible();
  // Three looks that cost more.
  for (let i = 0; i < 3; i++)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
  await expect(bannerButton(page, 'reject')).toHaveCSS('letter-spacing', '2px');
  await expect(bannerButton(page, 'accept')).toHaveAttribute('part', 'button');
  expect(site.ledger.consoleProblems()).toEqual([]);
});

for (const rule of [
  'consent-choice{opacity:.001!important}',
  'consent-choice{opacity:.05}',
  'body{opacity:.01}',
  'consent-choice::part(banner){opacity:0}',
  'consent-choice::part(banner){opacity:.05}',
]) {
  test(`invariant 13: a banner that nobody sees takes no click and no room: ${rule}`, async ({
    site,
  }) => {
    const page = await site.visit({head: `<style>${rule}</style>`, body: '<p>Words</p>'});
    await expect(bannerButton(page, 'accept')).toBeAttached();
    const {x, y, width, height} = (await bannerButton(page, 'accept').boundingBox())!;
    await expect.poll(() => page.evaluate(() => document.body.style.paddingBottom)).toBe('');
    await page.mouse.click(x + width / 2, y + height / 2);
    await site.ledger.settle();
    expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('undecided');
    // Of a tool that looks for it, it takes one.
    await bannerButton(page, 'reject').evaluate((button: HTMLElement) => button.click());
    await expect
      .poll(() => page.evaluate(() => window.consentGate!.decision.status))
      .toBe('decided');
  });
}

for (const rule of [
  'consent-choice::part(banner){filter:opacity(0)}',
  'consent-choice::part(banner){transform:translateX(-200vw)}',
  'consent-choice::part(banner){scale:0}',
  'consent-choice{clip-path:inset(50%)}',
  'consent-choice{mask:linear-gradient(#0000,#0000)}',
]) {
  test(`invariant 13: a rule that would leave a banner nobody sees does nothing: ${rule}`, async ({
    site,
  }) => {
    const page = await site.visit({head: `<style>${rule}</style>`});
    await expect(bannerButton(page, 'accept')).toBeAttached();
    await expect.poll(async () => (await answers(page)).map(({hit}) => hit)).toEqual([true, true]);
    const styles = await banner(page).evaluate((section) => {
      const {filter, opacity, clipPath, maskImage} = getComputedStyle(section);
      const host = getComputedStyle((section.getRootNode() as ShadowRoot).host);
      return [filter, opacity, clipPath, maskImage, host.clipPath, host.maskImage].join();
    });
    expect(styles).toBe('none,1,none,none,none,none');
  });
}

for (const rule of [
  'clip-path:inset(50%)',
  'transform:translateX(-200vw)',
  'scale:0',
  'filter:opacity(0)',
  'width:0;height:0;min-width:0',
  'pointer-events:none',
  'opacity:0!important',
]) {
  test(`invariant 13: settings that a rule would take out of sight are there: ${rule}`, async ({
    site,
  }) => {
    const page = await site.visit({
      head: `<style>consent-choice::part(preferences){${rule}}</style>`,
    });
    await expect(banner(page)).toBeVisible();
    await page.evaluate(() => window.consentGate!.open());
    await expect
      .poll(() =>
        page.evaluate(() => {
          const root = document.querySelector('consent-choice')!.shadowRoot!;
          const dialog = root.querySelector('dialog');
          if (!dialog?.open) return 'closed';
          const {left, top, width, height} = dialog.getBoundingClientRect();
          const hit = root.elementFromPoint(left + width / 2, top + height / 2);
          const {filter, opacity} = getComputedStyle(dialog);
          return !!hit && dialog.contains(hit) && `${filter} ${opacity}`;
        }),
      )
      .toBe('none 1');
  });
}

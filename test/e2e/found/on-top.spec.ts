import type {Page} from 'playwright/test';
import {attended} from '../../helpers/attended.js';
import {banner, bannerButton, preferences} from '../../helpers/banner.js';
import {CURTAIN} from '../../helpers/curtain.js';
import {expect, test} from '../../helpers/site.js';

/*
 * What a page lays over the banner, or does to where it stands: nobody could answer, or not without a scroll.
 */

const LONG = '<main style="height:4000px"><a href="#a">Link</a></main>';

/** Until the banner has been looked at a few times. */
const looks = (page: Page) => page.evaluate(() => new Promise((done) => setTimeout(done, 3 * 260)));

/** How often the banner has become a popover or stopped being one, three looks later. */
const countChanges = async (page: Page) => {
  const counted = await page.evaluateHandle(() => {
    const changes: unknown[] = [];
    new MutationObserver((more) => changes.push(...more)).observe(
      document.querySelector('consent-choice')!.shadowRoot!,
      {subtree: true, attributeFilter: ['popover']},
    );
    return changes;
  });
  return () => looks(page).then(() => counted.evaluate((changes) => changes.length));
};

/** What a pointer would meet in the middle of each answer. */
const met = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('consent-choice')!.shadowRoot!;
    return ['reject', 'accept', 'settings'].map((action) => {
      const {left, top, width, height} = root
        .querySelector(`[part=banner] [data-action=${action}]`)!
        .getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      return found ? found.id || found.localName : 'outside';
    });
  });
const OURS = ['consent-choice', 'consent-choice', 'consent-choice'];

for (const [what, page] of Object.entries({
  'the greatest z-index': {body: LONG + CURTAIN},
  'a transformed body, above its end': {
    head: '<style>body{transform:translateY(0)}</style>',
    body: LONG,
  },
  'a filtered body': {head: '<style>body{filter:contrast(1)}</style>', body: LONG},
  'a body that is a layer of its own': {
    head: '<style>body{position:relative;z-index:0;isolation:isolate} html::after{content:"";position:fixed;inset:50% 0 0;z-index:1;background:#fc9}</style>',
    body: LONG,
  },
  'styles for popovers of its own': {
    head: `<style>
      [popover]{inset:0!important;width:300px!important;height:300px!important;padding:40px!important;border:9px solid red!important;background:red!important;overflow:hidden!important;display:grid;margin:auto!important;min-width:90vw;min-height:90vh;opacity:0;zoom:2;content-visibility:hidden;transition:overlay .3s allow-discrete}
      ::backdrop{background:rgba(0,0,0,.8)!important;backdrop-filter:blur(8px)!important}
    </style>`,
    body: LONG + CURTAIN,
  },
})) {
  test(`a page with ${what}: the answers are on top, at the foot of the window`, async ({site}) => {
    const opened = await site.visit(page);
    await expect(banner(opened)).toBeVisible();
    await opened.evaluate(() => scrollTo(0, 300));
    await expect.poll(() => met(opened)).toEqual(OURS);
    const {bottom, height} = await banner(opened).evaluate((element) => {
      const box = element.getBoundingClientRect();
      return {bottom: innerHeight - box.bottom, height: box.height};
    });
    expect(bottom).toBeCloseTo(16);
    // And takes its room.
    await expect
      .poll(() => opened.evaluate(() => parseFloat(getComputedStyle(document.body).paddingBottom)))
      .toBeCloseTo(height + 16, 0);
    // Nothing of ours but the banner takes a click, nothing takes the focus, and nothing lies over the page.
    expect(
      await opened.evaluate(() => {
        const host = document.querySelector('consent-choice')!;
        const shown = host.shadowRoot!.querySelector('[part=banner]')!;
        const {backgroundColor, backdropFilter} = getComputedStyle(shown, '::backdrop');
        return [
          document.elementFromPoint(innerWidth / 2, 20)!.closest('consent-choice'),
          document.elementFromPoint(20, 20)!.closest('consent-choice'),
          document.activeElement!.localName,
          getComputedStyle(host).backgroundColor,
          backgroundColor,
          backdropFilter,
          host.matches('[popover]'),
        ];
      }),
    ).toEqual([null, null, 'body', 'rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)', 'none', false]);
    await bannerButton(opened, 'reject').click();
    await expect(banner(opened)).toBeHidden();
    expect(await opened.evaluate(() => window.consentGate!.decision.status)).toBe('decided');
    // As does what confirms it.
    await expect(opened.locator('consent-choice .confirmation [data-action=hide]')).toBeVisible();
    await opened.locator('consent-choice .confirmation [data-action=hide]').click();
  });
}

test('the one-file build is on top, too', async ({site}) => {
  const page = await site.visit({door: 'bundle', body: LONG + CURTAIN});
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => met(page)).toEqual(OURS);
  await bannerButton(page, 'reject').click();
  await page.locator('consent-choice .confirmation [data-action=hide]').click();
});

test('a page that lays nothing over it is left as it is', async ({site}) => {
  const page = await site.visit({body: LONG});
  await expect(banner(page)).toBeVisible();
  await attended(page);
  await site.ledger.settle();
  await expect(banner(page)).not.toHaveAttribute('popover');
});

test('in a small window with a lot of space between the letters, too', async ({site}) => {
  const page = await site.visit({
    page: site.page,
    head: '<style>consent-choice::part(banner){letter-spacing:.12em;word-spacing:.16em;line-height:2.4}</style>',
    body: LONG + CURTAIN,
  });
  await page.setViewportSize({width: 320, height: 256});
  await expect(banner(page)).toBeVisible();
  const changes = await countChanges(page);
  await attended(page);
  await site.ledger.settle();
  expect(await changes()).toBeLessThan(3);
});

test('what was hidden for a while is on top when it is seen again', async ({site}) => {
  const page = await site.visit({
    head: '<style id="flicker">body{opacity:0}</style>',
    body: LONG + CURTAIN,
  });
  await expect(banner(page)).toBeAttached();
  await expect
    .poll(() => banner(page).evaluate((element) => element.style.pointerEvents))
    .toBe('none');
  await page.evaluate(() => document.getElementById('flicker')!.remove());
  await expect.poll(() => met(page)).toEqual(OURS);
  // By the attribute alone it is hidden, too.
  await page.evaluate(() => (document.querySelector('consent-choice')!.hidden = true));
  await expect(banner(page)).toBeHidden();
});

test('an owner who says how high it stands is obeyed', async ({site}) => {
  const page = await site.visit({
    head: '<style>consent-choice{--consent-z-index:5}</style>',
    body: LONG + CURTAIN,
  });
  await expect(banner(page)).toBeVisible();
  await attended(page);
  await site.ledger.settle();
  expect(await met(page)).toEqual(['curtain', 'curtain', 'curtain']);
});

for (const [what, open] of Object.entries({
  'a modal dialog': () => document.querySelector('dialog')!.showModal(),
  'a popover': () => document.querySelector<HTMLElement>('[popover]')!.showPopover(),
  'a modal dialog in a shadow root': () => {
    const root = document.querySelector('main')!.attachShadow({mode: 'closed'});
    root.innerHTML = '<dialog style="inset:0;width:100%;height:100%"></dialog>';
    root.querySelector('dialog')!.showModal();
    Object.assign(window, {closeAll: () => root.querySelector('dialog')!.close()});
  },
})) {
  test(`${what} that the page has open stays on top, and the banner is there after it`, async ({
    site,
  }) => {
    const page = await site.visit({
      body:
        `<main></main>` +
        ['dialog', 'div popover="manual"']
          .map(
            (tag) =>
              `<${tag} style="inset:0;width:100vw;height:100vh;max-width:none;max-height:none"><button>Of the page</button></${tag.split(' ')[0]}>`,
          )
          .join(''),
    });
    await page.evaluate(open);
    await expect(banner(page)).toBeAttached();
    const changes = await countChanges(page);
    await attended(page);
    await site.ledger.settle();
    // There and back at most, and not again at each look.
    expect(await changes()).toBeLessThan(3);
    expect(await met(page)).not.toContain('consent-choice');
    await page.evaluate(() => {
      document.querySelector('dialog')!.close();
      document.querySelector<HTMLElement>('[popover]')!.hidePopover();
      (window as {closeAll?: () => void}).closeAll?.();
    });
    await expect.poll(() => met(page)).toEqual(OURS);
    await bannerButton(page, 'accept').press('Enter');
    await expect(banner(page)).toBeHidden();
  });
}

test('on top it can be hidden as before, comes back with a swapped body, and stops without a trace', async ({
  site,
}) => {
  const page = await site.visit({body: LONG + CURTAIN});
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => met(page)).toEqual(OURS);
  // Settings open over it, and close.
  await bannerButton(page, 'settings').press('Enter');
  await expect(preferences(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preferences(page)).toBeHidden();
  await expect.poll(() => met(page)).toEqual(OURS);
  await page.addStyleTag({content: 'consent-choice{display:none!important}'});
  await expect(banner(page)).toBeHidden();
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.body).paddingBottom))
    .toBe('0px');
  await page.evaluate(() => document.querySelectorAll('style').forEach((style) => style.remove()));
  await expect(banner(page)).toBeVisible();
  await page.evaluate((html) => {
    const body = document.createElement('body');
    body.innerHTML = html;
    document.body.replaceWith(body);
  }, LONG + CURTAIN);
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => met(page)).toEqual(OURS);
  await page.evaluate(() => window.consentGate!.stop());
  await expect(page.locator('consent-choice')).toHaveCount(0);
});

test('on top it may be taken out and put back', async ({site}) => {
  const page = await site.visit({body: LONG + CURTAIN});
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => met(page)).toEqual(OURS);
  const host = (await page.$('consent-choice'))!;
  await host.evaluate((element) => element.remove());
  await looks(page);
  await host.evaluate((element) => document.body.prepend(element));
  await expect.poll(() => met(page)).toEqual(OURS);
  await bannerButton(page, 'reject').click();
});

test('on top it is on top in the frame in which it is drawn anew', async ({site}) => {
  const page = await site.visit({body: LONG + CURTAIN});
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => met(page)).toEqual(OURS);
  const seen = await page.evaluate(() => {
    const {shadowRoot} = document.querySelector('consent-choice')!;
    const before = shadowRoot!.querySelector('[part=banner]');
    document.documentElement.lang = 'ru';
    return new Promise((done) => {
      const look = () => {
        const shown = shadowRoot!.querySelector('[part=banner]');
        if (shown && shown !== before) done(shown.matches(':popover-open'));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  });
  expect(seen).toBe(true);
  await expect(banner(page)).toContainText('Файлы cookie');
});

test('on top a tool can make it transparent: then the page has its clicks', async ({site}) => {
  const page = await site.visit({body: LONG + CURTAIN});
  await expect(banner(page)).toBeVisible();
  await expect.poll(() => met(page)).toEqual(OURS);
  await page.addStyleTag({content: 'consent-choice{opacity:0!important}'});
  await expect.poll(() => met(page)).toEqual(['curtain', 'curtain', 'curtain']);
  await expect(banner(page)).not.toHaveAttribute('popover');
  // By a script it is answered as ever.
  await bannerButton(page, 'reject').evaluate((button: HTMLElement) => button.click());
  expect(await page.evaluate(() => window.consentGate!.decision.status)).toBe('decided');
});

const BEHIND_ALL =
  'body{position:relative;z-index:0;isolation:isolate} html::after{content:"";position:fixed;inset:50% 0 0;z-index:1;background:#fc9}';

test('what was inert for a while is on top afterwards', async ({site}) => {
  const page = await site.visit({body: LONG});
  await expect(banner(page)).toBeVisible();
  await attended(page);
  const setInert = (inert: boolean) =>
    page.evaluate(
      (now) => document.querySelector('consent-choice')!.toggleAttribute('inert', now),
      inert,
    );
  await setInert(true);
  await page.evaluate(
    (html) => document.body.insertAdjacentHTML('beforeend', html),
    LONG + CURTAIN,
  );
  await looks(page);
  await setInert(false);
  await expect.poll(() => met(page)).toEqual(OURS);
});

test('what was out of a window that was too low for it is on top afterwards', async ({site}) => {
  const page = await site.visit({body: LONG});
  await expect(banner(page)).toBeVisible();
  await attended(page);
  await page.setViewportSize({width: 360, height: 110});
  await looks(page);
  await page.setViewportSize({width: 360, height: 640});
  await looks(page);
  await page.evaluate(() => (document.body.style.transform = 'translateY(0)'));
  await expect.poll(() => met(page)).toEqual(OURS);
});

test('what a view transition has covered is on top of what covers it afterwards', async ({
  site,
}) => {
  const page = await site.visit({
    head: '<style>::view-transition-group(root){animation-duration:.8s}</style>',
    body: LONG,
  });
  await expect(banner(page)).toBeVisible();
  await attended(page);
  await page.evaluate(async () => {
    if ('startViewTransition' in document)
      await document.startViewTransition(() => document.body.append('.')).finished;
  });
  await looks(page);
  await page.addStyleTag({content: BEHIND_ALL});
  await expect.poll(() => met(page)).toEqual(OURS);
});

test('a page that is in full screen as a whole is no film: the answers are on top', async ({
  site,
}) => {
  const page = await site.visit({
    body: `<button id="whole" style="position:fixed;top:0;left:0">Full screen</button>${LONG}`,
  });
  await expect(banner(page)).toBeVisible();
  await attended(page);
  await page.locator('#whole').evaluate((button) => {
    button.addEventListener('click', () => void document.documentElement.requestFullscreen());
  });
  await page.locator('#whole').click();
  await page.waitForFunction(() => document.fullscreenElement);
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), CURTAIN);
  await expect.poll(() => met(page)).toEqual(OURS);
});

test('a menu that a component of the page has open stays on top', async ({site}) => {
  const page = await site.visit({body: `${LONG}<x-menu></x-menu>`});
  await expect(banner(page)).toBeVisible();
  await attended(page);
  await page.evaluate(() => {
    const root = document.querySelector('x-menu')!.attachShadow({mode: 'open'});
    root.innerHTML =
      '<div popover style="inset:auto 0 0;margin:0;width:100%;height:70vh"><x-items></x-items></div>';
    root.querySelector('x-items')!.attachShadow({mode: 'open'}).innerHTML =
      '<div style="height:70vh">Menu</div>';
    root.querySelector<HTMLElement>('[popover]')!.showPopover();
  });
  await looks(page);
  expect(await met(page)).toEqual(['x-menu', 'x-menu', 'x-menu']);
});

for (const [what, css] of Object.entries({
  'a body': 'body{zoom:2}',
  'a body made small': 'body{zoom:.5}',
  'a root': 'html{zoom:1.5}',
  'a root and a body': 'html{zoom:1.2}body{zoom:1.2}',
})) {
  test(`2.4.11: ${what} that is zoomed: the room is as high as the banner, no focused link is hidden`, async ({
    site,
  }) => {
    const links = Array.from({length: 60}, (_, i) => `<p><a href="#${i}">${i}</a></p>`).join('');
    const page = await site.visit({
      head: `<style>body{margin:0}${css}</style>`,
      body: `<main>${links}</main>`,
    });
    await expect(banner(page)).toBeVisible();
    await attended(page);
    // At the end of the page, and where links come to stand; as against what the banner takes.
    const rooms = () =>
      page.evaluate(() => {
        const box = document
          .querySelector('consent-choice')!
          .shadowRoot!.querySelector('[part=banner]')!
          .getBoundingClientRect();
        const room = innerHeight - box.top;
        const {body, documentElement} = document;
        return (
          [
            [body, 'paddingBottom'],
            [documentElement, 'scrollPaddingBottom'],
          ] as const
        ).map(([element, name]) => {
          const {currentCSSZoom = 1} = element as {currentCSSZoom?: number};
          return Math.abs(parseFloat(getComputedStyle(element)[name]) * currentCSSZoom - room) < 1;
        });
      });
    await expect.poll(rooms).toEqual([true, true]);
    const hidden: unknown[] = [];
    for (let i = 0; i < 60; i++) {
      const under = await page.evaluate((number) => {
        const link = document.links[number]!;
        link.focus();
        const {top} = document
          .querySelector('consent-choice')!
          .shadowRoot!.querySelector('[part=banner]')!
          .getBoundingClientRect();
        const own = link.getBoundingClientRect().top;
        return own > top && {number, own, top};
      }, i);
      if (under) hidden.push(under);
    }
    expect(hidden).toEqual([]);
  });
}

test('2.4.11: a part of the page that scrolls by itself and is zoomed has as much room as the banner takes', async ({
  site,
}) => {
  const page = await site.visit({
    head: '<style>html,body{height:100%;margin:0}main{height:100%;overflow:auto;zoom:1.5}</style>',
    body: `<main>${'<p>Text</p>'.repeat(60)}<p><a href="#last">Last</a></p></main>`,
  });
  await expect(banner(page)).toBeVisible();
  await attended(page);
  const link = page.getByRole('link', {name: 'Last'});
  await link.focus();
  const below = await page.evaluate(() => {
    const main = document.querySelector('main')!;
    main.scrollTop = 1e6;
    const {top} = document
      .querySelector('consent-choice')!
      .shadowRoot!.querySelector('[part=banner]')!
      .getBoundingClientRect();
    const {currentCSSZoom = 1} = main as {currentCSSZoom?: number};
    const {paddingBottom, scrollPaddingBottom} = getComputedStyle(main);
    return [paddingBottom, scrollPaddingBottom].map(
      (room) => parseFloat(room) * currentCSSZoom - (innerHeight - top),
    );
  });
  for (const difference of below) expect(Math.abs(difference)).toBeLessThan(1);
});

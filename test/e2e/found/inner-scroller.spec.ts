import {banner, bannerButton} from '../../helpers/banner.js';
import {expect, test} from '../../helpers/site.js';

/*
 * Pages in which not the window scrolls but an element in it: the banner lies over the end of that.
 */

const SHELLS = {
  'a fixed main': 'main{position:fixed;inset:0;overflow:auto}',
  'a body': 'html{overflow:hidden;height:100%}body{height:100%;overflow:auto;margin:0}',
  'a main of full height':
    'html,body{height:100%;margin:0;overflow:hidden}main{height:100%;overflow:auto}',
  'a column of boxes':
    'html,body{height:100%;margin:0}body{display:flex;flex-direction:column;overflow:hidden}main{flex:1;min-height:0;overflow:auto}',
};
const LINKS = Array.from({length: 80}, (_, i) => `<p><a href="#${i}">Link ${i}</a></p>`).join('');

for (const [what, css] of Object.entries(SHELLS)) {
  test(`2.4.11: ${what} that scrolls by itself: no focused link is hidden, the last one can be reached`, async ({
    site,
    page: first,
  }) => {
    await first.setViewportSize({width: 600, height: 800});
    const page = await site.visit({
      page: first,
      head: `<style>${css}</style>`,
      body: `<main>${LINKS}</main>`,
    });
    await expect(banner(page)).toBeVisible();
    const styleOf = () =>
      page.evaluate(() =>
        [document.body, document.querySelector('main')!].map((one) => one.getAttribute('style')),
      );
    await expect.poll(async () => (await styleOf()).join()).toContain('scroll-padding-bottom');
    const hidden = () =>
      page.evaluate(() => {
        const {top} = document
          .querySelector('consent-choice')!
          .shadowRoot!.querySelector('[part=banner]')!
          .getBoundingClientRect();
        return document.activeElement!.getBoundingClientRect().bottom > top + 1;
      });
    await page.evaluate(() => document.querySelector('a')!.focus());
    let count = 0;
    for (let i = 0; i < 80; i++) {
      if (await hidden()) count++;
      if (i < 79) await page.keyboard.press('Tab');
    }
    expect(count).toBe(0);
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Link 79');
    // By the wheel, too.
    await page.evaluate(() => {
      document.body.scrollTop = 0;
      document.querySelector('main')!.scrollTop = 0;
    });
    await page.mouse.move(300, 200);
    await page.mouse.wheel(0, 100_000);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const {top} = document
            .querySelector('consent-choice')!
            .shadowRoot!.querySelector('[part=banner]')!
            .getBoundingClientRect();
          return [...document.links].at(-1)!.getBoundingClientRect().bottom <= top;
        }),
      )
      .toBe(true);
    await bannerButton(page, 'reject').click();
    await expect.poll(async () => (await styleOf()).join().replace(/\s/g, '')).toBe(',');
  });
}

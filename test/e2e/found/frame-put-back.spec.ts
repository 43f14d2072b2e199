import {bannerButton, choose} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

const FILM = 'https://www.youtube-nocookie.com/embed/M7lc1UVf-VE';

for (const way of ['the element itself', 'a copy, as routers keep of a view'])
  test(`invariant 1: a frame that was out of the page at the withdrawal asks for nothing when it is put back: ${way}`, async ({
    site,
  }) => {
    const page = await site.visit({
      body: `<main><iframe data-consent="youtube" data-src="${FILM}"></iframe></main>`,
    });
    await bannerButton(page, 'accept').press('Enter');
    const asked = () => site.ledger.requests.filter(({url}) => url === FILM).length;
    await expect.poll(asked).toBe(1);
    await site.ledger.settle();
    const view = await page.evaluateHandle((copy) => {
      const main = document.querySelector('main')!;
      const kept = copy ? (main.cloneNode(true) as Element) : main;
      main.remove();
      return kept;
    }, way.includes('copy'));
    await choose(page, {youtube: false});
    await site.ledger.settle();
    site.ledger.clear();
    await view.evaluate((element) => document.body.append(element));
    await site.ledger.settle();
    expect(asked()).toBe(0);
  });

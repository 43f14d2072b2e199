import {bannerButton} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('gated markup in an open shadow root opens, too', async ({site}) => {
  const page = await site.visit({
    body: '<x-film><template shadowrootmode="open"><iframe data-consent="youtube" data-src="https://www.youtube-nocookie.com/embed/one"></iframe></template></x-film>',
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() => site.ledger.vendorRequests('www.youtube-nocookie.com').length, {timeout: 3000})
    .toBe(1);
});

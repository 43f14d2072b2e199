import {bannerButton} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('a frame follows its data-src while it is granted', async ({site}) => {
  const film = 'https://www.youtube-nocookie.com/embed/';
  const page = await site.visit({
    body: `<iframe data-consent="youtube" data-src="${film}one"></iframe>`,
  });
  await bannerButton(page, 'accept').press('Enter');
  const frames = () => site.ledger.vendorRequests('www.youtube-nocookie.com').map(({path}) => path);
  await expect.poll(frames).toContain('/embed/one');
  await page.evaluate(
    (address) => (document.querySelector('iframe')!.dataset['src'] = address),
    `${film}two`,
  );
  await expect.poll(frames, {timeout: 3000}).toContain('/embed/two');
});

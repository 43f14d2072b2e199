import {bannerButton, preferences} from '../../helpers/banner.js';
import {holdBack} from '../../helpers/hold-back.js';
import {expect, test} from '../../helpers/site.js';

test('open() does not wait for gated markup', async ({site}) => {
  holdBack(site, '/dist/consent-gate-markup.js');
  const page = await site.visit({
    waitUntil: 'commit',
    body: '<script type="text/plain" data-consent="necessary">1</script>',
  });
  await expect(bannerButton(page, 'accept')).toBeVisible();
  await page.evaluate(() => void window.consentGate!.open());
  await expect(preferences(page)).toBeVisible({timeout: 3000});
});

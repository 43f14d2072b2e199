import {banner} from '../../helpers/banner.js';
import {config, expect, test} from '../../helpers/site.js';

test('texts of a regional language go before ours of the language', async ({site}) => {
  const page = await site.visit({
    lang: 'en-GB',
    config: {...config, texts: {'en-GB': {title: 'Biscuits'}}},
  });
  await expect(banner(page)).toBeVisible();
  await expect(banner(page).locator('h2')).toHaveText('Biscuits', {timeout: 3000});
});

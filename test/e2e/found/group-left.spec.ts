import {banner, bannerButton} from '../../helpers/banner.js';
import {config, expect, test, type Site} from '../../helpers/site.js';

const records = async (site: Site) =>
  (await site.ledger.cookies())
    .filter(({name}) => name.endsWith('consent-gate'))
    .map(({name, domain}) => `${name} ${domain}`)
    .sort();

test('an answer on a host with a record of its own leaves the group its refusal', async ({
  site,
}) => {
  const shared = {...config, cookie: {domain: 'shop.example'}};
  const page = await site.visit({url: 'https://shop.example/', config: shared});
  await bannerButton(page, 'reject').click();
  await expect.poll(() => records(site)).toHaveLength(1);
  await site.visit({url: 'https://www.shop.example/', config});
  await bannerButton(page, 'accept').press('Enter');
  await expect
    .poll(() => records(site))
    .toEqual(['__Host-consent-gate www.shop.example', '__Secure-consent-gate .shop.example']);
  await site.visit({url: 'https://shop.example/', config: shared});
  await expect(page.locator('[data-consent-open]')).toBeVisible();
  await expect(banner(page)).toBeHidden();
});

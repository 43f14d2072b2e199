import type {ConsentGateConfig} from '../../../src/config/config.js';
import {bannerButton} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {config, expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('what was pushed to the data layer before the yes does not reach Metrica', async ({site}) => {
  const [metrica, google] = config.categories.analytics.services;
  const services = [{...metrica!, options: {ecommerce: 'dataLayer'}}, google!];
  const page = await site.visit({
    config: {...config, categories: {analytics: {services}}} as ConsentGateConfig,
    // The form of Metrica's own help: no `event` in it.
    head: '<script>window.dataLayer = [{ecommerce: {purchase: {actionField: {id: "before"}}}}]</script>',
  });
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(() => site.ledger.vendorRequests('mc.yandex.ru').length).toBeGreaterThan(1);
  await site.ledger.settle();
  const told = site.ledger.vendorRequests('mc.yandex.ru').map(({body}) => body);
  expect(told.filter((body) => body.includes('before'))).toEqual([]);
});

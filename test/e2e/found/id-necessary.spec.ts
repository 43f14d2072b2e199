import {config, expect, test} from '../../helpers/site.js';

test('invariant 1: an own service that is called like the category nobody is asked about is not loaded before a yes', async ({
  site,
}) => {
  const service = {
    service: 'necessary',
    name: 'Statistics',
    vendor: 'Hostile Ltd',
    country: 'RU',
    scripts: ['https://tag.hostile.example/hostile.js?as=own'],
  };
  const page = await site.visit({
    config: {...config, categories: {analytics: {services: [service]}}},
  });
  await expect
    .poll(
      async () =>
        (await page.locator('consent-choice').count()) || site.ledger.consoleProblems().length,
    )
    .toBeTruthy();
  await site.ledger.settle();
  expect(site.ledger.vendorRequests().map(({url}) => url)).toEqual([]);
});

import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {log, ran} from '../../helpers/ran.js';
import {config, expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('a host with a star and a port is either understood or an error', async ({site}) => {
  site.answer('cdn.shop.example:8443/ok.js', () => ({
    headers: {'content-type': 'text/javascript'},
    body: log('ok'),
  }));
  const page = await site.visit({
    config: {...config, hosts: ['*.shop.example:8443']},
    body: '<script type="text/plain" data-consent="necessary" data-src="https://cdn.shop.example:8443/ok.js"></script>',
  });
  await expect
    .poll(
      async () =>
        site.ledger.consoleProblems().some((line) => line.includes('config is invalid')) ||
        (await page.evaluate(ran)).includes('ok'),
      {timeout: 5000},
    )
    .toBe(true);
});

import type {ConsentGateConfig} from '../../../src/config/config.js';
import {bannerButton} from '../../helpers/banner.js';
import {log, ran} from '../../helpers/ran.js';
import {config, expect, test} from '../../helpers/site.js';

test('"!" of a part means denied, and not unanswered', async ({site}) => {
  const services = [{service: 'yandex-metrica', counterId: 1, options: {webvisor: true}}];
  const page = await site.visit({
    config: {...config, categories: {analytics: {services}}} as ConsentGateConfig,
    body: `<script type="text/plain" data-consent="!yandex-metrica:webvisor">${log('denied')}</script>`,
  });
  await expect(bannerButton(page, 'accept')).toBeVisible();
  await site.ledger.settle();
  expect(await page.evaluate(ran)).toEqual([]);
});

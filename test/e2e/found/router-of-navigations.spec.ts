import type {ConsentGateConfig} from '../../../src/config/config.js';
import {bannerButton} from '../../helpers/banner.js';
import {GATED, ran} from '../../helpers/ran.js';
import {family} from '../../helpers/scorecard.js';
import {config, expect, test} from '../../helpers/site.js';
import {pageLoads} from '../../helpers/withdrawal.js';

/** As routers on the Navigation API are written; another way to the same is to prevent. */
const router = (how: string) =>
  `<script>window.navigation?.addEventListener('navigate', (event) => {
    if (!event.canIntercept || event.hashChange || event.downloadRequest !== null || event.formData) return;
    ${how}
  })</script>`;
const MANAGER = {service: 'google-tag-manager', containerId: 'GTM-TEST1', crossBorder: true};

for (const how of ['event.intercept({handler: async () => {}})', 'event.preventDefault()']) {
  for (const what of family(['a gated script', 'Tag Manager'])) {
    test(`a router that makes every navigation its own swallows no reload: ${how}, ${what}`, async ({
      site,
    }) => {
      const gated = what === 'a gated script';
      const services = gated ? config.categories.analytics.services : [MANAGER];
      const page = await site.visit({
        config: {...config, categories: {analytics: {services}}} as ConsentGateConfig,
        head: router(how),
        body: gated ? GATED : '',
      });
      await page.evaluate(() => window.navigation?.updateCurrentEntry({state: 'kept'}));
      await bannerButton(page, 'accept').press('Enter');
      if (gated) await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
      else await expect.poll(() => site.ledger.vendorRequests().length).toBeGreaterThan(0);
      await page.evaluate(() => window.consentGate!.rejectAll());
      await expect.poll(() => pageLoads(site)).toBe(2);
      await page.waitForFunction(() => window.consentGate?.decision.status === 'decided');
      expect(await page.evaluate(ran)).toEqual([]);
      expect(await page.evaluate(() => window.navigation?.currentEntry?.getState() ?? 'kept')).toBe(
        'kept',
      );
    });
  }
}

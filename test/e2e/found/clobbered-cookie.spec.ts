import {banner, bannerButton} from '../../helpers/banner.js';
import {family, full} from '../../helpers/scorecard.js';
import {config, expect, test} from '../../helpers/site.js';
import {answersInCookie} from '../../helpers/tabs.js';

const markups = ['<img name="cookie">', '<form name="cookie"></form>'];
for (const [i, markup] of family([...markups.entries()])) {
  const jars = [undefined, {domain: 'shop.example'}];
  for (const cookie of full([jars[i]], jars)) {
    test(`F9: a comment with ${markup}: the answer is known there, and one given there holds, ${cookie ? 'shared' : 'alone'}`, async ({
      site,
    }) => {
      const own = {...config, cookie};
      const page = await site.visit({config: own});
      await bannerButton(page, 'accept').press('Enter');
      await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': true});
      await site.visit({path: '/comments', body: markup, config: own});
      await expect(page.locator('[data-consent-open]')).toBeVisible();
      await expect(banner(page)).toBeHidden();
      await page.evaluate(() => window.consentGate!.rejectAll());
      await expect.poll(() => answersInCookie(site)).toMatchObject({'google-analytics': false});
      site.ledger.clear();
      await site.visit({config: own});
      await expect(page.locator('[data-consent-open]')).toBeVisible();
      await site.ledger.settle();
      expect(site.ledger.vendorRequests()).toEqual([]);
      expect(site.ledger.consoleProblems()).toEqual([]);
    });
  }
}

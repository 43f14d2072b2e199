import {bannerButton, preferences} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {config, expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('in a page that is XHTML the preferences open', async ({site}) => {
  const {page} = site;
  const html = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A shop</title>
    <script type="application/json" data-consent-gate="">${JSON.stringify(config)}</script>
    <script src="/dist/consent-gate.js" defer="defer"></script></head><body><p>A shop</p></body></html>`;
  site.serve('/xhtml', html, {headers: {'content-type': 'application/xhtml+xml'}});
  await page.goto('https://www.shop.example/xhtml');
  await bannerButton(page, 'settings').click();
  await expect(preferences(page).locator('[data-action=save]')).toBeVisible({timeout: 5000});
});

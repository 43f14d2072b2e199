import {bannerButton} from '../../helpers/banner.js';
import {expect, test} from '../../helpers/site.js';

const HOST = 'tag.hostile.example';

for (const tag of ['embed', 'iframe'] as const) {
  test(`a gated <${tag}> falls silent at the no`, async ({site}) => {
    const beat = `<script>setInterval(() => fetch('/hit?beat'), 100)</script>`;
    site.answer(/hit\.html/, () => ({headers: {'content-type': 'text/html'}, body: beat}));
    const beats = () => site.ledger.vendorRequests(HOST).filter(({path}) => path === '/hit').length;
    const page = await site.visit({
      body: `<${tag} data-consent="youtube" data-src="https://${HOST}/hit.html"></${tag}>`,
    });
    // Not by a key: Firefox's driver waits for what <embed> loads, at times for ever.
    await expect(bannerButton(page, 'accept')).toBeVisible();
    await page.evaluate(() => window.consentGate!.acceptAll());
    await expect.poll(beats).toBeGreaterThan(2);
    await page.evaluate(() => window.consentGate!.rejectAll());
    // Never ends where something goes on asking.
    await site.ledger.settle();
  });
}

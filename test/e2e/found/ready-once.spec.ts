import {expect, test} from '../../helpers/site.js';
import {uncaught} from '../../helpers/uncaught.js';

test('consent-ready comes once, also where a listener of it answers', async ({site}) => {
  const page = await site.visit({
    head: `<script>
      window.times = 0;
      document.addEventListener('consent-ready', () => {
        times++;
        consentGate.choose({functional: false});
      });
    </script>`,
  });
  await expect.poll(() => page.evaluate(() => window.consentGate!.decision.status)).toBe('decided');
  expect(uncaught(site.ledger)).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as {times: number}).times)).toBe(1);
});

import {createHash} from 'node:crypto';
import {bannerButton} from '../../helpers/banner.js';
import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {config, expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('a policy of hashes holds against gated markup that was slipped in', async ({site}) => {
  site.serve('https://evil.example.test/x.js', 'window.evil = 1');
  const loader = `document.head.append(Object.assign(document.createElement('script'), {src: '/dist/consent-gate.js'}))`;
  const hash = createHash('sha256').update(loader).digest('base64');
  const page = await site.visit({
    door: 'none',
    head: `<script type="application/json" data-consent-gate>${JSON.stringify(config)}</script>`,
    body: `<p><script type="text/plain" data-consent="necessary" data-src="https://evil.example.test/x.js"></script></p><script>${loader}</script>`,
    headers: {'content-security-policy': `script-src 'sha256-${hash}' 'strict-dynamic'`},
  });
  await expect(bannerButton(page, 'accept')).toBeVisible();
  await site.ledger.settle();
  expect(await page.evaluate(() => 'evil' in window)).toBe(false);
});

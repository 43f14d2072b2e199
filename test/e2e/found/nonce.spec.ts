import {bannerButton} from '../../helpers/banner.js';
import {config, expect, test} from '../../helpers/site.js';

/** A page whose policy of nonces keeps a comment with markup from running anything. */
const POLICY = {
  'content-security-policy': "script-src 'nonce-R4nd0m' 'strict-dynamic'; object-src 'none'",
};
const OURS =
  `<script type="application/json" data-consent-gate>${JSON.stringify(config)}</script>` +
  '<script nonce="R4nd0m" src="/dist/consent-gate.js" defer></script>';

test('a policy of nonces holds against gated markup that was slipped in: before the scripts of the page', async ({
  site,
}) => {
  site.serve('https://evil.example.test/x.js', 'window.evil = 1');
  const page = await site.visit({
    door: 'none',
    body:
      '<p><script nonce="guessed" type="text/plain" data-consent="necessary" data-src="https://evil.example.test/x.js"></script></p>' +
      OURS,
    headers: POLICY,
  });
  await expect(bannerButton(page, 'accept')).toBeVisible();
  await site.ledger.settle();
  expect(await page.evaluate(() => 'evil' in window)).toBe(false);
});

test('a policy of nonces holds against gated markup that was slipped in: a script of SVG', async ({
  site,
}) => {
  site.serve('https://evil.example.test/x.js', 'window.evil = 1');
  const page = await site.visit({
    door: 'none',
    head: OURS,
    body: '<svg><script data-consent="necessary" data-href="https://evil.example.test/x.js"></script></svg>',
    headers: POLICY,
  });
  await expect(bannerButton(page, 'accept')).toBeVisible();
  await site.ledger.settle();
  expect(await page.evaluate(() => 'evil' in window)).toBe(false);
});

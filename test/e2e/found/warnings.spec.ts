import {skipWhatIsMissing} from '../../helpers/not-yet.js';
import {expect, test} from '../../helpers/site.js';

skipWhatIsMissing(test);

test('an unknown id is warned of: also in an early choose, and once', async ({site}) => {
  const page = await site.visit({
    body: `<script>addEventListener('DOMContentLoaded', () => consentGate.choose({analitics: true}))</script>`,
  });
  await expect.poll(() => page.evaluate(() => window.consentGate!.decision.status)).toBe('decided');
  await page.evaluate(() => [1, 2, 3].map(() => window.consentGate!.has('nothing')));
  const warnings = site.ledger.consoleProblems().filter((line) => line.includes('unknown '));
  expect(warnings).toEqual([
    'warning: consent-gate: unknown analitics',
    'warning: consent-gate: unknown nothing',
  ]);
});

import {holdBack} from '../../helpers/hold-back.js';
import {log, ran} from '../../helpers/ran.js';
import {expect, test} from '../../helpers/site.js';

test('answers of the page count in the order in which they were given', async ({site}) => {
  const arrive = holdBack(site, '/dist/consent-gate-markup.js');
  const page = await site.visit({
    waitUntil: 'commit',
    body: `<script type="text/plain" data-consent="necessary">${log('ran')}</script>
      <script>addEventListener('DOMContentLoaded', () => consentGate.choose({functional: true}))</script>`,
  });
  // At work, with gated markup still on its way.
  await expect
    .poll(() =>
      page.evaluate(() => 'functional' in (window.consentGate?.decision.categories ?? {})),
    )
    .toBe(true);
  await page.evaluate(() => window.consentGate!.rejectAll());
  arrive();
  await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
  await site.ledger.settle();
  expect(await page.evaluate(() => window.consentGate!.has('functional'))).toBe(false);
});

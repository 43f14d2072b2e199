import {bannerButton} from '../../helpers/banner.js';
import {log, ran} from '../../helpers/ran.js';
import {expect, test} from '../../helpers/site.js';

test('gated code that is still being parsed runs when it is whole', async ({site}) => {
  const page = await site.visit();
  await bannerButton(page, 'accept').press('Enter');
  await expect.poll(async () => (await site.ledger.cookieNames()).join()).toContain('consent-gate');
  let goOn = () => {};
  const rest = new Promise<void>((resolve) => (goOn = resolve));
  const start = site
    .html({
      door: 'module',
      body: `<script type="text/plain" data-consent="necessary">${log('ready')}</script>`,
    })
    .replace('type="module"', 'type="module" async')
    .replace('</body></html>', '');
  site.answer('/slow', () => ({
    headers: {'content-type': 'text/html'},
    body: (async function* () {
      yield start;
      await rest;
      yield `<script type="text/plain" data-consent="analytics">${log('first half')};`;
      await new Promise((resolve) => setTimeout(resolve, 300));
      yield `${log('second half')}</script></body></html>`;
    })(),
  }));
  await page.goto('https://www.shop.example/slow', {waitUntil: 'commit'});
  await expect.poll(() => page.evaluate(ran)).toEqual(['ready']);
  goOn();
  await expect
    .poll(() => page.evaluate(ran), {timeout: 5000})
    .toEqual(['ready', 'first half', 'second half']);
});

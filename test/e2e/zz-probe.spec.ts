import {expect, test} from '../helpers/site.js';
for (const door of ['lazy'] as const) {
  test(`probe ${door}`, async ({site}) => {
    const t = Date.now();
    const running = new Set<string>();
    site.context.on('request', (r) => running.add(r.url()));
    site.context.on('requestfinished', (r) => running.delete(r.url()));
    site.context.on('requestfailed', (r) => running.delete(r.url()));
    const log = (s: string) => console.log(Date.now() - t, s, [...running]);
    const page = await site.visit({door});
    log('visited');
    await page.locator('[data-action=accept]').waitFor();
    log('banner');
    expect(await site.ledger.traces()).toEqual([]);
    await page.locator('[data-action=accept]').click();
    log('clicked');
    await site.ledger.settle();
    log('settled');
    await page.reload();
    log('reloaded');
    await site.ledger.settle();
    log('settled');
  });
}

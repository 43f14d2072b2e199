import {expect, type Page} from 'playwright/test';

/** A page that does something of its own: a button that counts, a field, room to scroll. */
export const LIVELY =
  '<main><h1>A shop</h1><button type="button" id="buy" onclick="this.value=+this.value+1">Buy</button> ' +
  '<input id="search" aria-label="Search"><div style="height:3000px"></div></main>';

/** Clicks, types and scrolls in a page with `LIVELY` in it: whatever we do, this must go on. */
export async function expectToWork(page: Page): Promise<void> {
  const [button, field] = [page.locator('#buy'), page.locator('#search')];
  const before = Number(await button.getAttribute('value'));
  await button.click();
  await expect(button).toHaveAttribute('value', String(before + 1));
  await field.fill('');
  await field.click();
  await page.keyboard.type('shoes');
  await expect(field).toHaveValue('shoes');
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
}

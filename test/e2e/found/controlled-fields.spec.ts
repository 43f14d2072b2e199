import {bannerButton, choose} from '../../helpers/banner.js';
import {GATED, ran} from '../../helpers/ran.js';
import {family} from '../../helpers/scorecard.js';
import {expect, test} from '../../helpers/site.js';

// As React does with each controlled input and textarea: the attribute follows the value.
const FIELDS = {
  input: '<input oninput="this.setAttribute(\'value\', this.value)">',
  textarea: '<textarea oninput="this.defaultValue = this.value"></textarea>',
};

for (const [name, field] of family(Object.entries(FIELDS))) {
  test(`what is typed is not lost where the markup follows it: ${name}`, async ({site}) => {
    const page = await site.visit({body: field + GATED});
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => page.evaluate(ran)).toEqual(['ran']);
    await page.locator(name).first().fill('an hour of work');
    await choose(page, {analytics: false});
    await site.ledger.settle(1000);
    expect(await page.locator(name).first().inputValue()).toBe('an hour of work');
  });
}

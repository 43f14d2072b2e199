import {readFileSync} from 'node:fs';
import {banner, preferences} from '../helpers/banner.js';
import {expect, test} from '../helpers/site.js';

/*
 * The owner's own looks: each custom property that our element documents changes what it says it does.
 */

const DOCUMENTED = [
  ...readFileSync(
    new URL('../../src/ui/choice/choice-element.ts', import.meta.url),
    'utf8',
  ).matchAll(/@cssproperty (\S+)/g),
].map(([, name]) => name!);

const LAYERS = '[part~=banner], [part~=preferences]';

/** A value for each, what it is seen at, and in what. Colours that are legible beside ours. */
const SEEN: Readonly<Record<string, readonly [value: string, where: string, property: string]>> = {
  '--consent-background': ['rgb(240, 250, 255)', LAYERS, 'background-color'],
  '--consent-text': ['rgb(40, 0, 80)', LAYERS, 'color'],
  '--consent-muted': ['rgb(80, 40, 0)', '.muted, .state', 'color'],
  '--consent-border': ['rgb(200, 0, 100)', LAYERS, 'border-top-color'],
  '--consent-accent': ['rgb(0, 60, 120)', '[part=button]', 'background-color'],
  '--consent-accent-text': ['rgb(255, 250, 200)', '[part=button]', 'color'],
  '--consent-focus': ['rgb(160, 0, 0)', ':focus-visible', 'outline-color'],
  '--consent-font': ['monospace', LAYERS, 'font-family'],
  '--consent-radius': ['3px', LAYERS, 'border-top-left-radius'],
  '--consent-shadow': ['rgb(9, 9, 9) 0px 0px 9px 0px', LAYERS, 'box-shadow'],
  '--consent-width': ['345px', '[part~=banner]', 'max-width'],
  '--consent-z-index': ['7', '', 'z-index'],
};

test('each custom property that is documented changes how something looks', async ({site}) => {
  const page = await site.visit();
  await expect(banner(page)).toBeVisible();
  await page.evaluate(() => window.consentGate!.open());
  await expect(preferences(page)).toBeVisible();
  // From the heading, which shows no focus, to a button.
  await page.keyboard.press('Tab');

  expect(Object.keys(SEEN)).toEqual(DOCUMENTED);
  for (const [name, [value, where, property]] of Object.entries(SEEN)) {
    await test.step(name, async () => {
      const looks = () =>
        page.evaluate(
          ([selector, key]) => {
            const host = document.querySelector('consent-choice')!;
            const found = selector ? [...host.shadowRoot!.querySelectorAll(selector)] : [host];
            return found.map((element) => getComputedStyle(element).getPropertyValue(key));
          },
          [where, property] as const,
        );
      const before = await looks();
      expect(before.length).toBeGreaterThanOrEqual(where === LAYERS ? 2 : 1);
      expect(before).not.toContain(value);
      const style = await page.addStyleTag({content: `consent-choice{${name}:${value}}`});
      expect(await looks()).toEqual(before.map(() => value));
      await style.evaluate((element) => (element as HTMLStyleElement).remove());
      expect(await looks()).toEqual(before);
    });
  }
});

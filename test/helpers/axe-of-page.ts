import {readFile} from 'node:fs/promises';
import type {Page} from 'playwright/test';

interface AxeWindow extends Window {
  axe?: {run(context: Document, options: object): Promise<{violations: readonly Violation[]}>};
}
interface Violation {
  readonly id: string;
  readonly nodes: readonly {readonly target: unknown; readonly failureSummary?: string}[];
}

/** A to AAA, what is best practice, and the two rules that axe does not run by itself. */
const OPTIONS = {
  runOnly: [
    ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag22a'],
    'best-practice',
  ],
  rules: {'label-content-name-mismatch': {enabled: true}, 'target-size': {enabled: true}},
};

/** What axe finds on a page as it is now, open shadow roots included; one line for each element. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(
      await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'),
    );
  }
  return page.evaluate(async (options) => {
    const {violations} = await (window as AxeWindow).axe!.run(document, options);
    return violations.flatMap(({id, nodes}) =>
      nodes.map((node) => `${id} ${JSON.stringify(node.target)}: ${node.failureSummary}`),
    );
  }, OPTIONS);
}

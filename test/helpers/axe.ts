import 'axe-core/axe.min.js';

interface Violation {
  readonly id: string;
  readonly nodes: readonly {readonly target: unknown; readonly failureSummary?: string}[];
}
const {axe} = globalThis as unknown as {
  axe: {run(context: Document, options: object): Promise<{violations: Violation[]}>};
};

/** What axe finds on the page: WCAG 2.2 A and AA, and best practice. */
export async function violations(): Promise<string[]> {
  const result = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return result.violations.map(
    ({id, nodes}) =>
      `${id}: ${nodes.map((node) => `${JSON.stringify(node.target)} ${node.failureSummary}`).join('; ')}`,
  );
}

/** A measured result, as the scorecard shows it. */
export interface Figure {
  /** Stable and sortable: `invariant-04-cold-start`. */
  id: string;
  /** What was measured, for people. */
  name: string;
  /** How many times. */
  n: number;
  result: string | number;
  /** What the result had to be, e.g. `0` or `≤ 50 ms`. */
  limit: string | number;
  ok: boolean;
  /** Which browser; known by itself in @web/test-runner, `browserName` in Playwright. */
  engine?: string;
}

/**
 * Reports a figure to the scorecard, and throws where it misses its limit. Works in a page of
 * @web/test-runner and in Playwright's node process; `npm test` prints all figures at its end.
 */
export function figure(measured: Figure): void {
  if (inBrowser) {
    // The test server picks this line out of the log and files it, see test/setup/wtr-results.mjs.
    console.log('scorecard figure', JSON.stringify({engine: engineOfPage(), ...measured}));
  } else {
    // Not an import: the browser could not resolve it.
    const {appendFileSync, mkdirSync} = process.getBuiltinModule('node:fs');
    mkdirSync('test-results', {recursive: true});
    appendFileSync('test-results/figures.jsonl', `${JSON.stringify(measured)}\n`);
  }
  if (!measured.ok) {
    throw new Error(`${measured.name}: ${measured.result}, expected ${measured.limit}`);
  }
}

/** The long count in `npm run scorecard`, the short one in `npm test`: `for (…; i < full(100, 1000); …)`. */
export function full<T>(reduced: T, all: T): T {
  // In a page the test server has put the value here, see test/setup/web-test-runner.config.mjs.
  return process.env.SCORECARD === 'full' ? all : reduced;
}

/** All of them in `npm run scorecard`, every third in `npm test`. */
export const fullList = <T>(all: readonly T[]): readonly T[] =>
  full(
    all.filter((_, i) => i % 3 === 0),
    all,
  );

/**
 * The cases of a family, each a test of its own: all of them where all engines run (as the CI does) and in
 * `npm run scorecard`, every third in `npm test` with one engine, which is to take less than 8 minutes.
 */
export const family = <T>(all: readonly T[]): readonly T[] =>
  process.env['ALL_BROWSERS'] ? all : fullList(all);

const inBrowser = typeof document !== 'undefined';

function engineOfPage(): string {
  const agent = navigator.userAgent;
  return /Firefox\//.test(agent) ? 'firefox' : /Chrome\//.test(agent) ? 'chromium' : 'webkit';
}

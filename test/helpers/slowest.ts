import {figure, full} from './scorecard.js';

/**
 * Reports the longest of these times, in ms, between an answer and what is to follow it within a second. The scorecard
 * holds it to that second; beside other tests on a loaded machine a browser may itself be late, so there it is two.
 */
export function slowest(engine: string, id: string, name: string, times: readonly number[]): void {
  const most = Math.max(...times);
  const limit = full(2000, 1000);
  figure({
    id,
    name,
    n: times.length,
    result: `${most} ms`,
    limit: `≤ ${limit} ms`,
    ok: most <= limit,
    engine,
  });
}

import fc from 'fast-check';
import {figure, type Figure} from './scorecard.js';

/**
 * Runs a property and reports it to the scorecard with its seed. The way back to a failure is in the
 * message: `fc.assert(property, {seed, path})`.
 */
export function checkProperty<Ts>(
  what: Pick<Figure, 'id' | 'name' | 'n'>,
  property: fc.IProperty<Ts>,
): void {
  const run = fc.check(property, {numRuns: what.n});
  if (run.failed) console.error(fc.defaultReportMessage(run), run.errorInstance);
  figure({
    ...what,
    name: `${what.name} (seed ${run.seed})`,
    result: run.failed ? `at least 1, after ${run.numRuns}` : 0,
    limit: 0,
    ok: !run.failed,
  });
}

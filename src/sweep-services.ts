import {sweepDenied, type Said} from './gates/sweep-denied.js';
import type {HeldService} from './services/held-service.js';
import {leavesOf} from './services/leaves.js';

/** Deletes what a site's services have left that are not granted; see `sweepDenied`. */
export const sweepServices = (
  held: readonly HeldService[],
  said: Said,
  everywhere: boolean,
): void =>
  sweepDenied(
    held.map((one) => ({id: one.service.id, ...leavesOf(one)})),
    said,
    everywhere,
  );

import {report} from './browser/report.js';
import {sweepDenied, type Said} from './gates/sweep-denied.js';
import type {HeldService} from './services/held-service.js';
import {leavesOf} from './services/leaves.js';

/** What of a site is swept. */
export interface Swept {
  readonly held: readonly HeldService[];
  readonly store: Said;
  /** Each resolves when a service has its file, or will not get it. */
  readonly coming: readonly Promise<unknown>[];
}

/** Whether what it may keep is not known yet: its file is on its way. */
const isUnknown = ({service, configured: [entry]}: HeldService): boolean =>
  !service.revision && !entry!['vendor'];

/** Deletes what a site's services have left that are not granted; see `sweepDenied`. */
export function sweepServices({held, store, coming}: Swept, everywhere: boolean): void {
  const withAds = held.some(({service}) => service.id === 'google-ads');
  const sweep = () =>
    sweepDenied(
      held.map((one) => ({id: one.service.id, ...leavesOf(one, withAds)})),
      store,
      everywhere,
    );
  // Google Ads may keep what a denied Analytics must not.
  if (held.some((one) => store.has(one.service.id) && isUnknown(one))) {
    void Promise.all(coming).then(sweep).catch(report);
  } else {
    sweep();
  }
}

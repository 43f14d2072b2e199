import {report} from './browser/report.js';
import type {Store} from './decision/store.js';
import {earlierOf, type Asked} from './decision/unasked.js';
import {sweepDenied, type Said} from './gates/sweep-denied.js';
import type {HeldService} from './services/held-service.js';
import {leavesOf} from './services/leaves.js';

/** What of a site is swept. */
export interface Swept {
  readonly held: readonly HeldService[];
  readonly store: Said & Partial<Pick<Store, 'record'>>;
  readonly config?: Asked['config'];
  /** Each resolves when a service has its file, or will not get it. */
  readonly coming: readonly Promise<unknown>[];
}

/** Whether what it may keep is not known yet: its file is on its way. */
const isUnknown = ({service, configured: [entry]}: HeldService): boolean =>
  !service.revision && !entry!['vendor'];

/** Deletes what a site's services have left that are not granted; see `sweepDenied`. */
export function sweepServices(site: Swept, everywhere: boolean): void {
  const {held, store, coming, config} = site;
  const said: Said = {
    has: store.has,
    // Nobody has said no to it: what a sister host has got a yes for stays.
    answer: (id) =>
      earlierOf(config, store.record)?.unasked.has(id) ? undefined : store.answer(id),
  };
  const withAds = held.some(({service}) => service.id === 'google-ads');
  const sweep = () =>
    sweepDenied(
      held.map((one) => ({id: one.service.id, ...leavesOf(one, withAds)})),
      said,
      everywhere,
    );
  // Google Ads may keep what a denied Analytics must not.
  if (held.some((one) => store.has(one.service.id) && isUnknown(one))) {
    void Promise.all(coming).then(sweep).catch(report);
  } else {
    sweep();
  }
}

import {report} from '../browser/report.js';
import type {HeldService} from '../services/held-service.js';
import type {Page} from '../services/service.js';

/** The settings of what runs. The page's, not a gate's: it runs on when a gate is stopped. */
const running = new Set<string>();

/**
 * Lets services in and out as the decision says.
 * @returns loads what is granted and does not run, stops what runs and is not granted; the result is
 *   true when something that ran can only be stopped by a reload
 */
export function createServiceGate(services: readonly HeldService[], page: Page): () => boolean {
  return () => {
    let reload = false;
    for (const {configured, service} of services) {
      const key = JSON.stringify(configured);
      // One service that throws must not keep another from starting, or worse, from stopping.
      try {
        if (!page.has(service.id)) {
          if (!running.delete(key)) continue;
          reload ||= configured.some(({onWithdraw}) =>
            onWithdraw ? onWithdraw === 'reload' : service.reload,
          );
          service.stop?.(configured, page);
        } else if (running.has(key)) {
          service.update?.(configured, page);
        } else {
          running.add(key);
          service.load?.(configured, page);
        }
      } catch (error) {
        report(error);
      }
    }
    return reload;
  };
}

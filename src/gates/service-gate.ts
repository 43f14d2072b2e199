import {report} from '../browser/report.js';
import type {HeldService} from '../services/held-service.js';
import type {Page} from '../services/service.js';

/**
 * Lets services in and out as the decision says.
 * @returns loads what is granted and does not run, stops what runs and is not granted; the result is
 *   true when something that ran can only be stopped by a reload
 */
export function createServiceGate(services: readonly HeldService[], page: Page): () => boolean {
  const running = new Set<HeldService>();
  return () => {
    let reload = false;
    for (const held of services) {
      const {service, settings} = held;
      // One service that throws must not keep another from starting, or worse, from stopping.
      try {
        if (!page.has(service.id)) {
          if (!running.delete(held)) continue;
          reload ||= !!service.reload || settings.some(({onWithdraw}) => onWithdraw === 'reload');
          service.stop?.(settings, page);
        } else if (running.has(held)) {
          service.update?.(settings, page);
        } else {
          running.add(held);
          service.load(settings, page);
        }
      } catch (error) {
        report(error);
      }
    }
    return reload;
  };
}

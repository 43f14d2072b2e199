import {report} from '../browser/report.js';
import type {HeldService} from '../services/held-service.js';
import type {Page} from '../services/service.js';

/** The settings of what runs. The page's, not a gate's: it runs on when a gate is stopped. */
const running = new Set<string>();

/**
 * Lets services in and out as the decision says.
 * @param leave called where something is to end that only a reload ends, before any service is told: being
 *   told, it might ask its vendor
 * @returns loads what is granted and does not run, stops what runs and is not granted
 */
export function createServiceGate(
  services: readonly HeldService[],
  page: Page,
  leave: () => void,
): () => void {
  const keyOf = ({configured}: HeldService) => JSON.stringify(configured);
  return () => {
    if (
      services.some(
        (held) =>
          !page.has(held.service.id) &&
          running.has(keyOf(held)) &&
          held.configured.some(({onWithdraw}) =>
            onWithdraw ? onWithdraw === 'reload' : held.service.reload,
          ),
      )
    ) {
      leave();
    }
    for (const held of services) {
      const {configured, service} = held;
      const key = keyOf(held);
      // One service that throws must not keep another from starting, or worse, from stopping.
      try {
        if (!page.has(service.id)) {
          if (running.delete(key)) service.stop?.(configured, page);
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
  };
}

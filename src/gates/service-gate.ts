import {report} from '../browser/report.js';
import type {HeldService} from '../services/held-service.js';
import type {Page, Service} from '../services/service.js';

/** What runs, by its settings. The page's, not a gate's: it runs on when a gate is stopped. */
const running = new Map<string, Service>();

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
  /** By what runs: the file of ours may not have come. */
  const mayRun = (held: HeldService) =>
    page.has(held.service.id) || (running.get(keyOf(held)) ?? held.service).ahead;
  return () => {
    const ends = services.some((held) => {
      const loaded = running.get(keyOf(held));
      return (
        loaded &&
        !mayRun(held) &&
        held.configured.some(({onWithdraw = loaded.reload && 'reload'}) => onWithdraw === 'reload')
      );
    });
    if (ends) leave();
    for (const held of services) {
      const {configured, service} = held;
      const key = keyOf(held);
      // One service that throws must not keep another from starting, or worse, from stopping.
      try {
        if (!mayRun(held)) {
          // That which was loaded, by this gate or another: the file of ours may not have come.
          const loaded = running.get(key);
          if (running.delete(key)) loaded!.stop?.(configured, page);
        } else if (running.has(key)) {
          service.update?.(configured, page);
        } else if (service.load) {
          running.set(key, service);
          service.load(configured, page);
        }
      } catch (error) {
        report(error);
      }
    }
  };
}

import type {ConsentGateConfig} from '../config/config.js';
import type {Service, Settings} from './service.js';

/** A service on this site: how it works, and what the owner has set, one entry per counter. */
export interface HeldService {
  readonly service: Service;
  readonly category: string;
  readonly configured: readonly Settings[];
  /** Ids of its sub-questions on this site. */
  readonly parts: readonly string[];
}

/**
 * Puts the entries of each category together by service: several counters share one question.
 * @param known services by id
 */
export const holdServices = (
  categories: ConsentGateConfig['categories'],
  known: ReadonlyMap<string, Service>,
): HeldService[] =>
  Object.entries(categories).flatMap(([category, {services = []}]) =>
    [...new Set(services.map((entry) => entry.service))].map((id) => {
      const configured = services.filter(
        (entry) => entry.service === id,
      ) as readonly object[] as readonly Settings[];
      const service = known.get(id)!;
      return {
        service,
        category,
        configured,
        parts: [
          ...new Set(
            configured.flatMap((entry) => service.parts?.(entry) || entry.consentMode?.ask || []),
          ),
        ],
      };
    }),
  );

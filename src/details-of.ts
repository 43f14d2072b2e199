import {facts} from './services/facts.js';
import type {HeldService} from './services/held-service.js';
import type {ServiceDetails} from './services/service.js';

/**
 * What the settings and the policy tell of the services of the register that a site has; nothing of one that is written
 * out, nor of one whose file does not come.
 * @param fetch brings the file of one of the core, by its place in `facts`
 */
export async function detailsOf(
  held: readonly HeldService[],
  fetch: (name: 'details-0') => Promise<{readonly details: ServiceDetails}>,
): Promise<ServiceDetails[]> {
  const found = held.map(async ({service: {id, details}}): Promise<ServiceDetails[]> => {
    if (details) return [{...details, id}];
    const place = Object.keys(facts).indexOf(id);
    if (place < 0) return [];
    return fetch(`details-${place}` as 'details-0').then(
      (file) => [file.details],
      () => [],
    );
  });
  return (await Promise.all(found)).flat();
}

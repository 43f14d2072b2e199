import type {ConsentGateConfig} from '../../src/config/config.js';
import {holdServices, type HeldService} from '../../src/services/held-service.js';
import {service as own} from '../../src/services/own.js';
import {register} from '../../src/services/register.js';
import type {Service} from '../../src/services/service.js';

/** The services of a config as `fetchServices` would bring them, without waiting for a file. */
export function knownServices(
  categories: ConsentGateConfig['categories'] = {},
): ReadonlyMap<string, Service> {
  const known = new Map<string, Service>(register);
  for (const {services = []} of Object.values(categories)) {
    for (const entry of services) {
      if (!known.has(entry.service)) known.set(entry.service, own(entry));
    }
  }
  return known;
}

/** `holdServices` for tests. */
export const hold = (categories: ConsentGateConfig['categories']): HeldService[] =>
  holdServices(categories, knownServices(categories));

import {cookieNames} from '../browser/cookies.js';
import {storedKeys} from '../browser/web-storage.js';
import type {Leaves} from '../services/service.js';

/** Names of what is in this browser and should not be. */
export interface Leftovers {
  readonly cookies: readonly string[];
  readonly storage: readonly string[];
}

/**
 * Finds what denied services have left, and never what a granted one may keep, nor our own.
 */
export function findLeftovers(denied: readonly Leaves[], granted: readonly Leaves[]): Leftovers {
  const found = (kind: keyof Leaves, names: readonly string[]) => {
    const [from, keep] = [denied, granted].map(
      (services) =>
        new RegExp(`^(${services.map((service) => service[kind] || '\\b\\B').join('|')})$`),
    );
    return [...new Set(names)].filter(
      (name) => from!.test(name) && !keep!.test(name) && !/consent-gate$/.test(name),
    );
  };
  return {
    cookies: found('cookies', cookieNames()),
    storage: found('storage', storedKeys()),
  };
}

import {cookiePairs} from '../browser/cookies.js';
import {storageAreas} from '../browser/web-storage.js';
import type {Leaves} from './leftovers.js';

/**
 * Whether this browser holds anything that services may have left. It looks at names alone, so a
 * cookie that another service may keep counts too: `sweepDenied` looks closer.
 */
export function anyLeft(services: readonly Leaves[]): boolean {
  const names = services.flatMap(({cookies, storage}) => [cookies, storage]).filter(Boolean);
  const left = new RegExp(`^(${names.join('|')})$`);
  return [
    ...cookiePairs().map((pair) => pair.split('=', 1)[0]!),
    ...storageAreas().flatMap((area) => Object.keys(area)),
  ].some((name) => name && left.test(name));
}

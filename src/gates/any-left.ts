import {cookieNames} from '../browser/cookies.js';
import {storedKeys} from '../browser/web-storage.js';
import type {Leaves} from './leftovers.js';

/**
 * Whether this browser holds anything that services may have left. It looks at names alone, so a
 * cookie that another service may keep counts too: `sweepDenied` looks closer.
 */
export function anyLeft(services: readonly Leaves[]): boolean {
  const names = services.flatMap(({cookies, storage}) => [cookies, storage]).filter(Boolean);
  const left = new RegExp(`^(${names.join('|')})$`);
  return [...cookieNames(), ...storedKeys()].some((name) => name && left.test(name));
}

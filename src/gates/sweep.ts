import {expireCookie} from '../browser/cookie-jar.js';
import {storageAreas} from '../browser/web-storage.js';
import type {Leftovers} from './leftovers.js';

/**
 * Deletes what services have left in this browser.
 * @param everywhere false while the visitor has not answered: then only what is this host's alone,
 *   since a cookie of the parent domain may belong to a sister host that has a grant
 */
export function sweep({cookies, storage}: Leftovers, everywhere: boolean): void {
  cookies.forEach((name) => expireCookie(name, everywhere));
  for (const area of storageAreas()) storage.forEach((key) => area.removeItem(key));
}

import {expireCookie} from '../browser/cookie-jar.js';
import {cookieNames} from '../browser/cookies.js';
import {warn} from '../browser/report.js';
import {inStorage} from '../browser/web-storage.js';
import type {Leftovers} from './leftovers.js';

/** What the owner has been told of. */
const told = new Set<string>();

/**
 * Deletes what services have left in this browser.
 * @param everywhere false while the visitor has not answered: then only what is this host's alone,
 *   since a cookie of the parent domain may belong to a sister host that has a grant
 */
export function sweep({cookies, storage}: Leftovers, everywhere: boolean): void {
  cookies.forEach((name) => expireCookie(name, everywhere));
  const left = cookieNames();
  const stay = cookies.filter((name) => everywhere && left.includes(name) && !told.has(name));
  if (stay[0]) {
    stay.forEach((name) => told.add(name));
    warn(`these cookies cannot be deleted by a script: ${stay.join(', ')}`);
  }
  inStorage((area) => storage.map((key) => area.removeItem(key)));
}

import {expireCookie, writeCookie} from './browser/cookie-jar.js';
import {cookieValues} from './browser/cookies.js';
import {warn} from './browser/report.js';
import type {DecisionRecord} from './decision/record.js';
import {writeRecord} from './decision/write-record.js';
import type {RecordJar} from './record-jar.js';

/*
 * What a page needs where a decision changes: writing the cookie, deleting what services have left,
 * stopping what can only be stopped by a reload. A returning visitor whose decision stands never
 * loads it.
 */

export {quarantine} from './gates/quarantine.js';
export {sweepDenied} from './gates/sweep-denied.js';
export {makeReceipt} from './decision/receipt.js';

/** Keeps a record, or removes the one there is; reads back, since browsers drop cookies without a word. */
export function keepRecord(
  {name, days, domain}: RecordJar,
  record: DecisionRecord | undefined,
): void {
  // Also one that an earlier config of this site has left, or that somebody tossed in.
  for (const prefix of ['__Host-', '__Secure-', '']) {
    const other = `${prefix}consent-gate`;
    if (cookieValues(other).length > Number(other === name)) expireCookie(other, true);
  }
  if (!writeCookie(name, record ? writeRecord(record) : '', record ? days : -1, domain)) {
    warn('the cookie cannot be written; the choice holds for this page only');
  }
}

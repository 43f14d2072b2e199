import {expireCookie, writeCookie} from './browser/cookie-jar.js';
import {cookieValues} from './browser/cookies.js';
import {warn} from './browser/report.js';
import {tellDocuments} from './browser/tell-documents.js';
import {merged, sealed, stillValid} from './decision/answers.js';
import {fingerprintsOf, type Asking} from './decision/fingerprint.js';
import type {DecisionRecord} from './decision/record.js';
import type {Store} from './decision/store.js';
import {writeRecord} from './decision/write-record.js';
import {storedRecord, type RecordJar} from './record-jar.js';

/** Whose decision is kept. */
export interface Keeper extends Asking {
  readonly jar: RecordJar;
  readonly store: Store;
  /** What was in the jar when we last looked or wrote, as JSON. */
  seen: string | undefined;
}

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

/** A record as an answer to today's questions. */
export const answered = (record: DecisionRecord, asking: Asking): DecisionRecord =>
  stillValid(record, fingerprintsOf(asking));

/**
 * Writes the decision as it is now, and tells the other documents. Where one of them has written since
 * we last looked, the two are put together, and a no of either wins.
 */
export function keepDecision(keeper: Keeper): void {
  write(keeper);
  // Two documents that wrote at the same moment have not seen each other: one after the other they
  // look whether what they wrote is still there. https://www.w3.org/TR/web-locks/
  void navigator.locks
    ?.request('consent-gate', () => {
      if (keeper.store.record && lost(keeper)) write(keeper);
    })
    .catch(() => {});
}

/** What somebody else has written over what we have seen or written. */
function lost({jar, seen}: Keeper): DecisionRecord | undefined {
  const found = storedRecord(jar);
  return JSON.stringify(found) === seen ? undefined : found;
}

function write(keeper: Keeper): void {
  const {jar, store} = keeper;
  const fingerprints = fingerprintsOf(keeper);
  const theirs = lost(keeper);
  const mine = store.record && sealed(store.record, fingerprints);
  const record =
    mine && theirs ? merged(mine, stillValid(theirs, fingerprints), fingerprints) : mine;
  keepRecord(jar, record);
  keeper.seen = JSON.stringify(storedRecord(jar));
  store.follow(record);
  tellDocuments();
}

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

/** How a decision stands to what is in the jar. */
export interface Keeping {
  /** The answers in the jar when we last looked or wrote. */
  seen: string | undefined;
  /** Decisions that are not written and made sure of yet: what is in the jar meanwhile is none to follow. */
  writing: number;
  /** True where the jar still holds an older answer and takes no new one. */
  frozen?: boolean;
}

/** Whose decision is kept. */
export interface Keeper extends Asking, Keeping {
  readonly jar: RecordJar;
  readonly store: Store;
  hashTexts(language: string): string;
  /** Ends it all. */
  readonly signal: AbortSignal;
}

/**
 * Keeps a record, or removes the one there is.
 * @returns whether the jar now holds just that: browsers drop cookies without a word
 */
export function keepRecord(
  {name, days, domain}: RecordJar,
  record: DecisionRecord | undefined,
): boolean {
  // Also one that an earlier config of this site has left, or that somebody tossed in.
  for (const prefix of ['__Host-', '__Secure-', '']) {
    const other = `${prefix}consent-gate`;
    if (cookieValues(other).length > Number(other === name)) expireCookie(other, true);
  }
  return writeCookie(name, record ? writeRecord(record) : '', record ? days : -1, domain);
}

/** A record as an answer to today's questions. */
export const answered = (record: DecisionRecord, asking: Asking): DecisionRecord =>
  stillValid(record, fingerprintsOf(asking));

/**
 * Writes the decision as it is now, and tells the other documents. Where one of them has written since
 * we last looked, the two are put together, and a no of either wins.
 * @param theirs what was in the jar when the answer came, for it may not be there any more
 */
export async function keepDecision(keeper: Keeper, theirs?: DecisionRecord): Promise<void> {
  write(keeper, theirs?.answers === keeper.seen ? undefined : theirs);
  // Two documents that wrote at the same moment have not seen each other: one after the other they
  // look whether what they wrote is still there. https://www.w3.org/TR/web-locks/
  try {
    await navigator.locks.request('consent-gate', {signal: AbortSignal.timeout(1000)}, () => {
      const found = lost(keeper);
      // A gate that has been stopped has nothing to say any more.
      if (!keeper.signal.aborted && keeper.store.record && found) write(keeper, found);
    });
  } catch {
    // Not on http, or a document holds the lock that the browser has frozen.
  }
  keeper.writing--;
}

/** What somebody else has written over what we have seen or written. */
function lost({jar, seen}: Keeper): DecisionRecord | undefined {
  const found = storedRecord(jar);
  return found?.answers === seen ? undefined : found;
}

function write(keeper: Keeper, theirs = lost(keeper)): void {
  const {jar, store} = keeper;
  const fingerprints = fingerprintsOf(keeper);
  const before = storedRecord(jar)?.answers;
  const own = store.record;
  const mine = own && sealed({...own, textHash: keeper.hashTexts(own.language)}, fingerprints);
  const record =
    mine && theirs ? merged(mine, stillValid(theirs, fingerprints), fingerprints) : mine;
  const kept = keepRecord(jar, record);
  const found = storedRecord(jar)?.answers;
  if (!kept && found === before) {
    keeper.seen = found;
    keeper.frozen = !!found;
    warn('the cookie cannot be written; the choice holds for this page only');
  } else {
    // Not what is found: somebody may have written again.
    keeper.seen = record?.answers;
  }
  if (record !== mine) store.follow(record);
  tellDocuments();
}

import {expireCookie, writeCookie} from './browser/cookie-jar.js';
import {cookieSettled} from './browser/cookie-settled.js';
import {cookieValues} from './browser/cookies.js';
import {warn} from './browser/report.js';
import {tellDocuments} from './browser/tell-documents.js';
import {merged, sealed, stillValid, withoutGrants, withOthers} from './decision/answers.js';
import {fingerprintsOf, type Asking, type Fingerprints} from './decision/fingerprints.js';
import type {DecisionRecord} from './decision/record.js';
import type {Store} from './decision/store.js';
import {isAskedNow, withoutUnasked, withUnasked} from './decision/unasked.js';
import {writeRecord} from './decision/write-record.js';
import {storedRecord, type RecordJar} from './record-jar.js';

/**
 * Pauses in ms after which a document without a lock looks whether what it wrote is still there: in Firefox,
 * on a loaded machine, what another has written is seen late.
 */
const CHECKS = [50, 250];

/** How a decision stands to what is in the jar. */
export interface Keeping {
  /** The text of the record in the jar when we last looked or wrote. */
  seen: string | undefined;
  /** Decisions that are not written yet: what is in the jar meanwhile is none to follow. */
  writing: number;
  /** True where the jar still holds an older answer and takes no new one. */
  frozen?: boolean;
  /** Called when nothing is left to be written. */
  written?: () => void;
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
    // One of another name on a domain above is that of a group which this host has left, or never joined.
    const everywhere = other === name || domain !== undefined;
    if (cookieValues(other).length > Number(other === name)) expireCookie(other, everywhere);
  }
  return writeCookie(name, record ? writeRecord(record) : '', record ? days : -1, domain);
}

/** A record as an answer to today's questions. */
export function answered(record: DecisionRecord, asking: Asking): DecisionRecord {
  const fingerprints = fingerprintsOf(asking);
  return withUnasked(stillValid(record, fingerprints), asking, fingerprints);
}

/**
 * Writes the decision as it is now, and tells the other documents. Where one of them has written since
 * we last looked, the two are put together, and a no of either wins.
 */
export async function keepDecision(keeper: Keeper): Promise<void> {
  const {signal} = keeper;
  const done = new AbortController();
  let refused = false;
  const keep = () => {
    if (done.signal.aborted) return;
    done.abort();
    refused = write(keeper);
  };
  // A page that goes, or a gate that is stopped, cannot wait for its turn.
  addEventListener('beforeunload', keep, {signal: done.signal});
  addEventListener('pagehide', keep, {signal: done.signal});
  signal.addEventListener('abort', keep, {signal: done.signal});
  if (signal.aborted) keep();
  try {
    // Reading, putting together and writing are one step, so that no document writes over what it has
    // not seen. https://www.w3.org/TR/web-locks/
    await navigator.locks.request('consent-gate', {signal: AbortSignal.timeout(1000)}, async () => {
      await cookieSettled(keeper.jar.name);
      keep();
      await cookieSettled(keeper.jar.name);
      if (refused && !signal.aborted) refused = write(keeper);
    });
  } catch {
    // Not on http, or a document holds the lock that the browser has frozen: two that write at the same
    // moment look afterwards whether what they wrote is still there.
    keep();
    for (const pause of CHECKS) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const found = storedRecord(keeper.jar);
      if ((refused || (found && found.text !== keeper.seen)) && !signal.aborted) {
        refused = write(keeper);
      }
    }
  }
  // Twice: the first time another document may have put back what was there, in the same moment.
  if (refused) warn('the cookie cannot be written; the choice holds for this page only');
  if (!--keeper.writing) keeper.written?.();
}

/** What is to be written, seeing what another document may have written or erased meanwhile. */
function together(
  mine: DecisionRecord,
  theirs: DecisionRecord | undefined,
  seen: string | undefined,
  fingerprints: Fingerprints,
): DecisionRecord | undefined {
  if (theirs?.text === seen) return mine;
  if (theirs) return merged(mine, stillValid(theirs, fingerprints), fingerprints);
  return withoutGrants(mine, seen!);
}

/**
 * The decision as it is now, as it is written.
 * @param before what the jar holds
 */
export const ownRecord = (
  {config, store, hashTexts}: Pick<Keeper, 'config' | 'store' | 'hashTexts'>,
  fingerprints: Fingerprints,
  before: DecisionRecord | undefined,
): DecisionRecord | undefined =>
  store.record &&
  withoutUnasked(
    sealed({...store.record, textHash: hashTexts(store.record.language)}, fingerprints),
    config,
    before,
  );

/** @returns whether the jar has not taken it, and holds what it held before */
function write(keeper: Keeper): boolean {
  const {config, jar, store} = keeper;
  const fingerprints = fingerprintsOf(keeper);
  const before = storedRecord(jar);
  const mine = ownRecord(keeper, fingerprints, before);
  const record = mine && together(mine, before, keeper.seen, fingerprints);
  const whole = record && withOthers(record, before, fingerprints);
  const kept = keepRecord(jar, whole);
  const found = storedRecord(jar)?.text;
  const refused = !kept && found === before?.text;
  // Else not what is found: somebody may have written again.
  keeper.seen = refused ? found : whole && writeRecord(whole);
  keeper.frozen = refused && !!found;
  // What was not asked until now may be a no to its category, too.
  if ((record !== mine || isAskedNow(config, record)) && !keeper.signal.aborted) {
    store.follow(record && answered(record, keeper));
  }
  tellDocuments();
  return refused;
}

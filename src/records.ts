import {warn} from './browser/report.js';
import {allowedUrl} from './browser/url-policy.js';
import {
  addWaiting,
  changeWaiting,
  dropWaiting,
  oldestSent,
  waitingRecords,
  type WaitingRecord,
} from './browser/waiting-records.js';
import {readRecord, type DecisionRecord} from './decision/record.js';
import type {ConsentRecord, Receipt} from './decision/receipt.js';
import type {ReceiptSource} from './receipt.js';

/** Whose records are sent. */
export interface RecordSource extends ReceiptSource {
  readonly fetch: ReceiptSource['fetch'] &
    ((name: 'receipt') => Promise<{
      makeReceipt(site: ReceiptSource, record: DecisionRecord | undefined): Promise<Receipt>;
    }>);
}

/** Seconds until it is tried again, after the first failure, the second and so on. */
const PAUSES = [5, 30, 120, 300];
/** ms after which an endpoint that does not answer is down. */
const NO_ANSWER = 30_000;
/** ms that another tab is waited for which sends: it may be frozen. What is sent twice has the same id. */
const TURN = 10_000;
/** Bytes that a page may leave behind on their way. https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
const KEPT_ALIVE = 60_000;

let sending = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let warned = false;
/** Ends the waiting for the network. */
let back: AbortController | undefined;

/** @returns what keeps it from arriving; nothing where it has arrived */
async function send(endpoint: string, body: string): Promise<string | undefined> {
  // By no `<base>`, which anybody may have slipped in.
  const url = allowedUrl(new URL(endpoint, location.origin).href);
  if (!url) return 'neither https nor an address of this site';
  try {
    // Nor by a redirect; and without anything that tells who it is.
    const {ok, status} = await fetch(url, {
      method: 'POST',
      body,
      headers: {'content-type': 'application/json'},
      keepalive: new Blob([body]).size < KEPT_ALIVE,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      // Not in the oldest browsers that we serve.
      signal: (AbortSignal as Partial<typeof AbortSignal>).timeout?.(NO_ANSWER),
    });
    return ok ? undefined : `${status}`;
  } catch {
    // Down, or not allowed by the policy of the page.
    return 'no answer';
  }
}

/** What is sent for one that waits; nothing where it is too old to hold, or not ours. */
async function bodyOf(
  site: RecordSource,
  {id, at, said, body}: WaitingRecord,
): Promise<string | undefined> {
  if (body) return body;
  const found = readRecord(said, site.jar.days, Date.now());
  if (said && !found) return undefined;
  const {makeReceipt} = await site.fetch('receipt');
  const record: ConsentRecord = {
    ...(await makeReceipt(site, found)),
    consentReceiptID: id,
    consentTimestamp: at,
  };
  return JSON.stringify(record);
}

/** Statuses by which a receiver says that it is the record which it does not take: it waits on, and keeps no other. */
const REFUSED = /^(400|413|415|422)$/;

/** @returns whether all have arrived */
async function sendAll(site: RecordSource): Promise<boolean> {
  const {endpoint} = site.config.records!;
  const oldest = oldestSent(site.jar.days);
  const refused = new Set<string>();
  for (;;) {
    const next = waitingRecords().find(({id}) => !refused.has(id));
    if (!next) return !refused.size;
    const body = next.at > oldest ? await bodyOf(site, next) : undefined;
    if (body && !next.body) changeWaiting({...next, body});
    const problem = body && (await send(endpoint, body));
    if (!problem) {
      dropWaiting(next.id);
      continue;
    }
    if (!warned) warn(`records are kept and sent again later: ${endpoint}: ${problem}`);
    warned = true;
    if (!REFUSED.test(problem)) return false;
    refused.add(next.id);
  }
}

/** One tab at a time, so that they arrive in order. */
async function inTurn<Result>(fn: () => Promise<Result>): Promise<Result> {
  let begun: Promise<Result> | undefined;
  try {
    await navigator.locks.request(
      'consent-gate-records',
      {signal: AbortSignal.timeout(TURN)},
      () => (begun = fn()),
    );
  } catch {
    // Not on http, or another tab does not end.
  }
  return begun ?? fn();
}

/**
 * Sends what waits, in order; what does not arrive is tried again, here and on later pages. Never rejects.
 * @param unstored one that waits too, and could not be stored
 */
export async function deliverRecords(site: RecordSource, unstored?: WaitingRecord): Promise<void> {
  if (unstored) addWaiting(unstored);
  // Whoever sends looks for more before it ends.
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  let done = false;
  try {
    done = await inTurn(() => sendAll(site));
  } catch {
    // A file of ours did not come.
  }
  sending = false;
  if (done) {
    failures = 0;
    if (waitingRecords()[0]) await deliverRecords(site);
  } else if (!site.signal.aborted) {
    const pause = PAUSES[Math.min(failures++, PAUSES.length - 1)]!;
    const again = () => void deliverRecords(site);
    timer = setTimeout(() => site.signal.aborted || again(), pause * 1000);
    back?.abort();
    back = new AbortController();
    addEventListener('online', again, {once: true, signal: back.signal});
    site.signal.addEventListener('abort', () => back?.abort(), {once: true});
  }
}

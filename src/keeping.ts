/*
 * What a page needs where a decision changes: writing the cookie, deleting what services have left,
 * stopping what can only be stopped by a reload. A returning visitor whose decision stands never
 * loads it.
 */

import {takeSite} from './announce.js';
import {hasReloadNote} from './browser/reload-note.js';
import {report} from './browser/report.js';
import {
  dropOlder,
  oldestSent,
  waitingRecords,
  type WaitingRecord,
} from './browser/waiting-records.js';
import {isGranted} from './decision/decision.js';
import type {Receipt} from './decision/receipt.js';
import type {DecisionRecord} from './decision/record.js';
import {saidOf} from './decision/unasked.js';
import {checkMarkup} from './gates/check-markup.js';
import {checkSnippets, noteGrants} from './gates/check-snippets.js';
import {endRunning, isEnding} from './end-running.js';
import {keepDecision as keep, type Keeper} from './keep-decision.js';
import {noteChoice} from './note-choice.js';
import type {ReceiptSource} from './receipt.js';
import type {RecordSource} from './records.js';
import {sweepServices as sweep} from './sweep-services.js';

/** Where an answer is confirmed after a reload. */
interface Confirming {
  readonly asks: boolean;
  /** Where nobody is to be asked it brings what looks after the banner, which confirms. */
  show(layer: 'banner'): Promise<void>;
}

/** Brings the file that writes receipts. */
interface Receipts {
  readonly fetch: (name: 'receipt') => Promise<{
    makeReceipt(site: ReceiptSource, record: DecisionRecord | undefined): Promise<Receipt>;
  }>;
}

/** Whose choices are sent to the owner, where the config says so. */
type Recorded = RecordSource & {
  readonly fetch: (name: 'records') => Promise<{
    deliverRecords(site: RecordSource, unstored?: WaitingRecord): Promise<void>;
  }>;
};

/** Whether what confirms an answer has been asked for: each thing that loads sweeps once more. */
let confirming = false;
/** Whether records are being sent already: each thing that loads sweeps once more. */
let delivering = false;
const deliver = (site: Recorded, unstored?: WaitingRecord) => {
  delivering = true;
  site
    .fetch('records')
    .then(({deliverRecords}) => deliverRecords(site, unstored))
    .catch(report);
};

/** Whether nothing can have been granted in this page before its first decision. */
let fresh: boolean | undefined;

/** Writes the decision as it is now, then tells the owner of markup that can never obey one. Never rejects. */
export const keepDecision = (keeper: Keeper & Recorded): Promise<void> => {
  const {held, seen, store, writing} = keeper;
  // Where nothing was kept there is nothing to forget.
  if (keeper.config.records && (store.record || seen)) {
    deliver(keeper, noteChoice(keeper));
  }
  // Several at once have waited for this file, and the first may have been a yes.
  fresh ??= seen === undefined && writing < 2;
  noteGrants(held, store.has);
  return keep(keeper)
    .then(() => {
      checkMarkup((id) => isGranted(store.decision, id) !== undefined);
      if (fresh) checkSnippets(held);
    })
    .catch(report);
};
export {answered} from './announce.js';
export {arrived} from './arrived.js';
export {endRunning};

/**
 * Sweeps; and where the page was loaded anew because of an answer shows what confirms it.
 * @param site as that of `sweepServices`
 */
export const sweepServices = (
  site: Parameters<typeof sweep>[0] & Confirming & Recorded,
  everywhere: boolean,
): void => {
  if (!confirming && hasReloadNote() && site.asks && !isEnding()) {
    confirming = true;
    void site.show('banner');
  }
  sweep(site, everywhere);
  // From an earlier page.
  if (!waitingRecords()[0]) return;
  if (!site.config.records) dropOlder(oldestSent(site.jar.days));
  else if (!delivering) deliver(site);
};

/** The receipt of the decision as it stands now; and hands the site on to who waits for it. */
export const makeReceipt = async (
  site: ReceiptSource & Receipts & Parameters<typeof takeSite>[0],
): Promise<Receipt> => {
  takeSite(site);
  const {makeReceipt} = await site.fetch('receipt');
  return makeReceipt(site, saidOf(site.config, site.store.record));
};

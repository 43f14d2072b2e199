/*
 * What a page needs where a decision changes: writing the cookie, deleting what services have left,
 * stopping what can only be stopped by a reload. A returning visitor whose decision stands never
 * loads it.
 */

import {hasReloadNote} from './browser/reload-note.js';
import {report} from './browser/report.js';
import {isGranted} from './decision/decision.js';
import {checkMarkup} from './gates/check-markup.js';
import {checkSnippets, noteGrants} from './gates/check-snippets.js';
import {endRunning, isEnding} from './end-running.js';
import {keepDecision as keep, type Keeper} from './keep-decision.js';
import {sweepServices as sweep} from './sweep-services.js';

/** Where an answer is confirmed after a reload. */
interface Confirming {
  readonly asks: boolean;
  /** Where nobody is to be asked it brings what looks after the banner, which confirms. */
  show(layer: 'banner'): Promise<void>;
}

/** Whether what confirms an answer has been asked for: each thing that loads sweeps once more. */
let confirming = false;
/** Whether nothing can have been granted in this page before its first decision. */
let fresh: boolean | undefined;

/** Writes the decision as it is now, then tells the owner of markup that can never obey one. Never rejects. */
export const keepDecision = (keeper: Keeper): Promise<void> => {
  const {held, seen, store, writing} = keeper;
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
export {answered} from './keep-decision.js';
export {endRunning};

/**
 * Sweeps; and where the page was loaded anew because of an answer shows what confirms it.
 * @param site as that of `sweepServices`
 */
export const sweepServices = (
  site: Parameters<typeof sweep>[0] & Confirming,
  everywhere: boolean,
): void => {
  if (!confirming && hasReloadNote() && site.asks && !isEnding()) {
    confirming = true;
    void site.show('banner');
  }
  sweep(site, everywhere);
};
export {makeReceipt} from './decision/receipt.js';

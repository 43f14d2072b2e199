/*
 * What a page needs where a decision changes: writing the cookie, deleting what services have left,
 * stopping what can only be stopped by a reload. A returning visitor whose decision stands never
 * loads it.
 */

import {report} from './browser/report.js';
import {isGranted} from './decision/decision.js';
import {checkMarkup} from './gates/check-markup.js';
import {keepDecision as keep, type Keeper} from './keep-decision.js';

/** Writes the decision as it is now, then tells the owner of markup that can never obey one. Never rejects. */
export const keepDecision = (keeper: Keeper): Promise<void> =>
  keep(keeper)
    .then(() => checkMarkup((id) => isGranted(keeper.store.decision, id) !== undefined))
    .catch(report);
export {answered} from './keep-decision.js';
export {endRunning} from './end-running.js';
export {sweepDenied} from './gates/sweep-denied.js';
export {makeReceipt} from './decision/receipt.js';

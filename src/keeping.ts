/*
 * What a page needs where a decision changes: writing the cookie, deleting what services have left,
 * stopping what can only be stopped by a reload. A returning visitor whose decision stands never
 * loads it.
 */

export {answered, keepDecision} from './keep-decision.js';
export {endRunning} from './end-running.js';
export {sweepDenied} from './gates/sweep-denied.js';
export {makeReceipt} from './decision/receipt.js';

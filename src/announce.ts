import {isClosed} from './browser/closed-note.js';
import {isSitePage} from './browser/site-page.js';
import {report} from './browser/report.js';
import type {DecisionRecord} from './decision/record.js';
import type {Asking} from './decision/fingerprints.js';
import {isAhead} from './decision/is-ahead.js';
import type {Store} from './decision/store.js';
import {earlierOf, type Asked} from './decision/unasked.js';
import {documentGate} from './document-gate.js';
import {answered as answer} from './keep-decision.js';

/** Where a visitor has answered under another version of the policy. */
interface Announcing extends Asked {
  readonly store: Store;
  /** False in a frame, which shows nothing. */
  readonly asks: boolean;
  fetch(name: 'announcement'): Promise<{
    showAnnouncement(site: never, isDue: () => unknown): Promise<void>;
  }>;
}

/** The config of the site that is waited for. */
let awaited: object | undefined;

/** Waits for the site, where the visitor has answered under another version of its policy. */
function awaitSite({config}: Asked): void {
  awaited = config;
  // The core hands its site to who makes a receipt, and to nobody else whom we could call.
  const ask = () => {
    // Where a file does not come nothing is announced.
    documentGate()
      ?.receipt()
      .catch(() => {});
  };
  document.addEventListener('consent-ready', ask, {once: true});
}

/** A record as an answer to today's questions; and where the policy has changed since, that is announced. */
export function answered(record: DecisionRecord, asking: Asking): DecisionRecord {
  const found = answer(record, asking);
  const {config} = asking;
  if (earlierOf(config, found) && isSitePage() && !isClosed(config.policy.version))
    awaitSite(asking);
  return found;
}

/** Told of the site: announces the new version, unless it has been closed or is not published yet. */
export function takeSite(site: Announcing): void {
  const {config, store, asks} = site;
  if (awaited !== config) return;
  awaited = undefined;
  const {version, publishedAt} = config.policy;
  // What asks links to the policy, too.
  if (!asks || store.decision.unanswered[0] || isClosed(version) || isAhead(publishedAt)) return;
  site
    .fetch('announcement')
    .then(({showAnnouncement}) =>
      showAnnouncement(site as never, () => earlierOf(config, store.record)),
    )
    .catch(report);
}

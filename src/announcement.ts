import {isClosed, noteClosed, onClosedElsewhere} from './browser/closed-note.js';
import {whenSwapped} from './browser/when-swapped.js';
import {makeChoice, type ChoiceSource} from './choice.js';
import {isAhead} from './decision/is-ahead.js';
import {announcementMessages} from './locales/announcement.js';
import {announcement} from './ui/choice/announcement.js';
import type {ConsentChoice} from './ui/choice/choice-element.js';

/**
 * Announces a new version of the policy, with its words: a file of its own, for a visitor needs it once a version.
 * @param isDue whether there is still something to be announced
 */
export async function showAnnouncement(site: ChoiceSource, isDue: () => unknown): Promise<void> {
  const {config, store, signal} = site;
  const {version, publishedAt, effectiveAt = publishedAt} = config.policy;
  const isOver = () =>
    signal.aborted || !isDue() || store.decision.unanswered[0] || isClosed(version);
  if (isOver()) return;
  // Where nobody is to be asked it brings our element, and what looks after what is in it.
  await site.show('banner');
  const host = document.querySelector<ConsentChoice>('consent-choice');
  const root = host?.shadowRoot;
  if (!root || isOver()) return;

  const remove = await announcement(
    root,
    makeChoice({...site, held: []}, {}),
    announcementMessages,
    !isAhead(effectiveAt),
    () => noteClosed(version),
  );
  const look = () => {
    if (isOver()) remove();
  };
  document.addEventListener('consent-change', look, {signal});
  signal.addEventListener('abort', remove);
  onClosedElsewhere(version, look, signal);
  look();

  const stay = () =>
    whenSwapped(host, () => {
      // Closed meanwhile.
      if (!root.querySelector('[part=announcement]')) return;
      host.hide();
      if (!host.isConnected) document.body.prepend(host);
      stay();
    });
  stay();
}

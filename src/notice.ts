import {whenSwapped} from './browser/when-swapped.js';
import type {Choice} from './decision/choice.js';
import {noticeMessages} from './locales/notice.js';
import type {ConsentChoice} from './ui/choice/choice-element.js';
import {showNotice as show} from './ui/choice/notice.js';

/** The notice of a reload with its words: a file of its own, for hardly any visitor ever needs it. */
export const showNotice = async (
  root: ShadowRoot,
  choice: Choice,
  reload: () => void,
): Promise<void> => {
  await show(root, choice, noticeMessages, reload);
  const host = root.host as ConsentChoice;
  const stay = () =>
    whenSwapped(host, () => {
      // Nobody says it again.
      if (!root.querySelector('[part=notice]')) return;
      host.hide();
      if (!host.isConnected) document.body.prepend(host);
      stay();
    });
  stay();
};

import type {Choice} from './decision/choice.js';
import {noticeMessages} from './locales/notice.js';
import {showNotice as show} from './ui/choice/notice.js';

/** The notice of a reload with its words: a file of its own, for hardly any visitor ever needs it. */
export const showNotice = (root: ShadowRoot, choice: Choice, reload: () => void): Promise<void> =>
  show(root, choice, noticeMessages, reload);

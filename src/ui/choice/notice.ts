import type {Choice} from '../../decision/choice.js';
import type {NoticeMessages} from '../../locales/notice.js';
import {styleSheet} from '../shared/css.js';
import {direction} from '../shared/direction.js';
import {element} from '../shared/element.js';
import {noticeStyles} from './notice.styles.js';

/** Between coming and speaking, in ms: a live region is read out only when its text comes after it. */
const BEFORE_SPEAKING = 100;

/**
 * Says that something the visitor has switched off ends with a reload that we do not make ourselves: a
 * region that takes no focus and is read out once, politely. Nothing where it is said already.
 * @param words by language; the owner's own texts go before them
 * @param reload called at a click; the notice stays, for the page may refuse to go
 */
export async function showNotice(
  root: ShadowRoot,
  choice: Choice,
  words: Readonly<Record<string, NoticeMessages>>,
  reload: () => void,
): Promise<void> {
  if (root.querySelector('[part=notice]')) return;

  const text = element('p', {role: 'status'});
  const now = element('button', {part: 'button', 'data-action': 'reload'});
  const close = element('button', {
    class: 'quiet',
    part: 'quiet-button',
    'data-action': 'close',
  });
  const region = element(
    'section',
    {class: `notice silent ${choice.theme ?? 'auto'}`, part: 'notice'},
    element('div', {class: 'inner'}, text, element('div', {class: 'actions'}, now, close)),
  );

  let waiting = '';
  const speak = async () => {
    const language = choice.language();
    const own = await choice.messages(language);
    const said = {...(words[language] ?? words[language.split('-')[0]!] ?? words['en']!), ...own};
    ({waiting} = said);
    region.lang = language;
    region.dir = direction(language);
    region.ariaLabel = own.open;
    now.textContent = said.reload;
    close.textContent = own.close;
    if (text.textContent) text.textContent = waiting;
  };
  const pageLanguage = new MutationObserver(() => void speak().catch(() => {}));

  // So that no focused field lies under it (WCAG 2.4.11). A region that is hidden or gone has no size.
  const {style} = document.documentElement;
  let room = 0;
  let before = '';
  const size = new ResizeObserver(() => {
    if (!room) before = style.scrollPaddingTop;
    room = region.getBoundingClientRect().bottom;
    style.scrollPaddingTop = room ? `${room}px` : before;
    if (!region.isConnected) pageLanguage.disconnect();
  });

  let cameFrom: HTMLElement | null = null;
  region.addEventListener('focusin', ({relatedTarget}) => {
    if (!region.contains(relatedTarget as Node)) cameFrom = relatedTarget as HTMLElement;
  });
  now.onclick = reload;
  close.onclick = () => {
    region.remove();
    cameFrom?.focus();
  };

  root.adoptedStyleSheets.push(styleSheet(noticeStyles));
  root.append(region);
  await speak();
  size.observe(region);
  pageLanguage.observe(document.documentElement, {attributeFilter: ['lang']});
  setTimeout(() => {
    text.textContent = waiting;
    region.classList.remove('silent');
  }, BEFORE_SPEAKING);
}

import type {Choice} from '../../decision/choice.js';
import type {AnnouncementMessages} from '../../locales/announcement.js';
import {dayInWords} from '../policy/phrases.js';
import {styleSheet} from '../shared/css.js';
import {direction} from '../shared/direction.js';
import {element} from '../shared/element.js';
import {fill} from '../shared/fill.js';
import {link} from '../shared/link.js';
import {localized} from '../shared/localized.js';
import {announcementStyles} from './announcement.styles.js';
import {focusBack} from './focus-back.js';
import {reserveInside} from './inner-room.js';
import {liesOverFocus} from './lies-over-focus.js';
import {keepOnTop} from './on-top.js';
import {reserveSpace} from './reserved-space.js';
import {isVisible} from './visible.js';

/** Between coming and speaking, in ms: a live region is read out only when its text comes after it. */
const BEFORE_SPEAKING = 100;

/**
 * Says that the policy changes, or has changed: a region at the foot of the page that asks nothing, takes no focus and is
 * read out once, politely. It stays until it is closed.
 * @param words by language; the owner's own texts go before them
 * @param isInForce whether the new version holds already
 * @param closed told when the visitor closes it
 * @returns takes it away
 */
export async function announcement(
  root: ShadowRoot,
  choice: Choice,
  words: Readonly<Record<string, AnnouncementMessages>>,
  isInForce: boolean,
  closed: () => void,
): Promise<() => void> {
  const {policy, theme = 'auto'} = choice;
  const listening = new AbortController();
  const {signal} = listening;

  const text = element('div', {role: 'status'});
  const links = element('p', {});
  const close = element('button', {
    class: 'quiet',
    part: 'quiet-button',
    'data-action': 'close',
  });
  const settings = element('button', {
    class: 'quiet',
    part: 'quiet-button',
    'data-action': 'settings',
  });
  const region = element(
    'section',
    {class: `announcement silent ${theme}`, part: 'announcement'},
    element(
      'div',
      {class: 'inner'},
      element('div', {class: 'words'}, text, links),
      element('div', {class: 'actions'}, close, settings),
    ),
  );

  let said: readonly Node[] = [];
  let spoken = '';
  const speak = async () => {
    const language = choice.language();
    const own = await choice.messages(language);
    if (choice.language() !== language || language === spoken) return;
    spoken = language;
    const messages = {
      ...(words[language] ?? words[language.split('-')[0]!] ?? words['en']!),
      ...own,
    };
    const day = policy.effectiveAt ?? policy.publishedAt;
    const sentence =
      messages[!day ? 'policyChanged' : isInForce ? 'policyChangedOn' : 'policyChanges'];
    const news = policy.changes && localized(policy.changes, language);
    said = [
      element('p', {}, day ? fill(sentence, {date: dayInWords(day, language)}) : sentence),
      ...(news ? [element('p', {class: 'changes', dir: 'auto'}, news)] : []),
    ];
    region.lang = language;
    region.dir = direction(language);
    region.ariaLabel = messages.policy;
    links.replaceChildren(link(policy.url, messages.policy, {choice, messages, language}));
    close.textContent = messages.close;
    settings.textContent = messages.settings;
    if (text.firstChild) text.replaceChildren(...said);
  };

  /** Room at the end of the page; none in print, nor where it has no size or is gone. */
  const reserve = () => {
    const {height} = region.getBoundingClientRect();
    reserveSpace(height && height + (matchMedia('(min-width: 40.01em)').matches ? 16 : 0));
    reserveInside(root.host, height && !region.matches('.above') ? region : undefined);
  };
  const unreserve = () => {
    reserveSpace(0);
    reserveInside(root.host);
  };
  const size = new ResizeObserver(() => requestAnimationFrame(() => signal.aborted || reserve()));
  /** To the head of the window where it would lie over what has the focus (WCAG 2.4.11), and back. */
  const makeWay = () => {
    if (!liesOverFocus(region, root)) return;
    region.classList.toggle('above');
    if (liesOverFocus(region, root) === 'all') region.classList.toggle('above');
    reserve();
  };
  const stayOnTop = () => {
    if (isVisible(region)) keepOnTop(root.host, region);
  };

  const pageLanguage = new MutationObserver(() => void speak().catch(() => {}));
  const remove = () => {
    listening.abort();
    size.disconnect();
    pageLanguage.disconnect();
    region.remove();
    unreserve();
  };

  let cameFrom: EventTarget | null = null;
  region.addEventListener('focusin', ({relatedTarget}) => {
    if (!region.contains(relatedTarget as Node)) cameFrom = relatedTarget;
  });
  const leave = () => {
    const within = region.contains(root.activeElement);
    remove();
    closed();
    if (within) focusBack(cameFrom);
  };
  close.onclick = leave;
  settings.onclick = () => void choice.show('preferences');
  region.onkeydown = ({key}) => {
    if (key === 'Escape') leave();
  };

  await speak();
  root.adoptedStyleSheets.push(styleSheet(announcementStyles));
  root.append(region);
  size.observe(region);
  document.addEventListener('focusin', makeWay, {signal});
  document.addEventListener('scroll', makeWay, {signal, capture: true});
  addEventListener('resize', makeWay, {signal});
  addEventListener('beforeprint', unreserve, {signal});
  addEventListener('afterprint', reserve, {signal});
  pageLanguage.observe(document.documentElement, {attributeFilter: ['lang']});
  setTimeout(() => {
    if (signal.aborted) return;
    text.replaceChildren(...said);
    region.classList.remove('silent');
    makeWay();
    stayOnTop();
  }, BEFORE_SPEAKING);
  return remove;
}

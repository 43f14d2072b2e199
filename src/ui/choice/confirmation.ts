import {hasReloadNote} from '../../browser/reload-note.js';
import {element} from '../shared/element.js';
import type {View} from '../shared/view.js';
import {focusBack} from './focus-back.js';
import {liesOverFocus} from './lies-over-focus.js';

/** Between coming and speaking, in ms. */
export const BEFORE_SPEAKING = 100;

/**
 * Says that an answer has been taken, in the place where the banner was: what it was, and the ways to change it or
 * to have it out of sight. It goes when the visitor goes on, and never hides what has the focus (WCAG 2.4.11): then it
 * stands at the head of the window, or goes.
 * @param answered in words
 * @param focused whether the focus was in what is gone: it comes here, and back from here
 * @returns takes it away
 */
export function confirmation(
  root: ShadowRoot,
  {choice, messages}: View,
  answered: string,
  focused: boolean,
): () => void {
  const said = `${answered} ${messages.change}`;
  // The answer has given it back.
  const cameFrom = document.activeElement;
  const listening = new AbortController();
  const button = (action: string, label: string, onClick: () => void) => {
    const made = element(
      'button',
      {class: 'quiet', part: 'quiet-button', 'data-action': action},
      label,
    );
    made.onclick = onClick;
    return made;
  };
  const remove = () => {
    listening.abort();
    region.remove();
  };
  const leave = () => {
    const within = region.contains(root.activeElement);
    remove();
    if (within) focusBack(cameFrom);
  };
  const text = element('p', {id: 'said'}, said);
  const region = element(
    'section',
    {
      class: `confirmation ${choice.theme ?? 'auto'}`,
      part: 'confirmation',
      'aria-label': messages.open,
      tabindex: '-1',
    },
    element(
      'div',
      {class: 'inner'},
      text,
      element(
        'div',
        {class: 'actions'},
        button('change', messages.settings, () => {
          leave();
          choice.show('preferences');
        }),
        button('hide', messages.close, leave),
      ),
    ),
  );
  root.append(region);
  if (focused) {
    // Who is brought here hears more than its name.
    region.setAttribute('aria-describedby', 'said');
    region.focus();
  }
  // Where the focus does not lead to it, it is read out: a live region only when its text comes after it.
  if (root.activeElement !== region) {
    text.setAttribute('role', 'status');
    text.textContent = '';
    setTimeout(() => (text.textContent = said), BEFORE_SPEAKING);
  }

  const makeWay = () => {
    if (!liesOverFocus(region, root)) return;
    const up = region.classList.toggle('up');
    if (!liesOverFocus(region, root)) return;
    region.classList.toggle('up', !up);
    // Of a part there is enough to be seen, as of an article that is higher than the window.
    if (liesOverFocus(region, root) === 'all') remove();
  };
  makeWay();

  const {signal} = listening;
  const listen = (type: string, listener: (event: Event) => void) =>
    document.addEventListener(type, listener, {signal, capture: true});
  const isOutside = (event: Event) => !event.composedPath().includes(region);
  /** Whether the visitor has pressed a key since: a page moves the focus, too. */
  let pressed = false;
  listen('keydown', () => (pressed = true));
  // What has the focus may be brought under it.
  listen('scroll', makeWay);
  addEventListener('resize', makeWay, {signal});
  // It is said in the next page, and that may take long to come.
  addEventListener('beforeunload', () => hasReloadNote() && remove(), {signal});
  listen('pointerdown', (event) => isOutside(event) && remove());
  listen('focusin', (event) => {
    if (!isOutside(event)) return;
    if (pressed) remove();
    else makeWay();
  });
  region.addEventListener('keydown', ({key}) => key === 'Escape' && leave());
  return leave;
}

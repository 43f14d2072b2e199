/** ms in which a second click is taken for a part of the one before: since that, or since the settings have come by it. */
const MISCLICK = 400;
/** px between the two. */
const NEAR = 40;
/** What a page may act on at a second press: lists open at `mousedown`. */
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'];
/** Their default is scrolling, which is nobody's mistake. */
const TOUCHES = ['touchstart', 'touchend'];

/**
 * Keeps a double click, or an impatient one, from doing what was not meant. On a way to the settings: what lies there now
 * answers, or closes them. On an answer: what lies there now is the page. Keys, assistive technology, and a click elsewhere
 * are heard at once.
 * @param signal ends it
 * @returns told that an answer has been taken
 */
export function ignoreMisclicks(root: ShadowRoot, signal: AbortSignal): () => void {
  /** Where and when clicks were: the last one, the last one while nothing was open, the last one that has answered. */
  let last = [NaN, NaN, NaN];
  let before = last;
  let answering = last;
  /** As `performance.now()`; the first is not a number until what a click has asked for has come. */
  let openUntil = NaN;
  /** Whether what the pointer does now is such a second press, until it has been let go, however long that takes. */
  let second = false;
  const onShown = ({layer}: {readonly layer?: unknown}) => {
    if (layer === 'preferences') openUntil = performance.now() + MISCLICK;
  };
  document.addEventListener('consent-shown', onShown as EventListener, {signal});
  const onPress = (event: MouseEvent) => {
    // When it was made, not when the page has come to it.
    const {type, isTrusted, detail, clientX, clientY, timeStamp} = event;
    const clicked = type === 'click';
    // Keys and assistive technology click with no count.
    if (!isTrusted || (clicked && !detail)) return;
    const open = root.querySelector('dialog[open]');
    const [x, y, at] = (open ? before : answering) as [number, number, number];
    if (type === 'pointerdown') second = false;
    second ||=
      (open
        ? !(timeStamp >= openUntil)
        : timeStamp < at + MISCLICK && !root.querySelector('[part=banner]')) &&
      Math.abs(clientX - x) < NEAR &&
      Math.abs(clientY - y) < NEAR;
    if (second) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (!clicked) return;
    last = [clientX, clientY, timeStamp];
    // Who moves one switch after the other moves each.
    if (!open) [before, openUntil] = [last, NaN];
  };
  for (const type of PRESSES) {
    addEventListener(type, onPress as EventListener, {signal, capture: true});
  }
  const onTouch = (event: Event) => second && event.stopImmediatePropagation();
  for (const type of TOUCHES) {
    addEventListener(type, onTouch, {signal, capture: true, passive: true});
  }
  return () => {
    answering = last;
  };
}

/** ms in which a second click is taken for a part of the one before: since that, or since the settings have come by it. */
const MISCLICK = 400;
/** px between the two. */
const NEAR = 40;

/**
 * Keeps a double click, or an impatient one, from doing what was not meant. On a way to the settings: what lies there now
 * answers, or closes them. On an answer: what lies there now is the page. Keys, assistive technology, and a click elsewhere
 * are heard at once.
 * @param signal ends it
 * @returns told that an answer has been taken
 */
export function ignoreMisclicks(root: ShadowRoot, signal: AbortSignal): () => void {
  let last = [NaN, NaN] as const;
  /** Where the click was whose second one is meant. */
  let [x, y] = last;
  /** As `performance.now()`; not a number until what a click has asked for has come. */
  let until = NaN;
  const wait = () => {
    until = performance.now() + MISCLICK;
  };
  const onShown = ({layer}: {readonly layer?: unknown}) => {
    if (layer === 'preferences') wait();
  };
  document.addEventListener('consent-shown', onShown as EventListener, {signal});
  const onClick = (event: MouseEvent) => {
    const {isTrusted, detail, clientX, clientY} = event;
    if (!isTrusted || !detail) return;
    const now = performance.now();
    const open = root.querySelector('dialog[open]');
    if (
      (open ? !(now >= until) : now < until && !root.querySelector('[part=banner]')) &&
      Math.abs(clientX - x) < NEAR &&
      Math.abs(clientY - y) < NEAR
    ) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      last = [clientX, clientY];
      // Who moves one switch after the other moves each.
      if (!open) [x, y, until] = [...last, NaN];
    }
  };
  addEventListener('click', onClick, {signal, capture: true});
  return () => {
    [x, y] = last;
    wait();
  };
}

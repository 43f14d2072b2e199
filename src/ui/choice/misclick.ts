/** ms after the settings have come in which a second click is taken for a part of the one that has opened them. */
const MISCLICK = 400;
/** px between the two. */
const NEAR = 40;

/**
 * Keeps a double click, or an impatient one, on a way to the settings from answering: what lies there now was not meant, nor was
 * the edge that closes them. Keys, assistive technology, and a click elsewhere are heard at once.
 * @param signal ends it
 */
export function ignoreMisclicks(root: ShadowRoot, signal: AbortSignal): void {
  let x = NaN;
  let y = NaN;
  let shownAt = Infinity;
  const onShown = ({layer}: {readonly layer?: unknown}) => {
    if (layer === 'preferences') shownAt = performance.now();
  };
  document.addEventListener('consent-shown', onShown as EventListener, {signal});
  const onClick = (event: MouseEvent) => {
    const {isTrusted, detail, clientX, clientY} = event;
    if (!root.querySelector('dialog[open]')) {
      [x, y] = [clientX, clientY];
      shownAt = Infinity;
    } else if (
      isTrusted &&
      detail &&
      !(performance.now() - shownAt >= MISCLICK) &&
      Math.abs(clientX - x) < NEAR &&
      Math.abs(clientY - y) < NEAR
    ) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  addEventListener('click', onClick, {signal, capture: true});
}

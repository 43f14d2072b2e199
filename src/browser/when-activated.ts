/** Runs `fn` now, or when a prerendered page is shown to somebody. */
export function whenActivated(fn: () => unknown, signal?: AbortSignal): void {
  if ((document as {prerendering?: boolean}).prerendering) {
    document.addEventListener('prerenderingchange', fn, {signal, once: true});
  } else {
    fn();
  }
}

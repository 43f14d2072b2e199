/** Runs `fn` now, or when a prerendered page is shown to somebody. */
export function whenActivated(fn: () => unknown, signal?: AbortSignal): void {
  if ((document as {prerendering?: boolean}).prerendering) {
    document.addEventListener('prerenderingchange', fn, {once: true, signal});
  } else {
    fn();
  }
}

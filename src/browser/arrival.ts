/**
 * The origin of the page whose link has led here, where this document is the end of a navigation: not a reload, nor a way
 * back. Nothing where the browser was told not to say it.
 */
export function arrivedFrom(): string | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  if ((entry as PerformanceNavigationTiming | undefined)?.type !== 'navigate') return undefined;
  try {
    // Through the prototype: an image called `referrer` shadows the property of the document.
    return new URL(String(Reflect.get(Document.prototype, 'referrer', document))).origin;
  } catch {
    return undefined;
  }
}

/** ms since 1970 when the navigation to this document began. Not `timeOrigin`, which a sleeping machine puts wrong. */
export const setOutAt = (): number => Date.now() - performance.now();

/**
 * Takes the fragment off the address, for good: the way back does not lead to it.
 * @param own what is to stand there instead; the page is told, and scrolls there, as if it had come so
 */
export function replaceFragment(own: string): void {
  const bare = location.href.replace(/#.*/s, '');
  // Through the prototype: the page's own is often one that vendors and routers listen to.
  History.prototype.replaceState.call(history, history.state, '', bare);
  if (own) location.replace(`${bare}#${own}`);
}

/**
 * Calls `back` once when an element is lost with others, as when a router swaps the body. One that
 * was taken away by itself, by a content blocker or by the page, is to stay away.
 * @returns ends it
 */
export function whenSwapped(element: Element, back: () => void): () => void {
  const observer = new MutationObserver((changes) => {
    if (element.isConnected) return;
    observer.disconnect();
    if (changes.some(({removedNodes}) => [...removedNodes].some((node) => node !== element)))
      back();
  });
  observer.observe(document, {childList: true, subtree: true});
  return () => observer.disconnect();
}

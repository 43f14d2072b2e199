import {pageOf} from './landing.js';

interface NavigationApi extends EventTarget {
  readonly currentEntry: unknown;
}

let listener: ((url: string, from: string) => void) | undefined;

/**
 * Calls `changed` at each change of the page's address without a load. Other words after `#` are no
 * other page. One that is handed in later takes the place of the one before.
 * @param changed gets the new address, and the one before
 * @param signal ends it
 */
export function watchRoutes(
  changed: (url: string, from: string) => void,
  signal: AbortSignal,
): void {
  let at = location.href;
  const watching = listener;
  listener = changed;
  if (watching) return;
  signal.addEventListener('abort', () => (listener = undefined));
  const look = () => {
    const before = at;
    at = location.href;
    if (pageOf(at) !== pageOf(before)) listener?.(at, pageOf(before));
  };
  // After what has been set off by the click, so that the page has its new title.
  const soon = () => setTimeout(look);
  const {navigation} = window as {navigation?: NavigationApi};
  if (navigation?.currentEntry) {
    navigation.addEventListener('currententrychange', soon, {signal});
  } else {
    // No native is patched: a new view shows itself in the document.
    addEventListener('popstate', soon, {signal});
    const observer = new MutationObserver(soon);
    observer.observe(document, {childList: true, subtree: true});
    signal.addEventListener('abort', () => observer.disconnect());
  }
}

interface NavigationApi extends EventTarget {
  readonly currentEntry: unknown;
}

let listener: (url: string, from: string) => void;
/** Where the page is, without the part after `#`. */
let at = '';

const here = () => location.href.replace(/#.*/, '');

const look = () => {
  const from = at;
  at = here();
  if (at !== from) listener(location.href, from);
};

/**
 * Calls a listener at each change of the page's address without a load, in the place of the one before
 * it. Other words after `#` are no other page.
 * @param changed gets the new address, and the one before
 */
export function watchRoutes(changed: (url: string, from: string) => void): void {
  listener = changed;
  if (at) return;
  at = here();
  // After what has been set off by the click, so that the page has its new title.
  const soon = () => setTimeout(look);
  const {navigation} = window as {navigation?: NavigationApi};
  if (navigation?.currentEntry) {
    navigation.addEventListener('currententrychange', soon);
  } else {
    // No native is patched: a new view shows itself in the document.
    addEventListener('popstate', soon);
    new MutationObserver(soon).observe(document, {childList: true, subtree: true});
  }
}

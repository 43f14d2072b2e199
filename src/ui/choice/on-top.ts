/**
 * What lies over the banner where the top layer does not help, as a modal dialog in a shadow root does; null where a button is
 * out of sight there, too. Once is enough.
 */
const above = new Set<Element | null | undefined>([undefined]);

const isInTopLayer = (element: Element): boolean => {
  if (element.closest(':popover-open,:modal,:fullscreen')) return true;
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return !!host && isInTopLayer(host);
};

/** What lies over one of the buttons, null where one is out of the window; undefined where a pointer meets all of them. */
function coverOf(host: Element, shown: Element): Element | null | undefined {
  for (const button of shown.querySelectorAll('.actions > button')) {
    const {left, top, width, height} = button.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    if (found !== host) return found;
  }
  return undefined;
}

/**
 * Brings the banner into the browser's top layer where the page lies over its buttons, as with the greatest z-index and
 * later in the document, or has moved it out of the window, as with a transformed `<body>`. Nowhere else; nor where the
 * owner has said how high it stands, nor over what the visitor has open: a dialog, a menu, a film in full screen.
 *
 * A manual popover: it closes no other, is closed by no key, and takes no focus.
 * https://html.spec.whatwg.org/multipage/popover.html
 * @returns whether it has been brought there now
 */
export function keepOnTop(host: HTMLElement, shown: Element): boolean {
  if (
    !('showPopover' in host) ||
    host.matches(':popover-open') ||
    getComputedStyle(host).getPropertyValue('--consent-z-index')
  ) {
    return false;
  }
  const cover = coverOf(host, shown);
  if (above.has(cover) || (cover && isInTopLayer(cover))) return false;
  try {
    host.popover = 'manual';
    host.showPopover();
    if (coverOf(host, shown) === undefined) return true;
  } catch {
    // A page may have taken it out while it was told.
  }
  above.add(cover);
  leaveTop(host);
  return false;
}

/** Where it was before. */
export const leaveTop = (host: HTMLElement): void => host.removeAttribute('popover');

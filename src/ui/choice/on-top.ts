/** What lay over a layer where the top layer was no help, until something else does, or nothing: so long it is not tried again. */
let unhelped: Element | null | undefined;

const isInTopLayer = (element: Element): boolean => {
  if (element.closest(':is(:popover-open,:modal,:fullscreen):not(:root)')) return true;
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return !!host && isInTopLayer(host);
};

/** What a pointer meets, also in the page's own shadow roots. */
function metAt(x: number, y: number, root: DocumentOrShadowRoot = document): Element | null {
  const found = root.elementFromPoint(x, y);
  const inside = found?.shadowRoot;
  // A shadow root answers with its host where the pointer meets that.
  return inside && inside !== root && inside.elementFromPoint(x, y) !== found
    ? (metAt(x, y, inside) ?? found)
    : found;
}

/** What lies over one of the buttons, null where one is out of the window; undefined where a pointer meets ours alone. */
function coverOf(shown: Element): Element | null | undefined {
  for (const button of shown.querySelectorAll('.actions > button')) {
    const {left, top, width, height} = button.getBoundingClientRect();
    const found = metAt(left + width / 2, top + height / 2);
    if (found?.getRootNode() !== button.getRootNode()) return found;
  }
  return undefined;
}

/**
 * Brings a layer into the browser's top layer where the page lies over its buttons, as with the greatest z-index and
 * later in the document, or has moved it out of the window, as with a transformed `<body>`. Nowhere else; nor where the
 * owner has said how high it stands, nor over what the visitor has open: a dialog, a menu, a film in full screen.
 *
 * A manual popover: it closes no other, is closed by no key, and takes no focus. Inside of our shadow root, where the page's
 * rules for popovers and what is behind them do not reach.
 * https://html.spec.whatwg.org/multipage/popover.html
 * @param shown whose `opacity`, and that of all it lies in, has to be looked at from now on: there it hides nothing
 * @returns whether it has been brought there now
 */
export function keepOnTop(host: Element, shown: HTMLElement): boolean {
  if (
    !CSS.supports('selector(:popover-open)') ||
    shown.matches(':popover-open') ||
    !host.isConnected ||
    host.closest('[inert]') ||
    getComputedStyle(host).getPropertyValue('--consent-z-index')
  ) {
    return false;
  }
  const cover = coverOf(shown);
  if (cover === unhelped) return false;
  unhelped = undefined;
  if (cover === undefined || (cover && isInTopLayer(cover))) return false;
  shown.popover = 'manual';
  shown.showPopover();
  if (coverOf(shown) === undefined) return true;
  unhelped = cover;
  leaveTop(shown);
  return false;
}

/** Where it was before. */
export const leaveTop = (shown: Element): void => shown.removeAttribute('popover');

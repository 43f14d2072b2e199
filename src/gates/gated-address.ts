const ADDRESSES = ['src', 'href'];

/**
 * Changes a frame where it is no part of the page. A change in place would be a step of the history, and
 * Back would ask a vendor again whom the visitor has said no to; what a script has put in is not
 * restored with a page either. https://html.spec.whatwg.org/multipage/document-sequences.html
 */
function outside(element: Element, change: () => void): void {
  if (!('contentWindow' in element)) return change();
  const place = new Comment();
  element.replaceWith(place);
  change();
  place.replaceWith(element);
}

/**
 * Gives an element its addresses, or takes them away.
 * @param allowed the address where it may be loaded; else undefined, and the owner has been told
 */
export function applyAddresses(
  element: Element,
  granted: boolean,
  allowed: (address: string) => URL | undefined,
): void {
  for (const name of ADDRESSES) {
    const address = element.getAttribute(`data-${name}`);
    if (address === null || granted === element.hasAttribute(name)) continue;
    if (granted) {
      const url = allowed(address);
      if (url) outside(element, () => element.setAttribute(name, url.href));
    } else {
      outside(element, () => element.removeAttribute(name));
      // A film plays on without its address. By a string: the script builds shorten the other `load`.
      (element as unknown as Record<string, (() => void) | undefined>)['load']?.();
    }
  }
}

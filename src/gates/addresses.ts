/**
 * Attributes that a browser loads from. Gated markup has them with `data-` before their name until its grant: for
 * `<object>` that is `data-data`.
 */
export const ADDRESSES = ['src', 'href', 'srcset', 'poster', 'data'];

const PAIRS = ADDRESSES.map((name) => [`data-${name}`, name] as const);
const isDueNow = (element: Element, open: boolean, [waiting, name]: readonly [string, string]) =>
  element.hasAttribute(waiting) &&
  element.hasAttribute(name) !== open &&
  // That of a frame is for its placeholder.
  (name !== 'poster' || element.localName === 'video');

/** Whether an element has yet to get one of its addresses, or to give it back. */
export const isDue = (element: Element, open: boolean): boolean =>
  PAIRS.some((pair) => isDueNow(element, open, pair));

/** The names of these. */
export const dueOf = (element: Element, open: boolean): readonly string[] =>
  PAIRS.filter((pair) => isDueNow(element, open, pair)).map(([, name]) => name);

/**
 * The addresses of a `srcset`, each with what follows it. An address may hold commas, and does not end with one.
 * https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute
 */
export const candidatesOf = (srcset: string): readonly (readonly [url: string, size: string])[] =>
  [...srcset.matchAll(/[\s,]*(\S*[^\s,])(?:,+(?=\s|$)|([^,]*))/g)].map(([, url, size = '']) => [
    url!,
    size.trim(),
  ]);

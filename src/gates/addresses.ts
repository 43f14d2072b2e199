/**
 * Attributes that a browser loads from. Gated markup has them with `data-` before their name until its grant: for
 * `<object>` that is `data-data`.
 */
export const ADDRESSES = ['src', 'href', 'srcset', 'poster', 'data'];

/** Whether an element has yet to get one of its addresses, or to give it back. */
export const isDue = (element: Element, open: boolean): boolean =>
  ADDRESSES.some(
    (name) => element.hasAttribute(`data-${name}`) && element.hasAttribute(name) !== open,
  );

/**
 * The addresses of a `srcset`, each with what follows it. An address may hold commas, and does not end with one.
 * https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute
 */
export const candidatesOf = (srcset: string): readonly (readonly [url: string, size: string])[] =>
  [...srcset.matchAll(/[\s,]*(\S*[^\s,])(?:,+(?=\s|$)|([^,]*))/g)].map(([, url, size = '']) => [
    url!,
    size.trim(),
  ]);

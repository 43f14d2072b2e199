/*
 * What of a document is asked for through the prototype: markup with a `name`, such as an image called
 * `head` in a visitor's comment, shadows the document's own. https://html.spec.whatwg.org/#dom-document-nameditem
 */

/** Makes an element. */
export const createElement = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  home = document,
): HTMLElementTagNameMap[Tag] =>
  Document.prototype.createElement.call(home, tag) as HTMLElementTagNameMap[Tag];

/** All elements of the page that match; not those in shadow roots. */
export const select = <Found extends Element>(selector: string): NodeListOf<Found> =>
  Document.prototype.querySelectorAll.call(document, selector) as NodeListOf<Found>;

/** A property of it; the `<head>` is null where somebody has taken it out. */
export const ofDocument = <Name extends 'head' | 'cookie' | 'currentScript' | 'activeElement'>(
  name: Name,
  home = document,
): Document[Name] | null => Reflect.get(Document.prototype, name, home);

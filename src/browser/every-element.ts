const METHODS: Readonly<Record<number, Document | DocumentFragment>> = {
  // By the kind of node: the document of a frame is an instance of the frame's classes.
  [Node.DOCUMENT_NODE]: Document.prototype,
  [Node.DOCUMENT_FRAGMENT_NODE]: DocumentFragment.prototype,
};

/**
 * All elements of a document or of an open shadow root; not those in the shadow roots therein. Through the
 * prototypes: an image called `querySelectorAll` or `nodeType` shadows what the document has, and a field called
 * `shadowRoot` is what a form seems to have.
 */
export function everyElement(root: Document | ShadowRoot): HTMLElement[] {
  const kind = Reflect.get<Node, 'nodeType'>(Node.prototype, 'nodeType', root);
  const methods = METHODS[kind];
  return methods
    ? [...methods.querySelectorAll.call<Node, [string], NodeListOf<HTMLElement>>(root, '*')]
    : [];
}

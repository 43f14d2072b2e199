/**
 * All elements of a document or of an open shadow root; not those in the shadow roots therein. Through
 * the prototype: an image called `querySelectorAll` shadows the method of the document.
 */
export const everyElement = (root: Document | ShadowRoot): HTMLElement[] => [
  // By the kind of node: the document of a frame is an instance of the frame's classes.
  ...(root.nodeType === Node.DOCUMENT_NODE
    ? Document
    : DocumentFragment
  ).prototype.querySelectorAll.call<Node, [string], NodeListOf<HTMLElement>>(root, '*'),
];

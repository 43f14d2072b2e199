/** Watches the scripts that are inserted into this page, without letting the foreign ones be requested. */
export interface InsertedScripts {
  /** Addresses in the order of insertion. */
  readonly addresses: string[];
  readonly elements: HTMLScriptElement[];
  /** Gives the page its own `append` back and removes what was inserted. */
  stop(): void;
}

/**
 * Begins to watch. The elements land in the document as they are, but of type "text/plain", so that
 * no test asks a vendor's real host for anything.
 */
export function watchInsertedScripts(): InsertedScripts {
  const elements: HTMLScriptElement[] = [];
  const addresses: string[] = [];
  const {head} = document;
  head.append = (...nodes: (Node | string)[]) => {
    for (const node of nodes) {
      if (node instanceof HTMLScriptElement) {
        elements.push(node);
        addresses.push(node.src);
        node.type = 'text/plain';
      }
    }
    Element.prototype.append.apply(head, nodes);
  };
  return {
    addresses,
    elements,
    stop() {
      delete (head as {append?: unknown}).append;
      elements.forEach((element) => element.remove());
    },
  };
}

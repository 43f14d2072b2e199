const GATED = '[data-consent]';
const ADDRESSES = ['src', 'href'];

/**
 * Holds the page's own markup back: every element with `data-consent`.
 * @param stateOf the visitor's answer to a category or service, undefined while there is none
 * @param allowed the address where markup may load from it; else undefined, and the owner has been told
 * @param activate brings a script to life, in the order of the calls; asks right before whether it still may
 * @param signal ends the search for markup that arrives later
 * @returns activates what is granted and takes the address from what is not; the result is true when
 *   a script that ran can only be stopped by a reload
 */
export function createMarkupGate(
  stateOf: (id: string) => boolean | undefined,
  allowed: (address: string) => URL | undefined,
  activate: (script: HTMLScriptElement, stillOpen: () => boolean) => void,
  signal: AbortSignal,
): () => boolean {
  const activated = new WeakSet<Element>();
  /** The ids that scripts which have run were granted by. */
  const relied = new Set<string>();

  const idsOf = (element: Element) => element.getAttribute('data-consent')!.match(/\S+/g) ?? [];
  /** All ids must be granted; `!id` means denied, which is not the same as undecided. */
  const isOpen = (element: Element) => {
    const ids = idsOf(element);
    return (
      !!ids[0] &&
      ids.every((id) => (id[0] === '!' ? stateOf(id.slice(1)) === false : stateOf(id) === true))
    );
  };

  const applyAddress = (element: Element, name: string, granted: boolean) => {
    const address = element.getAttribute(`data-${name}`);
    if (address === null) return;
    if (!granted) return element.removeAttribute(name);
    if (element.hasAttribute(name)) return;
    const url = allowed(address);
    if (url) element.setAttribute(name, url.href);
  };

  const applyTo = (element: Element) => {
    const granted = isOpen(element);
    if (!(element instanceof HTMLScriptElement)) {
      ADDRESSES.forEach((name) => applyAddress(element, name, granted));
    } else if (granted && element.type === 'text/plain' && !activated.has(element)) {
      activated.add(element);
      activate(element, () => {
        const open = isOpen(element);
        if (open) idsOf(element).forEach((id) => relied.add(id));
        else activated.delete(element);
        return open;
      });
    }
  };

  const observer = new MutationObserver((changes) => {
    for (const {addedNodes} of changes) {
      for (const node of addedNodes as NodeListOf<Element>) {
        // A text has neither method.
        if (node.matches?.(GATED)) applyTo(node);
        node.querySelectorAll?.(GATED).forEach(applyTo);
      }
    }
  });
  observer.observe(document, {childList: true, subtree: true});

  signal.addEventListener('abort', () => observer.disconnect());

  return () => {
    document.querySelectorAll(GATED).forEach(applyTo);
    return [...relied].some((id) => id[0] !== '!' && stateOf(id) !== true);
  };
}

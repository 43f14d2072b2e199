/** Not a form: its fields may be called like the methods of an element. */
const GATED = '[data-consent]:not(form)';
const ADDRESSES = ['src', 'href'];

/** What an element waits for. */
export const idsOf = (element: Element): readonly string[] =>
  element.getAttribute('data-consent')!.match(/\S+/g) ?? [];

/**
 * Holds the page's own markup back: every element with `data-consent`.
 * @param stateOf the visitor's answer to a category or service, undefined while there is none
 * @param allowed the address where markup may load from it; else undefined, and the owner has been told
 * @param activate brings a script to life, in the order of the calls; asks right before whether it still may,
 *   and adds the ids without whose grant it can only be stopped by a reload
 * @returns activates what is granted and takes the address from what is not, in the whole document or
 *   in what has been added; the result is true when a script that ran can only be stopped by a reload.
 *   A page that is to be left for another reason (`leaving`) or for this one starts no script any more
 */
export function createMarkupGate(
  stateOf: (id: string) => boolean | undefined,
  allowed: (address: string) => URL | undefined,
  activate: (script: HTMLScriptElement, stillOpen: () => boolean, relied: Set<string>) => void,
): (leaving?: boolean, roots?: Iterable<Node>) => boolean {
  const activated = new WeakSet<Element>();
  /** What scripts which have run cannot do without. */
  const relied = new Set<string>();

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
    if (address === null || granted === element.hasAttribute(name)) return;
    if (!granted) {
      element.removeAttribute(name);
      // A film plays on without its address. By a string: the script builds shorten the other `load`.
      return (element as unknown as Record<string, (() => void) | undefined>)['load']?.();
    }
    const url = allowed(address);
    if (url) element.setAttribute(name, url.href);
  };

  const applyTo = (element: Element, leaving: boolean) => {
    const granted = isOpen(element);
    if (!(element instanceof HTMLScriptElement)) {
      ADDRESSES.forEach((name) => applyAddress(element, name, granted));
    } else if (granted && !leaving && element.type === 'text/plain' && !activated.has(element)) {
      activated.add(element);
      // Deleting says true.
      activate(element, () => isOpen(element) || !activated.delete(element), relied);
    }
  };

  return (leaving = false, roots = [document]) => {
    leaving ||= [...relied].some((id) => stateOf(id) !== true);
    for (const root of roots as Iterable<Element>) {
      try {
        // A text has neither method, the document not the first.
        if (root.matches?.(GATED)) applyTo(root, leaving);
        root.querySelectorAll?.(GATED).forEach((element) => applyTo(element, leaving));
      } catch {
        // A form whose fields are called like its methods: what is gated in it stays shut.
      }
    }
    return leaving;
  };
}

import {ADDRESSES, candidatesOf, dueOf} from './addresses.js';
import {privateAddress} from './private-address.js';

/** What has got its address, and whether it may have it still. Weak: most of it never comes back. */
const granted = new Set<WeakRef<Element>>();
const isOpen = new WeakMap<Element, () => boolean>();

/** A film plays on without its address, and plays another only when it is told to. By a string: the script builds shorten the other `load`. */
const reload = (element: Element | null) =>
  (element as unknown as Record<string, (() => void) | undefined> | null)?.['load']?.();

function takeAway(element: Element, name: string): void {
  element.removeAttribute(name);
  reload(element.localName === 'source' ? element.parentElement : element);
}

const forgetGone = () => {
  for (const reference of granted) if (!reference.deref()) granted.delete(reference);
};

/**
 * From now on takes the address also from what is out of the page when it is withdrawn: put back, it would ask
 * the vendor before anybody could look at it.
 * @param signal ends it
 */
export function watchAbsent(signal: AbortSignal): void {
  const look = () => {
    forgetGone();
    for (const reference of granted) {
      const element = reference.deref()!;
      if (!element.isConnected && !isOpen.get(element)!()) {
        for (const name of ADDRESSES) {
          if (element.hasAttribute(`data-${name}`)) takeAway(element, name);
        }
      }
    }
  };
  document.addEventListener('consent-change', look, {signal});
}

/** What is embedded is not unloaded in place either. */
const isFrame = (element: Element) => 'contentWindow' in element || element.localName === 'embed';

/**
 * Changes a frame where it is no part of the page. A change in place would be a step of the history, and
 * Back would ask a vendor again whom the visitor has said no to; what a script has put in is not
 * restored with a page either. https://html.spec.whatwg.org/multipage/document-sequences.html
 */
function outside(element: Element, change: () => void): void {
  if (!isFrame(element)) return change();
  const place = new Comment();
  element.replaceWith(place);
  change();
  place.replaceWith(element);
}

/**
 * Gives an element its addresses, or takes them away.
 * @param mayHave whether it may have them, asked again later
 * @param allowed the address where it may be loaded
 * @param refuse tells the owner of one that may not
 */
export function applyAddresses(
  element: Element,
  mayHave: () => boolean,
  allowed: (address: string) => URL | undefined,
  refuse: (address: string) => void,
): void {
  const open = mayHave();
  if (open) {
    if (!isOpen.has(element)) granted.add(new WeakRef(element));
    if (granted.size % 1000 === 0) forgetGone();
    isOpen.set(element, mayHave);
  }
  const pass = (address: string) => {
    const url = allowed(address);
    if (!url) refuse(address);
    // An owner's `hosts` may know the other host alone.
    return (url && isFrame(element) && allowed(privateAddress(url))?.href) || (url?.href ?? '');
  };
  /** What is to stand in an attribute; nothing where none of it may be loaded. */
  const found = (name: string) => {
    const value = element.getAttribute(`data-${name}`)!;
    return name === 'srcset'
      ? candidatesOf(value)
          .map(([address, size]) => [pass(address), size])
          .filter(([url]) => url)
          .map((candidate) => candidate.join(' ').trim())
          .join(', ')
      : pass(value);
  };
  const due = dueOf(element, open);
  if (!due[0]) return;
  if (!open) {
    outside(element, () => due.forEach((name) => takeAway(element, name)));
    return;
  }
  const values = due.map((name) => [name, found(name)] as const).filter(([, value]) => value);
  // Once for all of them: a frame that is put in begins to load.
  if (values[0])
    outside(element, () => values.forEach(([name, value]) => element.setAttribute(name, value)));
  // A film that has found no source does not look again.
  if (element.localName === 'source') reload(element.parentElement);
}

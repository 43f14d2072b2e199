import {select} from '../browser/document.js';
import {isDue} from './addresses.js';
import {GATED} from './gated.js';

/** What an element waits for. */
export const idsOf = (element: Element): readonly string[] =>
  element.getAttribute('data-consent')!.match(/\S+/g) ?? [];

/** The ids of the scripts that one waits for, whatever else there is; undefined for one that keeps the order of the document. */
export const afterOf = (script: Element): readonly string[] | null | undefined =>
  script.getAttribute('data-consent-after')?.match(/\S+/g);

/**
 * Sees to the whole document, or to what has been added.
 * @param leaving whether the page is to be left for another reason: no script is started any more
 * @returns true when it is to be left, for that reason or because a script that ran can only be stopped so
 */
export type MarkupGate = (leaving?: boolean, roots?: Iterable<Node>) => boolean;

/**
 * Holds the page's own markup back: every element with `data-consent`.
 * @param stateOf the visitor's answer to a category or service, undefined while there is none
 * @param applyTo brings an element to what `isOpen` says when it is its turn (`open` is what it says now), in the order of the calls, and
 *   adds the ids without which what a script does can only be stopped by a reload; called again at each
 *   look until the element is as it should be
 * @param relied what scripts which have run cannot do without; of the page, where a gate may come after another
 * @param shut told of each frame that stays shut
 * @param once what is open all the same, for the visitor has opened it alone
 */
export function createMarkupGate(
  stateOf: (id: string) => boolean | undefined,
  applyTo: (element: Element, isOpen: () => boolean, relied: Set<string>, open: boolean) => void,
  relied = new Set<string>(),
  shut: (frame: HTMLIFrameElement) => void = () => {},
  once: (element: Element) => boolean = () => false,
): MarkupGate {
  /** All ids must be granted; `!id` means denied, which is not the same as undecided. */
  const isGranted = (element: Element) => {
    const ids = idsOf(element);
    return (
      !!ids[0] &&
      ids.every((id) => (id[0] === '!' ? stateOf(id.slice(1)) === false : stateOf(id) === true))
    );
  };
  const isOpen = (element: Element) => once(element) || isGranted(element);

  const see = (element: Element, leaving: boolean, known: Map<string, boolean>) => {
    const ids = element.getAttribute('data-consent')!;
    // Many wait for the same.
    let open = known.get(ids);
    if (open === undefined) known.set(ids, (open = isGranted(element)));
    open ||= once(element);
    if (
      element instanceof HTMLScriptElement
        ? open && !leaving && element.type === 'text/plain'
        : isDue(element, open)
    ) {
      applyTo(element, () => isOpen(element), relied, open);
    }
    if (!open && element instanceof HTMLIFrameElement) shut(element);
  };

  return (leaving = false, roots = [document]) => {
    leaving ||= [...relied].some((id) => stateOf(id) !== true);
    const known = new Map<string, boolean>();
    for (const root of roots as Iterable<Element>) {
      try {
        // Through the prototype, for an image may be called like a method of the document.
        if ((root as Node) === document) {
          select(GATED).forEach((element) => see(element, leaving, known));
        } else {
          // A text has neither method.
          if (root.matches?.(GATED)) see(root, leaving, known);
          root.querySelectorAll?.(GATED).forEach((element) => see(element, leaving, known));
        }
      } catch {
        // A form whose fields are called like its methods: what is gated in it stays shut.
      }
    }
    return leaving;
  };
}

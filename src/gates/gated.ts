/** What is held back. Not a form: its fields may be called like the methods of an element. */
export const GATED = '[data-consent]:not(form)';

/** And what the same file sees to. */
const SOUGHT = GATED + ',consent-policy';

/** Whether anything that is held back, or the place of the policy, lies in the document, or in what has been added. */
export function anyGated(roots: Iterable<Node>): boolean {
  try {
    // A text has neither method, the document not the first.
    return [...(roots as Iterable<Element>)].some(
      (root) => root.matches?.(SOUGHT) || root.querySelector?.(SOUGHT),
    );
  } catch {
    // A form whose fields are called like its methods.
    return true;
  }
}

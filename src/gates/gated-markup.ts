import {applyAddresses} from './gated-address.js';
import {activateScript, type ScriptTools} from './gated-script.js';

/** The next task: one for all that are brought in this one. */
let next: Promise<void> | undefined;
const nextTask = () =>
  (next ??= new Promise((resolve) =>
    setTimeout(() => {
      next = undefined;
      resolve();
    }),
  ));

/**
 * Brings one element of the page's gated markup to what the visitor has said.
 * @param isOpen asked when it is this element's turn
 * @param relied gets the ids without whose grant a script that has run can only be stopped by a reload
 * @returns resolves a task later: code in the page that waits for no file has run by then
 */
export async function applyTo(
  tools: ScriptTools,
  element: Element,
  isOpen: () => boolean,
  relied: Set<string>,
): Promise<void> {
  if (element instanceof HTMLScriptElement) activateScript(tools, element, isOpen, relied);
  else applyAddresses(element, isOpen(), tools.allowed);
  await nextTask();
}

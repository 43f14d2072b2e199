import {applyAddresses, watchAbsent} from './gated-address.js';
import {activateScript, type ScriptTools} from './gated-script.js';

/** The gate that sees to it, of which a page may have one after another. */
let watched: AbortSignal | undefined;

/**
 * Brings one element of the page's gated markup to what the visitor has said.
 * @param isOpen asked when it is this element's turn
 * @param relied gets the ids without whose grant a script that has run can only be stopped by a reload
 */
export function applyTo(
  tools: ScriptTools,
  element: Element,
  isOpen: () => boolean,
  relied: Set<string>,
): void {
  if (watched !== tools.signal) watchAbsent((watched = tools.signal));
  if (element instanceof HTMLScriptElement) activateScript(tools, element, isOpen, relied);
  // A script of SVG would run past all that is asked of the others.
  else if (!(element instanceof SVGScriptElement))
    applyAddresses(element, isOpen, tools.allowed, tools.refuse);
}

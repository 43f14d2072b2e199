import {createElement, ofDocument} from '../browser/document.js';
import {everyElement} from '../browser/every-element.js';

/** Sending a form is the visitor's own doing and stays free; scripts of the own origin may come, ours among them. */
const NOTHING = "default-src 'none';script-src 'self';style-src 'unsafe-inline'";

/** The frames of a document, also those in open shadow roots, which `window.length` leaves out. */
const framesOf = (root: Document | ShadowRoot): Window[] =>
  everyElement(root).flatMap((element) => {
    const {contentWindow, shadowRoot} = element as HTMLIFrameElement;
    return [...(contentWindow ? [contentWindow] : []), ...(shadowRoot ? framesOf(shadowRoot) : [])];
  });

/**
 * Stops what cannot be stopped in place: from here on the document and its own frames may request
 * nothing from anybody else. Without this a vendor's unload handlers would send once more before a reload.
 * @param rules a Content-Security-Policy; another one while the visitor may go on working in the page.
 *   Policies add up, so a second call can only be stricter
 */
export function quarantine(rules = NOTHING): void {
  const isolate = (view: Window) => {
    try {
      const {document} = view;
      const policy = createElement('meta', document);
      policy.httpEquiv = 'Content-Security-Policy';
      policy.content = rules;
      ofDocument('head', document)?.append(policy);
      framesOf(document).forEach(isolate);
    } catch {
      // A frame of another origin: it is its own document's.
    }
  };
  isolate(window);
}

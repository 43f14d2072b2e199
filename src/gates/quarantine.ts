/** Sending a form is the visitor's own doing and stays free. */
const NOTHING = "default-src 'none';script-src 'self';style-src 'unsafe-inline'";

/**
 * Stops what cannot be stopped in place: from here on the document and its own frames may request
 * nothing. Without this a vendor's unload handlers would send once more before a reload.
 * @param rules a Content-Security-Policy; another one while the visitor may go on working in the page.
 *   Policies add up, so a second call can only be stricter
 */
export function quarantine(rules = NOTHING): void {
  const isolate = (view: Window) => {
    try {
      const {document} = view;
      const policy = document.createElement('meta');
      policy.httpEquiv = 'Content-Security-Policy';
      policy.content = rules;
      // Through the prototype: an image called `head` shadows the property of the document.
      Reflect.get<Document, 'head'>(Document.prototype, 'head', document).append(policy);
      for (let i = 0; i < view.length; i++) isolate(view[i]!);
    } catch {
      // A frame of another origin: it is its own document's.
    }
  };
  isolate(window);
}

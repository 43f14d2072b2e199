import {trustedScriptUrl} from '../browser/insert-script.js';
import {allowedUrl} from '../browser/url-policy.js';

/** Tells the owner of gated markup that stays shut. */
export const warnAddress = (address: string) =>
  console.warn(`consent-gate: "${address}" is no address that may be loaded`);

let loaded: Promise<unknown> = Promise.resolve();
let ran: Promise<unknown> | undefined;

/**
 * Brings a `<script type="text/plain">` to life, with `data-src` or inline, in the order in which it
 * is called: an inline script waits for the ordered external ones before it, as when the page is
 * parsed. The type to run as is `data-type` ("module"), else a classic script.
 *
 * The same element goes back to its place: only so does the browser keep its nonce, and take inline
 * code under Trusted Types (a copy does not run).
 * @param hosts what it may load from; any https host where undefined
 * @param stillOpen asked right before it runs, since it may have waited
 */
export function activateScript(
  script: HTMLScriptElement,
  hosts: readonly string[] | undefined,
  stillOpen: () => boolean,
): void {
  const address = script.getAttribute('data-src');
  const url = address === null ? undefined : allowedUrl(address, hosts);
  if (address !== null && !url) {
    return warnAddress(address);
  }
  const ordered = !script.hasAttribute('async');

  const insert = () =>
    new Promise((resolve) => {
      if (!stillOpen()) return resolve(0);
      const place = document.createComment('');
      script.replaceWith(place);
      script.type = script.getAttribute('data-type') ?? 'text/javascript';
      // Set either way: a parsed script without `async` counts as async once it is put back.
      script.async = !ordered;
      script.onload = script.onerror = resolve;
      try {
        if (url) script.src = trustedScriptUrl(url);
        place.replaceWith(script);
      } catch (error) {
        console.error('consent-gate:', error);
        resolve(0);
      }
      if (!url || !script.isConnected) resolve(0);
    });

  if (!ordered) void insert();
  else if (!url) ran = loaded = loaded.then(insert);
  else loaded = Promise.all([loaded, ran ? ran.then(insert) : insert()]);
}

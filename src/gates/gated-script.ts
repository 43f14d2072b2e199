import {pageNonce, trusted} from '../browser/insert-script.js';
import {report, warn} from '../browser/report.js';
import {allowedUrl} from '../browser/url-policy.js';

/** Tells the owner of gated markup that stays shut. */
export const warnAddress = (address: string): void => warn(`"${address}" may not be loaded`);

let loaded: Promise<unknown> = Promise.resolve();
let ran: Promise<unknown> | undefined;

/**
 * Brings a `<script type="text/plain">` to life, with `data-src` or inline, in the order in which it
 * is called: an inline script waits for the ordered external ones before it, as when the page is
 * parsed. The type to run as is `data-type` ("module"), else a classic script.
 *
 * A new element takes its place: one that came by `innerHTML` counts as started, and so does a clone.
 * @param hosts what it may load from; any https host where undefined
 * @param stillOpen asked right before it runs, since it may have waited
 */
export function activateScript(
  script: HTMLScriptElement,
  hosts: readonly string[] | undefined,
  stillOpen: () => boolean,
): void {
  // One of its own passes no other way than ours.
  const address = script.getAttribute('data-src') ?? script.getAttribute('src');
  const url = address === null ? undefined : allowedUrl(address, hosts);
  // With 'strict-dynamic' what we insert may run: so markup that somebody slipped in must not get here.
  if ((address !== null && !url) || script.nonce !== pageNonce()) {
    return warnAddress(address ?? 'inline');
  }
  const ordered = !script.hasAttribute('async');

  const insert = () =>
    new Promise<unknown>((resolve) => {
      const fresh = document.createElement('script');
      for (const {name, value} of script.attributes) fresh.setAttribute(name, value);
      fresh.type = script.getAttribute('data-type') === 'module' ? 'module' : '';
      // The attribute of a nonce is empty once it is in the page.
      fresh.nonce = script.nonce;
      fresh.async = !ordered;
      fresh.addEventListener('load', resolve);
      fresh.addEventListener('error', resolve);
      if (url) fresh.src = trusted('createScriptURL', url.href);
      else fresh.text = trusted('createScript', script.text);
      if (stillOpen()) script.replaceWith(fresh);
      // One that does not run tells nothing.
      if (!url || fresh.noModule || !fresh.isConnected) resolve(0);
    }).catch(report);

  if (!ordered) void insert();
  else if (!url) ran = loaded = loaded.then(insert);
  else loaded = Promise.all([loaded, ran ? ran.then(insert) : insert()]);
}

import {createElement, select} from '../browser/document.js';
import {report} from '../browser/report.js';
import type {HeldService} from '../services/held-service.js';
import {afterOf, idsOf} from './markup-gate.js';

/** What gated markup needs of its site; handed over, for a page has one policy. */
export interface ScriptTools {
  /** The address where it may be loaded. */
  allowed(address: string): URL | undefined;
  /** Tells the owner of markup that stays shut. */
  refuse(what: string): void;
  trusted(kind: 'createScript' | 'createScriptURL', text: string): string;
  readonly held: readonly HeldService[];
  /** Ends it all. */
  readonly signal: AbortSignal;
}

/** Those that have run, or never will: whatever the page does with them, they do not get another turn. */
const done = new WeakSet<Element>();
/** By the id of its element: that a script has run, or has failed. */
const ends = new Map<string, {promise: Promise<unknown>; resolve: (value?: unknown) => void}>();
const endOf = (id: string) => {
  let end = ends.get(id);
  if (!end) {
    let resolve!: (value?: unknown) => void;
    const promise = new Promise<unknown>((done) => (resolve = done));
    ends.set(id, (end = {promise, resolve}));
  }
  return end;
};
let loaded: Promise<unknown> = Promise.resolve();
let ran: Promise<unknown> | undefined;

/**
 * Brings a `<script type="text/plain">` to life, with `data-src` or inline, in the order in which it
 * is called: an inline script waits for the ordered external ones before it, as when the page is
 * parsed. The type to run as is `data-type` ("module"), else a classic script. One with `data-consent-after` waits for
 * the scripts of these ids alone, and nobody for it who does not name it.
 *
 * A new element takes its place: one that came by `innerHTML` counts as started, and so does a clone.
 * Called more than once for one that waits, it runs once.
 * @param stillOpen asked right before it runs, since it may have waited
 * @param relied gets the ids whose withdrawal only a reload obeys: all but a service whose owner says that
 *   it stops by itself
 */
export function activateScript(
  {allowed, refuse, trusted, held}: ScriptTools,
  script: HTMLScriptElement,
  stillOpen: () => boolean,
  relied: Set<string>,
): void {
  if (done.has(script)) return;
  // One of its own passes no other way than ours.
  const address = script.getAttribute('data-src') ?? script.getAttribute('src');
  const url = address === null ? undefined : allowed(address);
  // With 'strict-dynamic' what we insert may run: so markup that somebody slipped in must not get here.
  // Which of two nonces is the page's nobody here can say.
  const slippedIn = [...select<HTMLScriptElement>('script[nonce]:not([data-consent])')].some(
    // One that went through `innerHTML` has lost it.
    ({nonce}) => nonce && nonce !== script.nonce,
  );
  if (slippedIn || (address !== null && !url)) {
    refuse(address ?? 'inline');
    return void done.add(script);
  }
  const after = afterOf(script);
  const ordered = !after && !script.hasAttribute('async');
  const stopsItself = (id: string) =>
    held.some(
      ({service, configured}) =>
        service.id === id && configured.every(({onWithdraw}) => onWithdraw === 'stop'),
    );

  const insert = () =>
    new Promise<unknown>((resolve) => {
      // One that the page has taken out has its turn when it is back.
      if (!stillOpen() || !script.isConnected || done.has(script)) return resolve(0);
      done.add(script);
      for (const id of idsOf(script)) if (id[0] !== '!' && !stopsItself(id)) relied.add(id);
      const fresh = createElement('script');
      for (const {name, value} of script.attributes) fresh.setAttribute(name, value);
      fresh.type = script.getAttribute('data-type') === 'module' ? 'module' : '';
      // The attribute of a nonce is empty once it is in the page.
      fresh.nonce = script.nonce;
      fresh.async = !ordered;
      const end = (event?: Event) => {
        resolve(event);
        if (fresh.id) endOf(fresh.id).resolve();
      };
      fresh.addEventListener('load', end);
      fresh.addEventListener('error', end);
      if (url) fresh.src = trusted('createScriptURL', url.href);
      else fresh.text = trusted('createScript', script.text);
      // A router may give it back the attributes that the server has sent.
      done.add(fresh);
      script.replaceWith(fresh);
      // One that does not run tells nothing.
      if (!url || fresh.noModule || !fresh.isConnected) end();
    }).catch(report);

  // The parser may not have come to its end: code that is run then is not all of it.
  const parsed =
    document.readyState === 'loading' && !script.nextSibling
      ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve))
      : undefined;
  if (after) void Promise.all([parsed, ...after.map((id) => endOf(id).promise)]).then(insert);
  else if (!ordered) void Promise.resolve(parsed).then(insert);
  else if (!url) ran = loaded = loaded.then(() => parsed).then(insert);
  else loaded = Promise.all([loaded, ran ? ran.then(insert) : insert()]);
}

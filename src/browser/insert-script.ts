import {createElement, ofDocument, select} from './document.js';

interface ScriptPolicy {
  createScript(code: string): string;
  createScriptURL(url: string): string;
}

let policy: ScriptPolicy | undefined;

/**
 * An address that `allowedUrl` has let through, or code that stood in the page, in the form that a
 * script takes under Trusted Types: through our own policy `consent-gate`. Throws where a page does not allow it.
 */
export function trusted(kind: keyof ScriptPolicy, text: string): string {
  const same = (value: string) => value;
  policy ??= (
    window as unknown as {
      trustedTypes?: {createPolicy?(name: string, rules: ScriptPolicy): ScriptPolicy};
    }
  ).trustedTypes?.createPolicy?.('consent-gate', {createScript: same, createScriptURL: same});
  return policy?.[kind](text) ?? text;
}

/** The nonce that the page's policy asks of its scripts; empty where there is none. */
export const pageNonce = (): string => select<HTMLScriptElement>('script[nonce]')[0]?.nonce ?? '';

const inserted = new Set<string>();

/**
 * Requests a script once in this page's life, with the page's nonce. A request that failed (content
 * blocker, network) is forgotten, so that a later grant tries again.
 * @param ordered run after the ordered ones inserted before it, as parsed scripts do
 * @param arrived called when it has run
 */
export function insertScript(url: URL, ordered: boolean | undefined, arrived: () => unknown): void {
  const {href} = url;
  if (inserted.has(href)) return;
  const script = createElement('script');
  script.nonce = pageNonce();
  script.async = !ordered;
  script.onload = arrived;
  script.onerror = () => inserted.delete(href);
  script.src = trusted('createScriptURL', href);
  inserted.add(href);
  ofDocument('head')!.append(script);
}

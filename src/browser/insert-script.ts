interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

let policy: ScriptUrlPolicy | undefined;

/**
 * The address in the form that `script.src` takes under Trusted Types: through our own policy
 * `consent-gate`. Where a page does not allow that policy the plain string goes out, and the
 * browser refuses it: nothing is loaded.
 * @param url an address that `allowedUrl` has let through
 */
export function trustedScriptUrl(url: URL): string {
  try {
    policy ??= (
      window as unknown as {
        trustedTypes?: {createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy};
      }
    ).trustedTypes?.createPolicy('consent-gate', {createScriptURL: (address) => address});
  } catch {
    // Not among the page's `trusted-types`.
  }
  return policy ? policy.createScriptURL(url.href) : url.href;
}

const inserted = new Set<string>();

/**
 * Requests a script once in this page's life, with the page's nonce. A request that failed (content
 * blocker, network) is forgotten, so that a later grant tries again.
 * @param ordered run after the ordered ones inserted before it, as parsed scripts do
 */
export function insertScript(url: URL, ordered = false): void {
  const {href} = url;
  if (inserted.has(href)) return;
  const script = document.createElement('script');
  script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  script.async = !ordered;
  script.onerror = () => inserted.delete(href);
  script.src = trustedScriptUrl(url);
  inserted.add(href);
  document.head.append(script);
}

import type {ConsentGate} from './api.js';
import {cookieNames} from './browser/cookies.js';
import {ofDocument, select} from './browser/document.js';
import {report} from './browser/report.js';
import {whenActivated} from './browser/when-activated.js';
import {isSitePage} from './browser/site-page.js';
import type {Fetch} from './modules.js';
import {ONE, startOnce} from './start.js';

declare global {
  interface Window {
    consentGate?: ConsentGate;
  }
}

/**
 * The `<script>` that is running. Through the prototype: markup like `<img name="currentScript">`
 * shadows the property of the document.
 */
export const runningScript = ofDocument('currentScript') as HTMLScriptElement | null;

/**
 * Where the files beside the script lie, from another origin by an address in full: a relative `import()` in a classic script
 * from another origin has no base (Chromium: "import() is called from a CORS-cross-origin script"). A relative address
 * is left to the browser: `src` in full would follow a `<base>` that somebody has slipped in since, to another host.
 */
export const folder = runningScript?.getAttribute('src')?.includes('//')
  ? new URL('.', runningScript.src).href
  : '';

/**
 * Starts from a script tag: sets `window.consentGate`, then finds the config.
 * @param folder as in `startOnce`
 */
export function startFromTag(fetchModule: Fetch, folder?: string): void {
  const {gate, begin} = startOnce(fetchModule, folder);
  window.consentGate = gate;
  if (!begin) return;
  // Who has never answered is asked: the UI is on its way before the config is read.
  if (isSitePage() && !cookieNames().join().includes('consent-gate')) {
    whenActivated(() => fetchModule('ui').catch(() => {}));
  }
  const dataset = runningScript?.dataset ?? {};
  const {config: address, configOrigin} = dataset;

  const find: () => unknown = async () => {
    try {
      const inline = select('script[data-consent-gate]');
      if (inline.length !== +!address) {
        return report(ONE);
      }
      if (!address) return begin(inline[0]!.textContent);
      await new Promise<void>((resolve) => whenActivated(resolve));
      // No redirect, and no `<base>` that somebody has slipped in, leads to another origin.
      const response = configOrigin
        ? undefined
        : await fetch(address, {mode: 'same-origin', redirect: 'error'}).catch(() => {});
      if (response?.ok) return begin(await response.text());
      await (await fetchModule('remote')).fetchConfig(dataset, begin);
    } catch (error) {
      report(error);
    }
  };
  // A script without `defer` may stand before the config.
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', find);
  } else {
    find();
  }
}

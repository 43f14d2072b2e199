import {runningScript, startFromTag} from './tag.js';

/**
 * Fetches the files beside this one, from another origin by an address in full: a relative `import()` in a classic script
 * from another origin has no base (Chromium: "import() is called from a CORS-cross-origin script").
 */
// A relative address is left to the browser: `src` in full would follow a `<base>` that somebody has
// slipped in since, to another host.
const folder = runningScript?.getAttribute('src')?.includes('//')
  ? new URL('.', runningScript.src).href
  : '';
startFromTag((name) => import(`${folder || './'}consent-gate-${name}.js`), folder);

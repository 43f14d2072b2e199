import {runningScript, startFromTag} from './tag.js';

/**
 * Fetches the files beside this one, by an address in full: a relative `import()` in a classic script
 * from another origin has no base (Chromium: "import() is called from a CORS-cross-origin script").
 */
startFromTag(
  (name) => import(new URL(`consent-gate-${name}.js`, runningScript?.src || document.baseURI).href),
);

/** How something of a browser can fail. */
export const WAYS = ['throws', 'is undefined', 'throws when used'] as const;
export type Way = (typeof WAYS)[number];

/** What browsers, their settings and their extensions take from a page. */
export const STORES = [
  'document.cookie',
  'localStorage',
  'sessionStorage',
  'BroadcastChannel',
  'crypto',
  'cookieStore',
  'matchMedia',
  'indexedDB',
] as const;

/** Oddities that have nothing to do with storage: what is run in the page before anything else. */
export const ODDITIES: Readonly<Record<string, string>> = {
  'navigator.languages is undefined':
    'Object.defineProperty(Navigator.prototype,"languages",{get:()=>undefined})',
  'Intl has no DisplayNames': 'delete Intl.DisplayNames',
  'Intl has no PluralRules and no NumberFormat': 'delete Intl.PluralRules,delete Intl.NumberFormat',
  'performance.getEntriesByType is missing': 'delete Performance.prototype.getEntriesByType',
  'ResizeObserver is missing': 'delete window.ResizeObserver',
  'navigator.globalPrivacyControl throws':
    'Object.defineProperty(Navigator.prototype,"globalPrivacyControl",{get(){throw Error("no")}})',
};

/** A script for `<head>` that takes these from the page. */
export const faulty = (names: readonly string[], way: Way): string =>
  `<script>(${spoil.toString()})(${JSON.stringify(names)},${JSON.stringify(way)})</script>`;

/** Runs in the page. */
function spoil(names: readonly string[], way: Way) {
  const refuse = () => {
    throw new DOMException('taken away by the test', 'SecurityError');
  };
  const useless = new Proxy(() => {}, {
    get: refuse,
    set: refuse,
    has: refuse,
    ownKeys: refuse,
    apply: refuse,
    construct: refuse,
  });
  for (const name of names) {
    if (name === 'document.cookie') {
      const get = () => (way === 'is undefined' ? undefined : '');
      Object.defineProperty(Document.prototype, 'cookie', {
        configurable: true,
        get: way === 'throws' ? refuse : get,
        set: way === 'is undefined' ? () => {} : refuse,
      });
    } else {
      const get = () => (way === 'is undefined' ? undefined : useless);
      Object.defineProperty(window, name, {
        configurable: true,
        get: way === 'throws' ? refuse : get,
      });
    }
  }
}

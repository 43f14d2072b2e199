import type {Page} from './service.js';

const globals = globalThis as unknown as {dataLayer?: unknown; gtag?: unknown};

/** Which of Google's services run. */
const running = new Set<string>();
/** What we have told about consent; it stays in the layer when the rest is dropped. */
const told = new Set<unknown>();
let last = '';

const layer = (): unknown[] =>
  (Array.isArray(globals.dataLayer) ? globals.dataLayer : (globals.dataLayer = [])) as unknown[];

/** Puts a command in the layer. It must be a real `arguments` object; an array is not understood. */
export function command(..._words: unknown[]): unknown {
  // eslint-disable-next-line prefer-rest-params
  layer().push(arguments);
  // eslint-disable-next-line prefer-rest-params
  return arguments;
}

const tell = (kind: 'default' | 'update', signals: object) => {
  told.add(command('consent', kind, signals));
};

/**
 * Drops what must not be sent: commands and events from before the grant or after the withdrawal.
 * Variables (objects without an event) stay; the layer is the page's and is never patched.
 */
const drop = () =>
  layer().splice(
    0,
    Infinity,
    ...layer().filter(
      (item) =>
        told.has(item) ||
        (Object.prototype.toString.call(item) === '[object Object]' &&
          !('event' in (item as object))),
    ),
  );

const signals = (has: Page['has']) => {
  const say = (yes: boolean) => (yes ? 'granted' : 'denied');
  const ads = say(has('advertising'));
  const functional = say(has('functional'));
  return {
    ad_storage: ads,
    ad_user_data: ads,
    ad_personalization: ads,
    analytics_storage: say(has('analytics') || has('google-analytics')),
    functionality_storage: functional,
    personalization_storage: functional,
    security_storage: 'granted',
  };
};

/** The page's `gtag`: drops calls while nothing of Google's runs. It may have one that keeps them. */
export function guard(): void {
  globals.gtag = function gtag() {
    // eslint-disable-next-line prefer-rest-params
    if (running.size) layer().push(arguments);
  };
}

/** Tells Google what is granted now, where that has changed; `update` of each service of Google's. */
export function update(_settings: unknown, page: Page): void {
  const now = signals(page.has);
  if (last !== (last = JSON.stringify(now))) tell('update', now);
}

/**
 * Basic consent mode: everything denied first, then what is granted; the tag itself is requested
 * only after this. https://support.google.com/analytics/answer/14009635
 */
export function begin(id: string, page: Page): void {
  if (!running.size) drop();
  running.add(id);
  if (!told.size)
    tell(
      'default',
      signals(() => false),
    );
  update(0, page);
}

/** Tells the denial and drops what waits. */
export function end(id: string, page: Page): void {
  running.delete(id);
  update(0, page);
  if (!running.size) drop();
}

/** Where Google's tags come from. */
export const GOOGLE_TAGS = 'https://www.googletagmanager.com/';
/** And its hosts. */
export const GOOGLE_HOSTS: readonly string[] = ['*.googletagmanager.com'];
/**
 * What they write; a container may bring any of it, and Analytics that is linked with Ads `_gcl_…`.
 * https://policies.google.com/technologies/cookies
 */
export const GOOGLE_COOKIES = '_g(a|at|ac|cl)(_.*)?|_gid|_gali|_dc_gtm_.*|AMP_TOKEN|FPID|FPLC|FPAU';

import {globals} from './globals.js';
import type {Page, Service, Settings} from './service.js';

/** Which of Google's services run. */
const running = new Set<string>();
/** What we have told about consent; it stays in the layer when the rest is dropped. */
const told = new Set<unknown>();
let last = '';

/** The page's `dataLayer`, made where there is none. */
export const layer = (): unknown[] =>
  (Array.isArray(globals['dataLayer'])
    ? globals['dataLayer']
    : (globals['dataLayer'] = [])) as unknown[];

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
        // Commands and lists have a length.
        (item &&
          (item as {length?: unknown}).length === undefined &&
          !(item as {event?: unknown}).event),
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

/** Tells Google what is granted now, where that has changed. */
const update = (_settings: unknown, {has}: Page) => {
  const now = signals(has);
  if (last !== (last = JSON.stringify(now))) tell('update', now);
};

/** Where Google's tags come from. */
export const GOOGLE_TAGS = 'https://www.googletagmanager.com/';

/**
 * One of Google's services in basic consent mode: everything denied first, then what is granted; the
 * tag itself is requested only after this. https://support.google.com/analytics/answer/14009635
 * @param start its own part of the loading
 * @param more what is special about it; its `disable` is the switch that the tag looks at
 */
export const googleService = (
  id: string,
  start: (settings: readonly Settings[], page: Page) => void,
  {
    disable,
    ...more
  }: Partial<Service> & {
    disable?: (settings: readonly Settings[], off: boolean) => void;
  },
): Service => ({
  id,
  revision: 1,
  hosts: ['*.googletagmanager.com'],
  /*
   * What Google's tags write; a container may bring any of it, and Analytics that is linked with Ads
   * `_gcl_…`. https://policies.google.com/technologies/cookies
   */
  cookies: '_g(a|at|ac|cl)(_.*)?|_gid|_gali|_dc_gtm_.*|AMP_TOKEN|FPID|FPLC|FPAU|FPGCL.*|_gaexp',

  /** The page's `gtag`: drops calls while nothing of Google's runs. It may have one that keeps them. */
  guard() {
    globals['gtag'] = function gtag() {
      // eslint-disable-next-line prefer-rest-params
      if (running.size) layer().push(arguments);
    };
  },

  load(settings, page) {
    disable?.(settings, false);
    if (!running.size) drop();
    running.add(id);
    if (!told.size)
      tell(
        'default',
        signals(() => false),
      );
    update(0, page);
    start(settings, page);
  },

  stop(settings, page) {
    disable?.(settings, true);
    running.delete(id);
    update(0, page);
    // What waits must not be sent.
    if (!running.size) drop();
  },

  update,
  ...more,
});

import {drop, layer, told} from './data-layer.js';
import {globals} from './globals.js';
import type {Page, Service, Settings} from './service.js';

/** Which of Google's services run. */
const running = new Set<string>();
let last = '';

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

const isEvent = (item: unknown) => +((item as unknown[])[0] === 'event');

const signals = (has: Page['has']) => {
  const say = (category: string, id = category) =>
    has(category) || has(id) ? 'granted' : 'denied';
  const ads = say('advertising', 'google-ads');
  const functional = say('functional');
  return {
    ad_storage: ads,
    ad_user_data: ads,
    // A question of its own, where the entry of Ads makes it one.
    ad_personalization: (has('google-ads:personalization') ?? true) ? ads : 'denied',
    analytics_storage: say('analytics', 'google-analytics'),
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

/** One of Google's services. */
export interface GoogleService extends Service {
  /** Its own part of the loading. */
  begin(settings: readonly Settings[], page: Page): void;
  /** The switch that its tag looks at. */
  disable?(settings: readonly Settings[], off: boolean): void;
}

/**
 * One of Google's services in basic consent mode: everything denied first, then what is granted; the
 * tag itself is requested only after this. https://support.google.com/analytics/answer/14009635
 *
 * Others are made of it, which share what it knows: services/catalogue/google-ads.ts.
 * @param more what is special about it
 */
export const googleService = (
  more: Partial<GoogleService> & Pick<GoogleService, 'id' | 'begin'>,
): GoogleService => ({
  revision: 1,
  hosts: ['*.googletagmanager.com'],
  traces: '_g.*|_dc_.*|AMP_.*|FP.*',

  /** The page's `gtag`: drops calls while nothing of Google's runs. It may have one that keeps them. */
  guard() {
    globals['gtag'] = function gtag() {
      // eslint-disable-next-line prefer-rest-params
      if (running.size) layer().push(arguments);
    };
  },

  load(settings, page) {
    this.disable?.(settings, false);
    if (!told.size)
      tell(
        'default',
        signals(() => false),
      );
    update(0, page);
    if (!running.size) drop(layer() as never, page.early);
    running.add(this.id);
    this.begin(settings, page);
    // An event before its `config` would have no target.
    if (page.early) layer().sort((a, b) => isEvent(a) - isEvent(b));
  },

  stop(settings, page) {
    this.disable?.(settings, true);
    running.delete(this.id);
    update(0, page);
    // What waits must not be sent.
    if (!running.size) drop(layer() as never);
  },

  update,
  ...more,
});

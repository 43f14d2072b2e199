import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';

interface Fbq {
  (...call: unknown[]): void;
  /** Set by the vendor's script, which takes the calls from here. */
  callMethod?: (...call: unknown[]) => void;
  queue: unknown[];
  push?: Fbq;
  loaded: boolean;
  version: string;
}

let granted = false;
/** The page's `fbq`: without a grant a call is dropped. */
const fbq: Fbq = Object.assign(
  (...call: unknown[]) => {
    if (!granted) return;
    if (fbq.callMethod) fbq.callMethod(...call);
    else fbq.queue.push(call);
  },
  {loaded: true, version: '2.0', queue: []},
);

/**
 * Meta Pixel; grant and revoke: https://developers.facebook.com/docs/meta-pixel/implementation/gdpr. Cookies from there
 * and the Open Cookie Database. Revoked it keeps what it sees itself for the next grant, hence `reload`.
 */
export const service = (): CatalogueService => {
  // A page may have called a stub of its own by now.
  const early = (globals['fbq'] as Fbq | undefined)?.queue ?? [];
  globals['fbq'] = globals['_fbq'] = fbq.push = fbq;
  return {
    id: 'meta-pixel',
    revision: 1,
    facts: {
      name: 'Meta Pixel',
      vendor: 'Meta',
      country: 'US',
      category: 'advertising',
      purposes: ['advertising', 'personalised-advertising'],
      parameters: {'pixelId!': '\\d+'},
    },
    hosts: ['connect.facebook.net'],
    traces: '_fb[cp]|lastExternalRef.*',
    reload: true,
    details: {
      policyUrl: 'https://www.facebook.com/privacy/policy/',
      cookies: [
        {name: '_fbp', days: 90},
        {name: '_fbc', days: 90},
      ],
      storage: [
        {name: 'lastExternalReferrer', days: null},
        {name: 'lastExternalReferrerTime', days: null},
      ],
      unreachable: [{name: 'fr', days: 90, where: 'facebook.com'}],
    },
    load(settings, page) {
      granted = true;
      fbq('consent', 'grant');
      settings.forEach(({['pixelId']: id}) => fbq('init', id));
      fbq('track', 'PageView');
      if (page.early) early.forEach((call) => fbq(...(call as unknown[])));
      page.insertScript(settings[0]!.scriptUrl ?? 'https://connect.facebook.net/en_US/fbevents.js');
    },
    stop() {
      fbq('consent', 'revoke');
      granted = false;
      // Of a script that has not come yet, which would send what waits before it hears of the no.
      fbq.queue.length = 0;
    },
  };
};

export const csp: CspSources = {
  'script-src': 'https://connect.facebook.net',
  'connect-src': 'https://www.facebook.com',
  'img-src': 'https://www.facebook.com',
};

import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';

const SCRIPT = 'https://analytics.tiktok.com/i18n/pixel/events.js';
const METHODS = ['page', 'track', 'identify', 'on', 'ready'];

/**
 * The pixel of TikTok: https://ads.tiktok.com/help/article/how-to-use-cookies-with-tiktok-pixel. Whether it stops sending at its own
 * word for a no is not said, hence `reload`. Its controller outside the EU and the US is in Singapore.
 */
export const service = (): CatalogueService => ({
  id: 'tiktok-pixel',
  revision: 1,
  facts: {
    name: 'TikTok Pixel',
    vendor: 'TikTok',
    country: 'SG',
    category: 'advertising',
    purposes: ['advertising', 'personalised-advertising'],
    parameters: {'pixelId!': '[A-Z0-9]+'},
  },
  hosts: ['analytics.tiktok.com'],
  traces: '_?tt[_c].*|_ttp',
  reload: true,
  details: {
    policyUrl: 'https://www.tiktok.com/legal/privacy-policy',
    cookies: [
      {name: '_ttp', days: 389},
      {name: '_tt_enable_cookie', days: 389},
      {name: 'ttcsid*', days: 365},
    ],
    storage: ['tt_appInfo', 'tt_sessionId', 'tt_pixel_session_index'].map((name) => ({
      name,
      days: 0,
    })),
    unreachable: [
      {name: '_ttp', days: 390, where: 'tiktok.com'},
      {name: 'ttwid', days: 365, where: 'tiktok.com'},
    ],
  },
  load(settings, page) {
    const ttq: unknown[] & Record<string, unknown> = Object.assign([] as never, {
      methods: METHODS,
      _i: {},
    });
    globals['TiktokAnalyticsObject'] = 'ttq';
    globals['ttq'] = ttq;
    for (const name of METHODS) ttq[name] = (...words: unknown[]) => ttq.push([name, ...words]);
    (ttq['page'] as () => void)();
    for (const {['pixelId']: id} of settings as readonly Record<string, string>[]) {
      (ttq['_i'] as Record<string, unknown>)[id!] = Object.assign([], {_u: SCRIPT});
      page.insertScript(`${SCRIPT}?sdkid=${id}&lib=ttq`);
    }
  },
});

export const csp: CspSources = {
  'script-src': 'https://analytics.tiktok.com',
  'connect-src': 'https://*.tiktok.com https://*.tiktokw.us',
};

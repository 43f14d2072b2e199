import {googleUnreachable} from '../google-unreachable.js';
import {globals} from '../globals.js';
import type {GoogleService} from '../google-consent.js';
import type {CatalogueService, CspSources, Service} from '../service.js';

type Gtag = (...words: unknown[]) => void;
const gtag: Gtag = (...words) => (globals['gtag'] as Gtag)(...words);

/** Whether a command is for an account of Ads. */
const isForAds = ([, name, fields]: readonly unknown[]) =>
  /\bAW-/.test([name, (fields as {send_to?: unknown} | undefined)?.send_to].join());

/**
 * Google Ads, conversions and remarketing, by gtag.js: https://support.google.com/google-ads/answer/7548399. Cookies:
 * https://business.safety.google/adscookies/. What it has sent off cannot be stopped in place. It is made of Analytics,
 * with which it shares consent mode and the page's `gtag`.
 */
export const service = (_entry: object, known: ReadonlyMap<string, Service>): CatalogueService => {
  const analytics = known.get('google-analytics') as GoogleService;
  let runs = false;
  const made: GoogleService = {
    ...analytics,
    id: 'google-ads',
    reload: true,
    disable(_settings, off) {
      runs = !off;
    },
    begin(settings, page) {
      gtag('js', new Date());
      settings.forEach((entry) => gtag('config', entry['conversionId'], {...entry.options}));
      const {scriptUrl, conversionId} = settings[0]!;
      page.insertScript(
        scriptUrl ?? `https://www.googletagmanager.com/gtag/js?id=${conversionId as string}`,
      );
    },
  };
  analytics.guard!();
  const pass = globals['gtag'] as Gtag;
  // Where Analytics runs alone its tag would send what is addressed to Ads.
  globals['gtag'] = (...words: unknown[]) => {
    if (runs || !isForAds(words)) pass(...words);
  };
  return {
    ...made,
    revision: 1,
    facts: {
      name: 'Google Ads',
      vendor: 'Google',
      country: 'US',
      category: 'advertising',
      purposes: ['advertising', 'personalised-advertising'],
      parameters: {'conversionId!': 'AW-\\d+'},
    },
    details: {
      policyUrl: 'https://policies.google.com/privacy',
      cookies: [
        {name: '_gcl_*', days: 90},
        {name: '_gac_*', days: 90},
        {name: 'FPGCL*', days: 90},
        {name: 'FPAU', days: 90},
      ],
      storage: [{name: '_gcl_ls', days: null}],
      unreachable: googleUnreachable,
    },
  };
};

const SENT =
  'https://*.googletagmanager.com https://www.googleadservices.com https://googleads.g.doubleclick.net https://pagead2.googlesyndication.com https://www.google.com';
export const csp: CspSources = {
  'script-src': SENT,
  'connect-src': SENT,
  'img-src': SENT,
  'frame-src': 'https://*.googletagmanager.com https://td.doubleclick.net',
};

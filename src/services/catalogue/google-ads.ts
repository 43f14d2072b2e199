import {globals} from '../globals.js';
import type {GoogleService} from '../google-consent.js';
import type {CatalogueService, CspSources, Page, Service} from '../service.js';

type Gtag = (...words: unknown[]) => void;

/**
 * Google Ads, conversions and remarketing, by gtag.js: https://support.google.com/google-ads/answer/7548399. Cookies:
 * https://business.safety.google/adscookies/. What it has sent off cannot be stopped in place. It is made of Analytics,
 * with which it shares consent mode, the page's `gtag` and the revision.
 */
export const service = (
  _entry: object,
  register: ReadonlyMap<string, Service>,
): CatalogueService & GoogleService => {
  const analytics = register.get('google-analytics') as GoogleService & {
    revision: number;
    /** Where this runs, while it does: of the page, for two entries may bring this file and that which wraps it. */
    ads?: Page | null;
  };
  analytics.guard!();
  const pass = globals['gtag'] as Gtag;
  // Where one of the two runs alone its tag would send what is addressed to the other.
  globals['gtag'] = (...words: unknown[]) => {
    const to = ['', words[1], (words[2] as {send_to?: unknown} | undefined)?.send_to];
    const other = analytics.ads ? /,G-/ : /,AW-/;
    if (analytics.ads?.has(analytics.id) || !other.test(to as never)) pass(...words);
  };
  return {
    ...analytics,
    id: 'google-ads',
    reload: true,
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
      cookies: ['_gcl_*', '_gac_*', 'FPGCL*', 'FPAU'].map((name) => ({name, days: 90})),
      storage: [{name: '_gcl_ls', days: null}],
      unreachable: ['IDE', 'DSID', 'test_cookie', 'NID'].map((name) => ({
        name,
        days: null,
        where: name === 'NID' ? 'google.com' : 'doubleclick.net',
      })),
    },
    disable: () => (analytics.ads = null),
    begin(settings, page) {
      analytics.ads = page;
      const {scriptUrl, conversionId} = settings[0]!;
      pass('js', new Date());
      settings.forEach((entry) => pass('config', entry['conversionId'], {...entry.options}));
      page.insertScript(
        scriptUrl ?? `https://www.googletagmanager.com/gtag/js?id=${conversionId as string}`,
      );
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

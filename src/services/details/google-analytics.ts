import type {CspSources, ServiceDetails} from '../service.js';

/** https://support.google.com/analytics/answer/11397207; the older names from the Open Cookie Database. */
export const googleAnalytics: ServiceDetails = {
  policyUrl: 'https://policies.google.com/privacy',
  cookies: [
    {name: '_ga', days: 730},
    {name: '_ga_*', days: 730},
    {name: '_gid', days: 1},
    {name: '_gat', days: 1 / 1440},
    {name: '_gat_*', days: 1 / 1440},
    {name: '_dc_gtm_*', days: 1 / 1440},
    {name: '_gac_*', days: 90},
    {name: '_gali', days: 30 / 86400},
    {name: 'AMP_TOKEN', days: 365},
    {name: 'FPLC', days: 20 / 24},
  ],
  storage: [],
  unreachable: [
    {name: 'FPID', days: 730, where: 'HttpOnly'},
    {name: 'IDE', days: null, where: 'doubleclick.net'},
    {name: 'DSID', days: null, where: 'doubleclick.net'},
    {name: 'test_cookie', days: null, where: 'doubleclick.net'},
    {name: 'NID', days: null, where: 'google.com'},
  ],
};

/** https://developers.google.com/tag-platform/security/guides/csp */
export const googleAnalyticsCsp: CspSources = {
  'script-src': 'https://*.googletagmanager.com',
  'img-src': 'https://*.google-analytics.com https://*.googletagmanager.com',
  'connect-src':
    'https://*.google-analytics.com https://*.analytics.google.com https://*.googletagmanager.com',
};

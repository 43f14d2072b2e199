import {googleAnalytics} from './google-analytics.js';
import type {CspSources, ServiceDetails} from '../service.js';

/** What the container itself brings; what the owner's tags in it store, only the owner knows. */
export const googleTagManager: ServiceDetails = {
  policyUrl: 'https://policies.google.com/privacy',
  cookies: [
    {name: '_ga', days: 730},
    {name: '_ga_*', days: 730},
    {name: '_gcl_*', days: 90},
    {name: '_gac_*', days: 90},
    {name: '_dc_gtm_*', days: 1 / 1440},
  ],
  storage: [],
  unreachable: googleAnalytics.unreachable,
};

/** https://developers.google.com/tag-platform/security/guides/csp */
export const googleTagManagerCsp: CspSources = {
  'script-src': 'https://*.googletagmanager.com',
  'img-src': 'https://*.googletagmanager.com',
  'connect-src': 'https://*.googletagmanager.com https://*.google-analytics.com',
};

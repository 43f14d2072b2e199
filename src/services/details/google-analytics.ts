import {googleUnreachable} from '../google-unreachable.js';
import type {ServiceDetails} from '../service.js';

/** https://support.google.com/analytics/answer/11397207; the older names from the Open Cookie Database. */
export const details: ServiceDetails = {
  id: 'google-analytics',
  policyUrl: 'https://policies.google.com/privacy',
  cookies: [
    {name: '_ga', days: 730},
    {name: '_ga_*', days: 730},
    {name: '_gid', days: 1},
    {name: '_gat', days: 1 / 1440},
    {name: '_gat_*', days: 1 / 1440},
    {name: '_dc_gtm_*', days: 1 / 1440},
    {name: '_gac_*', days: 90},
    // Where Analytics is linked with Ads, or runs through a server of the site.
    {name: '_gcl_*', days: 90},
    {name: 'FPGCL*', days: 90},
    {name: 'FPAU', days: 90},
    {name: '_gaexp', days: 90},
    {name: '_gali', days: 30 / 86400},
    {name: 'AMP_TOKEN', days: 365},
    {name: 'FPLC', days: 20 / 24},
  ],
  storage: [],
  unreachable: googleUnreachable,
};

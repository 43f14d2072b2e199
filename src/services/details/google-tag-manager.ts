import {googleUnreachable} from '../google-unreachable.js';
import type {ServiceDetails} from '../service.js';

/** What the container itself brings; what the owner's tags in it store, only the owner knows. */
export const details: ServiceDetails = {
  id: 'google-tag-manager',
  policyUrl: 'https://policies.google.com/privacy',
  cookies: [
    {name: '_ga', days: 730},
    {name: '_ga_*', days: 730},
    {name: '_gcl_*', days: 90},
    {name: '_gac_*', days: 90},
    {name: '_dc_gtm_*', days: 1 / 1440},
  ],
  storage: [],
  unreachable: googleUnreachable,
};

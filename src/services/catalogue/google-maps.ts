import type {CatalogueService, CspSources} from '../service.js';

/** Frames of Google Maps: https://developers.google.com/maps/documentation/embed/embedding-map; cookies from the Open Cookie Database. */
export const service = (): CatalogueService => ({
  id: 'google-maps',
  revision: 1,
  facts: {
    name: {en: 'Google Maps', ru: 'Google Карты'},
    vendor: 'Google',
    country: 'US',
    category: 'functional',
    purposes: ['media'],
  },
  hosts: ['www.google.com', 'maps.google.com'],
  details: {
    policyUrl: 'https://policies.google.com/privacy',
    cookies: [],
    storage: [],
    unreachable: [
      {name: 'NID', days: 365, where: 'google.com'},
      {name: 'OGPC', days: 30, where: 'google.com'},
      {name: 'OGP', days: 60, where: 'google.com'},
    ],
  },
});

export const csp: CspSources = {'frame-src': 'https://www.google.com https://maps.google.com'};

import type {CatalogueService, CspSources} from '../service.js';

/** Spotify embeds: https://developer.spotify.com/documentation/embeds; cookies from the Open Cookie Database. */
export const service = (): CatalogueService => ({
  id: 'spotify',
  revision: 1,
  facts: {
    name: 'Spotify',
    vendor: 'Spotify',
    country: 'SE',
    category: 'functional',
    purposes: ['media'],
  },
  hosts: ['open.spotify.com'],
  details: {
    policyUrl: 'https://www.spotify.com/legal/privacy-policy/',
    cookies: [],
    storage: [],
    unreachable: [
      {name: 'sp_t', days: 60, where: 'spotify.com'},
      {name: 'sp_landing', days: 1, where: 'spotify.com'},
    ],
  },
});

export const csp: CspSources = {'frame-src': 'https://open.spotify.com'};

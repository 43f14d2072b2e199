import type {CatalogueService, CspSources} from '../service.js';

/** YouTube embeds: all that its frame stores stands on youtube.com, out of the site's reach. */
export const service = (): CatalogueService => ({
  id: 'youtube',
  revision: 1,
  facts: {
    name: 'YouTube',
    vendor: 'Google',
    country: 'US',
    category: 'functional',
    purposes: ['media'],
  },
  hosts: ['*.youtube.com', '*.youtube-nocookie.com'],
  details: {
    policyUrl: 'https://policies.google.com/privacy',
    cookies: [],
    storage: [],
    unreachable: [
      {name: 'VISITOR_INFO1_LIVE', days: 179, where: 'youtube.com'},
      {name: 'VISITOR_PRIVACY_METADATA', days: null, where: 'youtube.com'},
      {name: 'YSC', days: 0, where: 'youtube.com'},
      {name: '__Secure-ROLLOUT_TOKEN', days: null, where: 'youtube.com'},
    ],
  },
});

export const csp: CspSources = {
  'frame-src': 'https://www.youtube.com https://www.youtube-nocookie.com',
};

import type {CatalogueService, CspSources} from '../service.js';

/** Vimeo embeds: https://help.vimeo.com/hc/en-us/articles/26080940921361. `?dnt=1` in their address keeps them from setting some of these. */
export const service = (): CatalogueService => ({
  id: 'vimeo',
  revision: 1,
  facts: {
    name: 'Vimeo',
    vendor: 'Vimeo',
    country: 'US',
    category: 'functional',
    purposes: ['media', 'statistics'],
  },
  hosts: ['player.vimeo.com'],
  details: {
    policyUrl: 'https://vimeo.com/privacy',
    cookies: [],
    storage: [],
    unreachable: [
      {name: 'vuid', days: 730, where: 'vimeo.com'},
      {name: 'player', days: 365, where: 'vimeo.com'},
      {name: 'flags', days: 365, where: 'vimeo.com'},
      {name: 'lc_*', days: 7, where: 'vimeo.com'},
      {name: 'player_clearance', days: 7, where: 'vimeo.com'},
      {name: '__cf_bm', days: 30 / 1440, where: 'vimeo.com'},
      {name: '_cfuvid', days: 0, where: 'vimeo.com'},
      {name: 'cf_clearance', days: 365, where: 'vimeo.com'},
    ],
  },
});

export const csp: CspSources = {'frame-src': 'https://player.vimeo.com'};

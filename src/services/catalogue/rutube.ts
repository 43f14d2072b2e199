import type {CatalogueService, CspSources} from '../service.js';

/** RUTUBE embeds: https://github.com/rutube/RutubePlayerJSAPI. Which cookies its frames set on rutube.ru is not known. */
export const service = (): CatalogueService => ({
  id: 'rutube',
  revision: 1,
  facts: {
    name: 'RUTUBE',
    vendor: 'RUTUBE',
    country: 'RU',
    category: 'functional',
    purposes: ['media'],
  },
  hosts: ['rutube.ru'],
  details: {
    policyUrl: 'https://rutube.ru/info/privacy/',
    cookies: [],
    storage: [],
    unreachable: [],
  },
});

export const csp: CspSources = {'frame-src': 'https://rutube.ru'};

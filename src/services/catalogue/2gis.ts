import type {CatalogueService, CspSources} from '../service.js';

/** Frames of 2GIS, their addresses as sites have them. Which cookies they set is not known. */
export const service = (): CatalogueService => ({
  id: '2gis',
  revision: 1,
  facts: {
    name: {en: '2GIS', ru: '2ГИС'},
    vendor: '2GIS',
    country: 'RU',
    category: 'functional',
    purposes: ['media'],
  },
  hosts: ['makemap.2gis.ru', 'widgets.2gis.com'],
  details: {
    policyUrl: 'https://law.2gis.ru/privacy',
    cookies: [],
    storage: [],
    unreachable: [],
  },
});

export const csp: CspSources = {'frame-src': 'https://makemap.2gis.ru https://widgets.2gis.com'};

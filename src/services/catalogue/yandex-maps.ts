import type {CatalogueService, CspSources} from '../service.js';

/** Frames of Yandex Maps: https://yandex.ru/support/maps/ru/concept/get-map-reference. Cookies as Yandex sets them on all of its sites. */
export const service = (): CatalogueService => ({
  id: 'yandex-maps',
  revision: 1,
  facts: {
    name: {en: 'Yandex Maps', ru: 'Яндекс Карты'},
    vendor: 'Yandex',
    country: 'RU',
    category: 'functional',
    purposes: ['media'],
  },
  hosts: ['yandex.ru', 'yandex.com'],
  details: {
    policyUrl: 'https://yandex.ru/legal/confidential/',
    cookies: [],
    storage: [],
    unreachable: [
      {name: 'yandexuid', days: 365, where: 'yandex.ru'},
      {name: 'yuidss', days: 365, where: 'yandex.ru'},
      {name: 'ymex', days: 365, where: 'yandex.ru'},
      {name: 'i', days: 365, where: 'yandex.ru'},
      {name: '_yasc', days: 3650, where: 'yandex.ru'},
      {name: 'bh', days: 365, where: 'yandex.ru'},
    ],
  },
});

export const csp: CspSources = {
  'frame-src': 'https://yandex.ru https://yandex.com',
};

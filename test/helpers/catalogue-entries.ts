import type {CatalogueEntry, CatalogueId} from '../../src/config/config.js';

/** Each service of the catalogue as an owner would configure it. */
export const CATALOGUE_ENTRIES: {readonly [Id in CatalogueId]: CatalogueEntry & {service: Id}} = {
  'meta-pixel': {service: 'meta-pixel', pixelId: '1234567890'},
  'vk-pixel': {service: 'vk-pixel', pixelId: '3456789'},
  'google-ads': {service: 'google-ads', conversionId: 'AW-123456789'},
  'linkedin-insight': {service: 'linkedin-insight', partnerId: '123456'},
  clarity: {service: 'clarity', projectId: 'abcdefghij'},
  hotjar: {service: 'hotjar', siteId: '1234567'},
  roistat: {service: 'roistat', projectId: '0123456789abcdef0123456789abcdef'},
  jivo: {service: 'jivo', widgetId: 'abcdeFGH12'},
  intercom: {service: 'intercom', appId: 'abcd1234'},
  vimeo: {service: 'vimeo'},
  rutube: {service: 'rutube'},
  'vk-video': {service: 'vk-video'},
  spotify: {service: 'spotify'},
  'yandex-maps': {service: 'yandex-maps'},
  'google-maps': {service: 'google-maps'},
  '2gis': {service: '2gis'},
  'yandex-smartcaptcha': {service: 'yandex-smartcaptcha'},
};

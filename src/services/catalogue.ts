import type {CatalogueId} from '../config/config.js';
import type {ServiceFile} from './service.js';

/** Services that have a file of their own, which is fetched where one is configured; `own` is what an owner has written out. */
export const catalogue: {readonly [Id in CatalogueId | 'own']: () => Promise<ServiceFile>} = {
  own: () => import('./own.js'),
  'meta-pixel': () => import('./catalogue/meta-pixel.js'),
  'vk-pixel': () => import('./catalogue/vk-pixel.js'),
  'google-ads': () => import('./catalogue/google-ads.js'),
  'linkedin-insight': () => import('./catalogue/linkedin-insight.js'),
  clarity: () => import('./catalogue/clarity.js'),
  hotjar: () => import('./catalogue/hotjar.js'),
  roistat: () => import('./catalogue/roistat.js'),
  jivo: () => import('./catalogue/jivo.js'),
  intercom: () => import('./catalogue/intercom.js'),
  vimeo: () => import('./catalogue/vimeo.js'),
  rutube: () => import('./catalogue/rutube.js'),
  'vk-video': () => import('./catalogue/vk-video.js'),
  spotify: () => import('./catalogue/spotify.js'),
  'yandex-maps': () => import('./catalogue/yandex-maps.js'),
  'google-maps': () => import('./catalogue/google-maps.js'),
  '2gis': () => import('./catalogue/2gis.js'),
  'yandex-smartcaptcha': () => import('./catalogue/yandex-smartcaptcha.js'),
};

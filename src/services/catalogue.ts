import type {CatalogueId} from '../config/config.js';
import type {ServiceFile} from './service.js';

type Extended = `google-${'ads' | 'analytics' | 'tag-manager'}+` | 'yandex-metrica+' | 'matomo+';

/**
 * Services that have a file of their own, which is fetched where one is configured; `own` is what an owner has written
 * out. With a `+` what they are where their entry asks for what few do (src/fetch-services.ts).
 */
export const catalogue: {
  readonly [Id in CatalogueId | Extended | 'own']: () => Promise<ServiceFile>;
} = {
  own: () => import('./own.js'),
  'yandex-metrica+': () => import('./extended/yandex-metrica.js'),
  'google-analytics+': () => import('./extended/google-analytics.js'),
  'google-tag-manager+': () => import('./extended/google-tag-manager.js'),
  'matomo+': () => import('./extended/matomo.js'),
  'google-ads+': () => import('./extended/google-ads.js'),
  'meta-pixel': () => import('./catalogue/meta-pixel.js'),
  'vk-pixel': () => import('./catalogue/vk-pixel.js'),
  'google-ads': () => import('./catalogue/google-ads.js'),
  'tiktok-pixel': () => import('./catalogue/tiktok-pixel.js'),
  'microsoft-uet': () => import('./catalogue/microsoft-uet.js'),
  'linkedin-insight': () => import('./catalogue/linkedin-insight.js'),
  clarity: () => import('./catalogue/clarity.js'),
  hotjar: () => import('./catalogue/hotjar.js'),
  matomo: () => import('./catalogue/matomo.js'),
  posthog: () => import('./catalogue/posthog.js'),
  liveinternet: () => import('./catalogue/liveinternet.js'),
  sentry: () => import('./catalogue/sentry.js'),
  calltouch: () => import('./catalogue/calltouch.js'),
  roistat: () => import('./catalogue/roistat.js'),
  jivo: () => import('./catalogue/jivo.js'),
  'carrot-quest': () => import('./catalogue/carrot-quest.js'),
  intercom: () => import('./catalogue/intercom.js'),
  vimeo: () => import('./catalogue/vimeo.js'),
  rutube: () => import('./catalogue/rutube.js'),
  'vk-video': () => import('./catalogue/vk-video.js'),
  spotify: () => import('./catalogue/spotify.js'),
  'yandex-maps': () => import('./catalogue/yandex-maps.js'),
  'google-maps': () => import('./catalogue/google-maps.js'),
  '2gis': () => import('./catalogue/2gis.js'),
  recaptcha: () => import('./catalogue/recaptcha.js'),
  'yandex-smartcaptcha': () => import('./catalogue/yandex-smartcaptcha.js'),
};

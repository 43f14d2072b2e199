import type {CspSources} from './service.js';
import {csp as core} from './csp.js';
import {csp as twoGis} from './catalogue/2gis.js';
import {csp as calltouch} from './catalogue/calltouch.js';
import {csp as carrotQuest} from './catalogue/carrot-quest.js';
import {csp as clarity} from './catalogue/clarity.js';
import {csp as googleAds} from './catalogue/google-ads.js';
import {csp as googleMaps} from './catalogue/google-maps.js';
import {csp as hotjar} from './catalogue/hotjar.js';
import {csp as intercom} from './catalogue/intercom.js';
import {csp as jivo} from './catalogue/jivo.js';
import {csp as linkedinInsight} from './catalogue/linkedin-insight.js';
import {csp as liveinternet} from './catalogue/liveinternet.js';
import {csp as matomo} from './catalogue/matomo.js';
import {csp as metaPixel} from './catalogue/meta-pixel.js';
import {csp as microsoftUet} from './catalogue/microsoft-uet.js';
import {csp as posthog} from './catalogue/posthog.js';
import {csp as recaptcha} from './catalogue/recaptcha.js';
import {csp as roistat} from './catalogue/roistat.js';
import {csp as rutube} from './catalogue/rutube.js';
import {csp as sentry} from './catalogue/sentry.js';
import {csp as spotify} from './catalogue/spotify.js';
import {csp as tiktokPixel} from './catalogue/tiktok-pixel.js';
import {csp as vimeo} from './catalogue/vimeo.js';
import {csp as vkPixel} from './catalogue/vk-pixel.js';
import {csp as vkVideo} from './catalogue/vk-video.js';
import {csp as yandexMaps} from './catalogue/yandex-maps.js';
import {csp as yandexSmartcaptcha} from './catalogue/yandex-smartcaptcha.js';

/** What each service of the register needs of a Content-Security-Policy, by id. No page of a visitor loads it. */
export const allCsp: Readonly<Record<string, CspSources>> = {
  ...core,
  '2gis': twoGis,
  calltouch,
  'carrot-quest': carrotQuest,
  clarity,
  'google-ads': googleAds,
  'google-maps': googleMaps,
  hotjar,
  intercom,
  jivo,
  'linkedin-insight': linkedinInsight,
  liveinternet,
  matomo,
  'meta-pixel': metaPixel,
  'microsoft-uet': microsoftUet,
  posthog,
  recaptcha,
  roistat,
  rutube,
  sentry,
  spotify,
  'tiktok-pixel': tiktokPixel,
  vimeo,
  'vk-pixel': vkPixel,
  'vk-video': vkVideo,
  'yandex-maps': yandexMaps,
  'yandex-smartcaptcha': yandexSmartcaptcha,
};

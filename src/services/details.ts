import {googleAnalytics} from './details/google-analytics.js';
import {googleTagManager} from './details/google-tag-manager.js';
import {yandexMetrica} from './details/yandex-metrica.js';
import {youtube} from './details/youtube.js';
import type {ServiceDetails} from './service.js';

/** What the preferences and the policy tell about the services of the register, by id. */
export const details: Readonly<Record<string, ServiceDetails>> = {
  'yandex-metrica': yandexMetrica,
  'google-analytics': googleAnalytics,
  'google-tag-manager': googleTagManager,
  youtube,
};

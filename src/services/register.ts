import {googleAnalytics} from './google-analytics.js';
import {googleTagManager} from './google-tag-manager.js';
import type {Service} from './service.js';
import {yandexMetrica} from './yandex-metrica.js';
import {youtube} from './youtube.js';

/** The services that a config names by id alone. */
export const register: ReadonlyMap<string, Service> = new Map(
  [yandexMetrica, googleAnalytics, googleTagManager, youtube].map((service) => [
    service.id,
    service,
  ]),
);

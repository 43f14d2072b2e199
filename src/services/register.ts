import {googleAnalytics} from './google-analytics.js';
import {googleTagManager} from './google-tag-manager.js';
import type {Service} from './service.js';
import {yandexMetrica} from './yandex-metrica.js';
import {youtube} from './youtube.js';

/** The services of the core, which a config names by id alone; those with files of their own: catalogue.ts. */
export const register: ReadonlyMap<string, Service> = new Map(
  [yandexMetrica, googleAnalytics, googleTagManager, youtube].map((service) => [
    service.id,
    service,
  ]),
);

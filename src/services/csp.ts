import {googleAnalyticsCsp} from './details/google-analytics.js';
import {googleTagManagerCsp} from './details/google-tag-manager.js';
import {yandexMetricaCsp} from './details/yandex-metrica.js';
import {youtubeCsp} from './details/youtube.js';
import type {CspSources} from './service.js';

/** What the services of the register need of a Content-Security-Policy, by id. No page loads it. */
export const csp: Readonly<Record<string, CspSources>> = {
  'yandex-metrica': yandexMetricaCsp,
  'google-analytics': googleAnalyticsCsp,
  'google-tag-manager': googleTagManagerCsp,
  youtube: youtubeCsp,
};

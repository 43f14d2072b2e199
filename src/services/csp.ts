import type {CspSources} from './service.js';

/** What the services of the core need of a Content-Security-Policy, by id. No page loads it. */
export const csp: Readonly<Record<string, CspSources>> = {
  // https://yandex.com/support/metrica/en/code/install-counter-csp
  'yandex-metrica': {
    'script-src': 'https://mc.yandex.ru https://mc.yandex.com https://yastatic.net',
    'connect-src':
      'https://mc.yandex.ru wss://mc.yandex.ru https://mc.yandex.com wss://mc.yandex.com https://mc.webvisor.com wss://mc.webvisor.com https://mc.webvisor.org wss://mc.webvisor.org',
    'img-src': 'https://mc.yandex.ru https://mc.yandex.com',
    'child-src': 'blob:',
    'frame-src': 'blob:',
  },
  // https://developers.google.com/tag-platform/security/guides/csp
  'google-analytics': {
    'script-src': 'https://*.googletagmanager.com',
    'img-src': 'https://*.google-analytics.com https://*.googletagmanager.com',
    'connect-src':
      'https://*.google-analytics.com https://*.analytics.google.com https://*.googletagmanager.com',
  },
  // https://developers.google.com/tag-platform/security/guides/csp
  'google-tag-manager': {
    'script-src': 'https://*.googletagmanager.com',
    'img-src': 'https://*.googletagmanager.com',
    'connect-src': 'https://*.googletagmanager.com https://*.google-analytics.com',
  },
  youtube: {
    'frame-src': 'https://www.youtube.com https://www.youtube-nocookie.com',
  },
};

import type {CatalogueService, CspSources} from '../service.js';

const HOST = 'https://smartcaptcha.yandexcloud.net';

/**
 * Yandex SmartCaptcha: https://yandex.cloud/docs/smartcaptcha/concepts/widget-methods. What it stores is not
 * known.
 */
export const service = (): CatalogueService => ({
  id: 'yandex-smartcaptcha',
  revision: 1,
  facts: {
    name: 'Yandex SmartCaptcha',
    vendor: 'Yandex',
    country: 'RU',
    category: 'functional',
    purposes: ['security'],
  },
  hosts: ['smartcaptcha.yandexcloud.net'],
  reload: true,
  details: {
    policyUrl: 'https://yandex.com/legal/smartcaptcha_notice/',
    cookies: [],
    storage: [],
  },
  load: ([entry], page) => page.insertScript(entry!.scriptUrl ?? `${HOST}/captcha.js`),
});

export const csp: CspSources = {
  'script-src': HOST,
  'connect-src': HOST,
  'img-src': HOST,
  'frame-src': HOST,
};

import type {CatalogueService, CspSources} from '../service.js';

const HOSTS = 'https://*.jivo.ru https://*.jivosite.com';

/**
 * Jivo, a chat: https://www.jivochat.com/docs/widget/. Whether its line is closed by its own `jivo_destroy` nobody
 * says, hence `reload`. Terms of its cookies are not known, nor
 * what it keeps in storage: there its prefix is swept as well.
 */
export const service = (): CatalogueService => ({
  id: 'jivo',
  revision: 1,
  facts: {
    name: 'Jivo',
    vendor: 'Jivo',
    country: 'RU',
    category: 'functional',
    purposes: ['communication'],
    parameters: {'widgetId!': '\\w{10}'},
  },
  hosts: ['*.jivo.ru', '*.jivosite.com'],
  traces: 'jv_.*',
  reload: true,
  details: {
    policyUrl: 'https://www.jivochat.com/privacy',
    cookies: [
      {name: 'jv_enter_ts_*', days: null},
      {name: 'jv_visits_count_*', days: null},
      {name: 'jv_pages_count_*', days: null},
      {name: 'jv_refer_*', days: null},
      {name: 'jv_utm_*', days: null},
      {name: 'jv_*', days: null},
    ],
    storage: [{name: 'jv_*', days: null}],
  },
  load: ([entry], page) =>
    page.insertScript(
      entry!.scriptUrl ?? `https://code.jivo.ru/widget/${entry!['widgetId'] as string}`,
    ),
});

export const csp: CspSources = {
  'script-src': HOSTS,
  'connect-src': `${HOSTS} wss://*.jivo.ru wss://*.jivosite.com`,
  'img-src': HOSTS,
  'frame-src': HOSTS,
  'media-src': HOSTS,
};

import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';

/**
 * Calltouch, by the code that sites have of it: no public document of its vendor says how long it keeps what, nor where its privacy
 * policy stands. It copies the ids of Google Analytics and Metrica into its own cookie.
 */
export const service = (): CatalogueService => ({
  id: 'calltouch',
  revision: 1,
  facts: {
    name: 'Calltouch',
    vendor: 'Calltouch',
    country: 'RU',
    category: 'advertising',
    purposes: ['advertising', 'statistics', 'communication'],
    parameters: {'modId!': '[a-z0-9]{8}'},
  },
  hosts: ['mod.calltouch.ru'],
  traces: '_ct(_.*)?|cted|call_s',
  reload: true,
  details: {
    policyUrl: null,
    cookies: '_ct _ct_ids _ct_session_id _ct_site_id _ct_client_global_id cted call_s'
      .split(' ')
      .map((name) => ({name, days: null})),
    storage: [],
  },
  load(settings, page) {
    const callbacks: unknown[] = [];
    const ids = settings.map((entry) => entry['modId'] as string);
    globals['CalltouchDataObject'] = 'ct';
    globals['ct'] = Object.assign(
      function ct() {
        // eslint-disable-next-line prefer-rest-params
        callbacks.push(arguments);
      },
      {callbacks, loaded: false, counters: ids},
    );
    ids.forEach((id) => page.insertScript(`https://mod.calltouch.ru/init-min.js?id=${id}`));
  },
});

export const csp: CspSources = {
  'script-src': 'https://mod.calltouch.ru',
  'connect-src': 'https://*.calltouch.ru',
  'img-src': 'https://*.calltouch.ru',
};

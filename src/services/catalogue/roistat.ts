import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';

/**
 * Roistat: https://help.roistat.com/settings/Nastroiki_proekta/Ustanovka_schetchika/Nomer_vizita/. It has no way to be stopped. Terms
 * of its cookies are known of the first alone.
 */
export const service = (): CatalogueService => ({
  id: 'roistat',
  revision: 1,
  facts: {
    name: 'Roistat',
    vendor: 'Roistat',
    country: 'RU',
    category: 'analytics',
    purposes: ['statistics', 'behaviour'],
    parameters: {'projectId!': '[\\da-f]{32}'},
  },
  hosts: ['*.roistat.com'],
  traces: 'roistat_.*|leadhunter_expire',
  reload: true,
  details: {
    policyUrl: 'https://roistat.com/privacy',
    cookies: [
      {name: 'roistat_visit', days: 14},
      {name: 'roistat_first_visit', days: null},
      {name: 'roistat_*', days: null},
      {name: 'leadhunter_expire', days: null},
    ],
    storage: [{name: 'roistat_*', days: null}],
  },
  load([entry], page) {
    const id = entry!['projectId'] as string;
    const host = (globals['roistatHost'] = 'cloud.roistat.com');
    globals['roistatProjectId'] = id;
    const path = document.cookie.includes('roistat_visit=')
      ? '/dist/module.js'
      : `/api/site/1.0/${id}/init?referrer=${encodeURIComponent(location.href)}`;
    page.insertScript(entry!.scriptUrl ?? `https://${host}${path}`);
  },
});

const HOSTS = 'https://*.roistat.com';
export const csp: CspSources = {'script-src': HOSTS, 'connect-src': HOSTS, 'img-src': HOSTS};

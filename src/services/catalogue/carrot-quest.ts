import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';

const METHODS =
  'connect track identify auth onReady addCallback removeCallback trackMessageInteraction'.split(
    ' ',
  );

/**
 * Carrot quest, chat and messages by behaviour: https://developers.carrotquest.io/libs/js/. The terms of its cookies and the address of its
 * privacy policy are not known.
 */
export const service = (): CatalogueService => ({
  id: 'carrot-quest',
  revision: 1,
  facts: {
    name: 'Carrot quest',
    vendor: 'Carrot quest',
    country: 'RU',
    category: 'analytics',
    purposes: ['communication', 'behaviour'],
    parameters: {'apiKey!': '\\d+-[\\da-f]+'},
  },
  hosts: ['cdn.carrotquest.app'],
  traces: 'carrotquest_.*',
  reload: true,
  details: {
    policyUrl: null,
    cookies: [{name: 'carrotquest_*', days: null}],
    storage: [],
  },
  load([entry], page) {
    const queue: unknown[] = (globals['carrotquestasync'] = []);
    const made: Record<string, unknown> = (globals['carrotquest'] = {settings: {}});
    for (const name of METHODS) {
      made[name] = function call() {
        // eslint-disable-next-line prefer-rest-params
        queue.push(name, arguments);
      };
    }
    (made['connect'] as (key: unknown) => void)(entry!['apiKey']);
    page.insertScript('https://cdn.carrotquest.app/api.min.js');
  },
});

const SENT =
  'https://*.carrotquest.app wss://*.carrotquest.app https://*.carrotquest.io wss://*.carrotquest.io';
export const csp: CspSources = {
  'script-src': 'https://cdn.carrotquest.app',
  'connect-src': SENT,
  'img-src': 'https://*.carrotquest.app https://*.carrotquest.io',
};

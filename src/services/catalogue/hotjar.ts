import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';
import {vendorQueue} from '../vendor-queue.js';

/**
 * Hotjar, of Contentsquare (not the tag of Contentsquare's own): cookies from the Open Cookie Database, country from
 * https://help.hotjar.com/hc/en-us/articles/115011639887. It has no way to be stopped.
 */
export const service = (): CatalogueService => ({
  id: 'hotjar',
  revision: 1,
  facts: {
    name: 'Hotjar',
    vendor: 'Contentsquare',
    country: 'IE',
    category: 'analytics',
    purposes: ['behaviour', 'session-replay'],
    parameters: {'siteId!': '\\d+'},
  },
  hosts: ['static.hotjar.com', 'script.hotjar.com'],
  traces: '_hj.*|hj.*ViewportIds?',
  reload: true,
  details: {
    policyUrl: 'https://www.hotjar.com/legal/policies/privacy/',
    cookies: [
      {name: '_hjSessionUser_*', days: 365},
      {name: '_hjSession_*', days: 30 / 1440},
      {name: '_hj*', days: 365},
    ],
    storage: [
      {name: 'hjActiveViewportIds', days: null},
      {name: 'hjViewportId', days: 0},
      {name: '_hj*', days: null},
    ],
  },
  load([entry], page) {
    const id = entry!['siteId'] as string;
    vendorQueue('hj', page);
    globals['_hjSettings'] = {hjid: +id, hjsv: 6};
    page.insertScript(entry!.scriptUrl ?? `https://static.hotjar.com/c/hotjar-${id}.js?sv=6`);
  },
});

export const csp: CspSources = {
  'script-src': 'https://*.hotjar.com',
  'connect-src': 'https://*.hotjar.com https://*.hotjar.io wss://*.hotjar.com',
  'img-src': 'https://*.hotjar.com',
  'font-src': 'https://*.hotjar.com',
  'frame-src': 'https://*.hotjar.com',
};

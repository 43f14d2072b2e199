import {globals} from '../globals.js';
import type {CatalogueService, CspSources, Page} from '../service.js';
import {vendorQueue} from '../vendor-queue.js';

const clarity = (...call: unknown[]) =>
  (globals['clarity'] as (...call: unknown[]) => void)(...call);
const tell = (page: Page) =>
  clarity('consentv2', {
    ad_Storage: page.has('advertising') ? 'granted' : 'denied',
    analytics_Storage: 'granted',
  });

/**
 * Microsoft Clarity; its consent signals: https://learn.microsoft.com/en-us/clarity/clarity-consent-api-v2,
 * cookies: https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list. Told of a no it goes on
 * without cookies, hence `reload`.
 */
export const service = (): CatalogueService => ({
  id: 'clarity',
  revision: 1,
  facts: {
    name: 'Microsoft Clarity',
    vendor: 'Microsoft',
    country: 'US',
    category: 'analytics',
    purposes: ['statistics', 'behaviour', 'session-replay'],
    parameters: {'projectId!': '[a-z\\d]+'},
  },
  hosts: ['*.clarity.ms'],
  traces: '_cl[cst]k',
  reload: true,
  details: {
    policyUrl: 'https://privacy.microsoft.com/',
    cookies: [
      {name: '_clck', days: 365},
      {name: '_clsk', days: 1},
    ],
    storage: [{name: '_cltk', days: 0}],
    unreachable: [
      {name: 'CLID', days: 365, where: 'clarity.ms'},
      {name: 'SM', days: 0, where: 'clarity.ms'},
      {name: 'ANONCHK', days: 10 / 1440, where: 'clarity.ms'},
      {name: 'MUID', days: 390, where: 'bing.com'},
      {name: 'MR', days: 7, where: 'bing.com'},
    ],
  },
  load([entry], page) {
    vendorQueue('clarity', page);
    tell(page);
    page.insertScript(
      entry!.scriptUrl ?? `https://www.clarity.ms/tag/${entry!['projectId'] as string}`,
    );
  },
  update: (_settings, page) => tell(page),
  stop: () => clarity('stop'),
});

export const csp: CspSources = {
  'script-src': 'https://*.clarity.ms',
  'connect-src': 'https://*.clarity.ms https://c.bing.com',
  'img-src': 'https://*.clarity.ms https://c.bing.com',
};

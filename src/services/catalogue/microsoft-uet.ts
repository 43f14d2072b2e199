import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';

const SCRIPT = 'https://bat.bing.com/bat.js';
const SENT = 'https://bat.bing.com https://bat.bing.net';
let waits = false;

/**
 * The UET tag of Microsoft Advertising: https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_consent. Told of a no
 * it would send on without cookies, hence `reload`. Terms of what it stores: measured by others, see docs of nuxt/scripts.
 */
export const service = (): CatalogueService => ({
  id: 'microsoft-uet',
  revision: 1,
  facts: {
    name: 'Microsoft Advertising',
    vendor: 'Microsoft',
    country: 'US',
    category: 'advertising',
    purposes: ['advertising', 'personalised-advertising'],
    parameters: {'tagId!': '\\d+'},
  },
  hosts: ['bat.bing.com'],
  traces: '_uet.*',
  reload: true,
  details: {
    policyUrl: 'https://privacy.microsoft.com/',
    cookies: [
      {name: '_uetsid', days: 1},
      {name: '_uetvid', days: 390},
      {name: '_uetmsclkid', days: 90},
    ],
    storage: ['_uetsid*', '_uetvid*', '_uetmsclkid*'].map((name) => ({name, days: null})),
    unreachable: [
      {name: 'MUID', days: 390, where: 'bing.com'},
      {name: 'MR', days: 7, where: 'bing.com'},
    ],
  },
  load([settings], page) {
    const queue = (page.early && globals['uetq']) || [];
    (globals['uetq'] = queue as unknown[]).push('consent', 'default', {ad_storage: 'granted'});
    // The script only brings `UET`: whoever has inserted it makes the tag. Its `load` does not bubble, but is captured.
    if (waits) return page.insertScript(SCRIPT);
    waits = true;
    document.addEventListener(
      'load',
      ({target}) => {
        if ((target as HTMLScriptElement).src !== SCRIPT) return;
        const Uet = globals['UET'] as new (options: object) => {push(what: string): void};
        const tag = new Uet({
          ti: settings!['tagId'],
          enableAutoSpaTracking: true,
          q: globals['uetq'],
        });
        (globals['uetq'] = tag).push('pageLoad');
      },
      true,
    );
    page.insertScript(SCRIPT);
  },
});

export const csp: CspSources = {'script-src': SENT, 'connect-src': SENT, 'img-src': SENT};

import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';
import {vendorQueue} from '../vendor-queue.js';

/**
 * LinkedIn Insight Tag: https://www.linkedin.com/help/lms/answer/a418880. It has no way to be stopped. Cookies from
 * https://www.linkedin.com/legal/l/cookie-table and the Open Cookie Database.
 */
export const service = (): CatalogueService => ({
  id: 'linkedin-insight',
  revision: 1,
  facts: {
    name: 'LinkedIn Insight',
    vendor: 'LinkedIn',
    country: 'US',
    category: 'advertising',
    purposes: ['advertising', 'personalised-advertising'],
    parameters: {'partnerId!': '\\d+'},
  },
  hosts: ['snap.licdn.com'],
  traces: 'li_.*|ln_or',
  reload: true,
  details: {
    policyUrl: 'https://www.linkedin.com/legal/privacy-policy',
    cookies: [
      {name: 'li_fat_id', days: 30},
      {name: 'li_giant', days: 7},
      {name: 'ln_or', days: 1},
    ],
    storage: [
      {name: 'li_adsId', days: null},
      {name: 'li_hem', days: null},
    ],
    unreachable: Object.entries({
      bcookie: 365,
      bscookie: 365,
      li_sugr: 90,
      lidc: 1,
      lms_ads: 30,
      lms_analytics: 30,
      li_gc: null,
      UserMatchHistory: null,
    }).map(([name, days]) => ({name, days, where: 'linkedin.com'})),
  },
  load(settings, page) {
    const ids = settings.map((entry) => entry['partnerId']);
    [globals['_linkedin_partner_id']] = globals['_linkedin_data_partner_ids'] = ids;
    vendorQueue('lintrk', page);
    page.insertScript(
      settings[0]!.scriptUrl ?? 'https://snap.licdn.com/li.lms-analytics/insight.min.js',
    );
  },
});

export const csp: CspSources = {
  'script-src': 'https://snap.licdn.com',
  'connect-src': 'https://*.linkedin.com',
  'img-src': 'https://*.linkedin.com',
};

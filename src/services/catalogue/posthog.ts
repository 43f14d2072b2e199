import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';

/**
 * PostHog, in its US cloud or, with `region`, that of the EU, in Frankfurt: another region is another question.
 * https://posthog.com/docs/libraries/js; what it stores by the source of posthog-js. Session replay may be switched on from
 * outside, hence `reload`.
 */
export const service = (entry: object): CatalogueService => {
  const {region = 'us'} = entry as Readonly<Record<string, string>>;
  return {
    id: 'posthog',
    revision: 1,
    variant: region,
    facts: {
      name: 'PostHog',
      vendor: 'PostHog',
      country: region === 'eu' ? 'DE' : 'US',
      category: 'analytics',
      purposes: ['statistics', 'behaviour', 'session-replay'],
      parameters: {'projectKey!': 'phc_\\w+', region: 'us|eu'},
    },
    hosts: ['*.i.posthog.com'],
    traces: '(__)?ph_.*',
    reload: true,
    details: {
      policyUrl: 'https://posthog.com/privacy',
      cookies: [{name: 'ph_phc_*', days: 365}],
      storage: [
        {name: 'ph_phc_*', days: null},
        {name: '__ph_opt_in_out_*', days: null},
      ],
    },
    load([settings], page) {
      const {projectKey, options} = settings!;
      const config = {api_host: `https://${region}.i.posthog.com`, ...options};
      // What the script starts when it arrives.
      globals['posthog'] = Object.assign([], {__SV: 1, _i: [[projectKey, config, 'posthog']]});
      page.insertScript(`https://${region}-assets.i.posthog.com/static/array.js`);
    },
  };
};

export const csp: CspSources = {
  'script-src': 'https://*.i.posthog.com',
  'connect-src': 'https://*.i.posthog.com',
};

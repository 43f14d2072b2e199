import type {CatalogueService, CspSources} from '../service.js';

/**
 * Google reCAPTCHA from the host that has fewer cookies: https://developers.google.com/recaptcha/docs/faq. Where a form
 * cannot be sent without it, it may stand under `necessary`.
 */
export const service = (): CatalogueService => ({
  id: 'recaptcha',
  revision: 1,
  facts: {
    name: 'Google reCAPTCHA',
    vendor: 'Google',
    country: 'US',
    category: 'functional',
    purposes: ['security'],
    parameters: {siteKey: '[\\w-]{40}'},
  },
  hosts: ['www.recaptcha.net', 'www.google.com', 'www.gstatic.com'],
  traces: '_grecaptcha|rc::.*',
  reload: true,
  details: {
    policyUrl: 'https://policies.google.com/privacy',
    cookies: [],
    storage: [
      {name: '_grecaptcha', days: null},
      {name: 'rc::*', days: null},
    ],
    unreachable: [
      {name: '_GRECAPTCHA', days: 179, where: 'recaptcha.net'},
      {name: 'NID', days: null, where: 'google.com'},
    ],
  },
  load([entry], page) {
    const key = entry!['siteKey'] as string | undefined;
    page.insertScript(`https://www.recaptcha.net/recaptcha/api.js${key ? `?render=${key}` : ''}`);
  },
});

export const csp: CspSources = {
  'script-src': 'https://www.recaptcha.net https://www.google.com https://www.gstatic.com',
  'frame-src': 'https://www.recaptcha.net https://www.google.com https://recaptcha.google.com',
};

import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';

/**
 * Sentry by its loader script, errors alone, whatever is configured elsewhere: replay is another question, which this does not
 * ask. https://docs.sentry.io/platforms/javascript/install/loader/
 */
export const service = (): CatalogueService => ({
  id: 'sentry',
  revision: 1,
  facts: {
    name: 'Sentry',
    vendor: 'Sentry',
    country: 'US',
    category: 'analytics',
    purposes: ['statistics'],
    parameters: {'publicKey!': '[\\da-f]{32}'},
  },
  hosts: ['js.sentry-cdn.com', 'browser.sentry-cdn.com'],
  traces: 'sentry.*',
  reload: true,
  details: {
    policyUrl: 'https://sentry.io/privacy/',
    cookies: [],
    storage: [
      {name: 'sentryReplaySession', days: 0},
      {name: 'sentry_previous_trace', days: 0},
    ],
  },
  load([entry], page) {
    globals['sentryOnLoad'] = () =>
      (globals['Sentry'] as {init(options: object): void}).init({
        ...entry!.options,
        replaysSessionSampleRate: 0,
        replaysOnErrorSampleRate: 0,
      });
    page.insertScript(`https://js.sentry-cdn.com/${entry!['publicKey'] as string}.min.js`);
  },
});

export const csp: CspSources = {
  'script-src': 'https://js.sentry-cdn.com https://browser.sentry-cdn.com',
  'connect-src': 'https://*.sentry.io',
};

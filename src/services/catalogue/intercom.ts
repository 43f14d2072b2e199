import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';
import {vendorQueue} from '../vendor-queue.js';

interface Intercom {
  (...call: unknown[]): void;
  /** Calls for the script, which puts its own function in the place of this. */
  q?: unknown[];
}

const call = (...words: unknown[]) => (globals['Intercom'] as Intercom)(...words);
/**
 * Intercom, a chat, for accounts whose data lies in the US: cookies https://www.intercom.com/help/en/articles/2361922, its end and new beginning
 * https://developers.intercom.com/installing-intercom/web/methods
 */
export const service = (): CatalogueService => ({
  id: 'intercom',
  revision: 1,
  facts: {
    name: 'Intercom',
    vendor: 'Intercom',
    country: 'US',
    category: 'functional',
    purposes: ['communication', 'behaviour'],
    parameters: {'appId!': '[a-z\\d]{8}'},
  },
  hosts: ['widget.intercom.io', 'js.intercomcdn.com'],
  traces: 'intercom.*',
  details: {
    policyUrl: 'https://www.intercom.com/legal/privacy',
    cookies: [
      {name: 'intercom-id-*', days: 270},
      {name: 'intercom-device-id-*', days: 270},
      {name: 'intercom-session-*', days: 7},
    ],
    storage: [{name: 'intercom.intercom-state*', days: null}],
  },
  load([entry], page) {
    const id = entry!['appId'] as string;
    vendorQueue('Intercom', page);
    call('boot', {app_id: id, ...entry!.options});
    page.insertScript(entry!.scriptUrl ?? `https://widget.intercom.io/widget/${id}`);
  },
  stop() {
    // What waits for the script must not be sent.
    (globals['Intercom'] as Intercom).q?.splice(0);
    call('shutdown');
  },
});

export const csp: CspSources = {
  'script-src': 'https://app.intercom.io https://widget.intercom.io https://js.intercomcdn.com',
  'connect-src': 'https://*.intercom.io wss://*.intercom.io https://uploads.intercomcdn.com',
  'img-src': 'https://*.intercomcdn.com https://*.intercomassets.com',
};

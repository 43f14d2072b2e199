import {
  begin,
  end,
  GOOGLE_COOKIES,
  GOOGLE_HOSTS,
  GOOGLE_TAGS,
  guard,
  update,
} from './google-consent.js';
import type {Service} from './service.js';

const globals = globalThis as unknown as {dataLayer: unknown[]};
const ID = 'google-tag-manager';

/**
 * Google Tag Manager: https://developers.google.com/tag-platform/tag-manager/datalayer
 * What a container has loaded cannot be stopped in place, hence `reload`.
 */
export const googleTagManager: Service = {
  id: ID,
  revision: 1,
  hosts: GOOGLE_HOSTS,
  cookies: GOOGLE_COOKIES,
  reload: true,
  guard,

  load(settings, page) {
    begin(ID, page);
    globals.dataLayer.push({'gtm.start': Date.now(), event: 'gtm.js'});
    for (const {scriptUrl, containerId} of settings) {
      page.insertScript(scriptUrl ?? `${GOOGLE_TAGS}gtm.js?id=${containerId as string}`);
    }
  },

  stop: (_settings, page) => end(ID, page),
  update,
};

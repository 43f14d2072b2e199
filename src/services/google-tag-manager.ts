import {layer} from './data-layer.js';
import {GOOGLE_TAGS, googleService} from './google-consent.js';

/**
 * Google Tag Manager: https://developers.google.com/tag-platform/tag-manager/datalayer
 * What a container has loaded cannot be stopped in place, hence `reload`.
 */
export const googleTagManager = googleService({
  id: 'google-tag-manager',
  begin(settings, page) {
    layer().push({'gtm.start': Date.now(), event: 'gtm.js'});
    for (const {scriptUrl, containerId} of settings) {
      page.insertScript(scriptUrl ?? `${GOOGLE_TAGS}gtm.js?id=${containerId as string}`);
    }
  },
  reload: true,
});

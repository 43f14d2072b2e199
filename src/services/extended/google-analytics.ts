import {isThisView, landing} from '../../browser/landing.js';
import {ADVANCED, command, withConsentMode} from '../consent-mode.js';
import type {GoogleService} from '../google-consent.js';
import type {ServiceFile, Settings} from '../service.js';

/**
 * Google Analytics of the core, where its entry has settings of consent mode, or `spa`: a yes on a later view than
 * that on which the visit began tells of the first, with its address and referrer, before this one, or Google would
 * take it for a direct visit. https://developers.google.com/analytics/devguides/collection/ga4/views
 */
export const service: ServiceFile['service'] = (_entry, register, mentioned) => {
  const analytics = register.get('google-analytics') as GoogleService;
  let told = false;
  const begin: GoogleService['begin'] = function (this: GoogleService, settings, page) {
    // Who has said yes before has been told of since the page began.
    const first = told || page.early ? undefined : landing();
    told = true;
    // Whoever tells of all views is left to do so.
    const late = settings.filter(
      ({spa, options}) => first && spa && options?.['send_page_view'] !== false,
    );
    analytics.begin.call(
      this,
      settings.map((one): Settings =>
        late.includes(one) ? {...one, options: {...one.options, send_page_view: false}} : one,
      ),
      page,
    );
    for (const {measurementId} of late) {
      const view = (page_location: string, page_referrer: string) =>
        command('event', 'page_view', {page_location, page_referrer, send_to: measurementId});
      view(first!, document.referrer);
      if (!isThisView(first!)) view(location.href, first!);
    }
  };
  return {
    ...withConsentMode({...analytics, begin}, register, mentioned),
    parameters: {consentMode: ADVANCED},
  };
};

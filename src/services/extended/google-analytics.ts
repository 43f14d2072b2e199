import {landing} from '../../browser/landing.js';
import {ADVANCED, command, withConsentMode} from '../consent-mode.js';
import type {GoogleService} from '../google-consent.js';
import type {Service, Settings} from '../service.js';

/**
 * Google Analytics of the core, where its entry has settings of consent mode, or `spa`: a yes on a later view than
 * that on which the visit began tells of the first, with its address and referrer, before this one, or Google would
 * take it for a direct visit. https://developers.google.com/analytics/devguides/collection/ga4/views
 */
export const service = (entry: object, register: ReadonlyMap<string, Service>): Service => {
  const analytics = register.get('google-analytics') as GoogleService;
  let told = false;
  return {
    ...withConsentMode(
      {
        ...analytics,
        begin(settings, at) {
          const first = landing();
          const late =
            told || !first
              ? []
              : // Whoever tells of all views is left to do so.
                settings.filter(({spa, options}) => spa && options?.['send_page_view'] !== false);
          told = true;
          analytics.begin.call(
            this,
            settings.map((one): Settings =>
              late.includes(one) ? {...one, options: {...one.options, send_page_view: false}} : one,
            ),
            at,
          );
          for (const {measurementId} of late) {
            const view = (page_location: string, page_referrer: string) =>
              command('event', 'page_view', {page_location, page_referrer, send_to: measurementId});
            view(first!, document.referrer);
            view(location.href, first!);
          }
        },
      },
      entry,
    ),
    parameters: {consentMode: ADVANCED, spa: 'flag'},
  };
};

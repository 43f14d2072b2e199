import {service as googleAds} from '../catalogue/google-ads.js';
import {ADVANCED, withConsentMode} from '../consent-mode.js';
import type {Service} from '../service.js';

/** Google Ads, where its entry has settings of consent mode. */
export const service = (entry: object, register: ReadonlyMap<string, Service>): Service => ({
  ...withConsentMode(googleAds(entry, register), entry),
  parameters: {consentMode: ADVANCED},
});

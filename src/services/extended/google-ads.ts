import {service as googleAds} from '../catalogue/google-ads.js';
import {ADVANCED, withConsentMode} from '../consent-mode.js';
import type {ServiceFile} from '../service.js';

/** Google Ads, where its entry has settings of consent mode. */
export const service: ServiceFile['service'] = (entry, register, mentioned) => ({
  ...withConsentMode(googleAds(entry, register), register, mentioned),
  parameters: {consentMode: ADVANCED},
});

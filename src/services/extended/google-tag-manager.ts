import {CONSENT_MODE, withConsentMode} from '../consent-mode.js';
import type {GoogleService} from '../google-consent.js';
import type {ServiceFile} from '../service.js';

/** Google Tag Manager of the core, where its entry has settings of consent mode. */
export const service: ServiceFile['service'] = (_entry, register, mentioned) => ({
  ...withConsentMode(register.get('google-tag-manager') as GoogleService, register, mentioned),
  parameters: {consentMode: CONSENT_MODE},
});

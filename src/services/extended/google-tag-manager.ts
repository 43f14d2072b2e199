import {CONSENT_MODE, withConsentMode} from '../consent-mode.js';
import type {GoogleService} from '../google-consent.js';
import type {Service} from '../service.js';

/** Google Tag Manager of the core, where its entry has settings of consent mode. */
export const service = (entry: object, register: ReadonlyMap<string, Service>): Service => ({
  ...withConsentMode(register.get('google-tag-manager') as GoogleService, entry),
  parameters: {consentMode: CONSENT_MODE},
});

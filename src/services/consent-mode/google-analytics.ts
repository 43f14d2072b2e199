import {ADVANCED, withConsentMode, type ConsentModeEntry} from '../consent-mode.js';
import type {GoogleService} from '../google-consent.js';
import type {Service} from '../service.js';

/** Google Analytics of the core, where its entry has settings of consent mode. */
export const service = (
  entry: ConsentModeEntry,
  register: ReadonlyMap<string, Service>,
): Service => ({
  ...withConsentMode(register.get('google-analytics') as GoogleService, entry),
  parameters: {consentMode: ADVANCED},
});

import {service as googleAds} from '../catalogue/google-ads.js';
import {ADVANCED, withConsentMode} from '../consent-mode.js';
import type {ServiceFile, Settings} from '../service.js';

const PERSONALIZATION = 'google-ads:personalization';

/** Google Ads, where its entry has settings of consent mode. */
export const service: ServiceFile['service'] = (entry, register, mentioned) => {
  const whole = withConsentMode(googleAds(entry, register), register, mentioned);
  const [own, ...part] = whole.facts.purposes;
  const asked = (mentioned as readonly (Settings | null)[]).some(
    (other) => other?.consentMode?.ask?.[0],
  );
  return {
    ...whole,
    facts: {
      ...whole.facts,
      purposes: asked ? [own!] : whole.facts.purposes,
      parts: {[PERSONALIZATION]: part},
    },
    parameters: {consentMode: {...ADVANCED, ask: [PERSONALIZATION]}},
  };
};

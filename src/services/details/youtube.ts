import type {ServiceDetails} from '../service.js';

/** All that its frame stores stands on youtube.com, out of the site's reach. */
export const details: ServiceDetails = {
  id: 'youtube',
  policyUrl: 'https://policies.google.com/privacy',
  cookies: [],
  storage: [],
  unreachable: [
    {name: 'VISITOR_INFO1_LIVE', days: 179, where: 'youtube.com'},
    {name: 'VISITOR_PRIVACY_METADATA', days: null, where: 'youtube.com'},
    {name: 'YSC', days: 0, where: 'youtube.com'},
    {name: '__Secure-ROLLOUT_TOKEN', days: null, where: 'youtube.com'},
  ],
};

import type {ServiceDetails} from '../service.js';

/** All that its frame stores stands on youtube.com, out of the site's reach. */
export const youtube: ServiceDetails = {
  policyUrl: 'https://policies.google.com/privacy',
  cookies: [],
  storage: [],
  csp: {'frame-src': 'https://www.youtube.com https://www.youtube-nocookie.com'},
};

import {isThisView, landing} from '../../browser/landing.js';
import {paq, service as matomo} from '../catalogue/matomo.js';
import type {Page, ServiceFile} from '../service.js';

/**
 * Matomo where its entry has `spa`: a yes on a later view than that on which the visit began tells of the first, with
 * its address, before this one, or the marks of an advertisement in it were lost.
 * https://developer.matomo.org/guides/spa-tracking
 */
export const service: ServiceFile['service'] = (entry) => {
  const whole = matomo(entry);
  return {
    ...whole,
    parameters: {spa: 'flag'},
    view(page: Page) {
      const first = !page.early && landing();
      if (first) {
        paq('setCustomUrl', first);
        whole.view(page);
        paq('setReferrerUrl', first);
        paq('setCustomUrl', location.href);
      }
      if (!first || !isThisView(first)) whole.view(page);
    },
  };
};

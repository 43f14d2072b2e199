import {parseUrl} from '../../browser/url-policy.js';
import {globals} from '../globals.js';
import type {CatalogueService, CspSources, Page} from '../service.js';

/** Tells Matomo something. */
export const paq = (...call: unknown[]) => ((globals['_paq'] ??= []) as unknown[]).push(call);

/** What the file that wraps it does in its own way. */
export interface Matomo {
  /** Tells of the first view. */
  view(page: Page): void;
}

/**
 * Matomo on a host of the owner's choice, who says in which country it stands: another host or country is another
 * question. Cookies: https://matomo.org/faq/general/faq_146/, asynchronous calls: https://developer.matomo.org/guides/tracking-javascript-guide.
 * What has been told of a no in place might still beat or queue, hence `reload`.
 */
export const service = (entry: object): CatalogueService & Matomo => {
  const {url, country} = entry as Readonly<Record<string, string>>;
  const host = parseUrl(url!)?.host;
  return {
    id: 'matomo',
    revision: 1,
    // Nobody has checked them yet.
    variant: JSON.stringify([host, country]),
    facts: {
      name: 'Matomo',
      vendor: 'Matomo',
      country: country!,
      category: 'analytics',
      purposes: ['statistics', 'behaviour'],
      parameters: {'url!': 'https', 'siteId!': '\\d+', 'country!': 'country'},
    },
    hosts: host ? [host] : [],
    traces: '_pk_.*|mtm_co.*',
    reload: true,
    details: {
      policyUrl: 'https://matomo.org/privacy-policy/',
      cookies: [
        {name: '_pk_id*', days: 393},
        {name: '_pk_ref*', days: 182},
        {name: '_pk_*', days: 30 / 1440},
        {name: 'mtm_consent*', days: 10950},
        {name: 'mtm_cookie_consent', days: 10950},
      ],
      storage: [],
    },
    view: () => paq('trackPageView'),
    load([settings], page) {
      const {siteId, scriptUrl} = settings as unknown as Record<string, string>;
      const folder = url!.replace(/\/?$/, '/');
      // What the page has said before the yes.
      if (!page.early) globals['_paq'] = [];
      paq('setTrackerUrl', `${folder}matomo.php`);
      paq('setSiteId', siteId);
      this.view(page);
      paq('enableLinkTracking');
      page.insertScript(scriptUrl ?? `${folder}matomo.js`);
    },
  };
};

/** And the host of `url`. */
export const csp: CspSources = {};

import {parseUrl} from '../browser/url-policy.js';
import type {OwnServiceEntry} from './config.js';
import type {Problem} from './check.js';
import type {Doubt} from './doubts.js';
import type {ReadConfig} from './read-json.js';

/** Whose scripts a site works without, by the end of the host: counters, session replay, advertising. */
const VENDORS: Readonly<Record<string, string>> = {
  // https://yandex.com/support/metrica/en/code/install-counter-csp
  'mc.yandex.ru': 'Yandex.Metrica',
  'mc.yandex.com': 'Yandex.Metrica',
  'mc.webvisor.org': 'Yandex.Metrica',
  'mc.webvisor.com': 'Yandex.Metrica',
  'an.yandex.ru': 'Yandex Advertising',
  // https://developers.google.com/tag-platform/security/guides/csp
  'googletagmanager.com': 'Google Tag Manager',
  'google-analytics.com': 'Google Analytics',
  'analytics.google.com': 'Google Analytics',
  'doubleclick.net': 'Google Ads',
  'googleadservices.com': 'Google Ads',
  'googlesyndication.com': 'Google Ads',
  'top-fwz1.mail.ru': 'Top.Mail.Ru',
  'counter.yadro.ru': 'LiveInternet',
  'connect.facebook.net': 'Meta Pixel',
  'analytics.tiktok.com': 'TikTok Pixel',
  'snap.licdn.com': 'LinkedIn Insight',
  'bat.bing.com': 'Microsoft Advertising',
  'clarity.ms': 'Microsoft Clarity',
  'hotjar.com': 'Hotjar',
  'matomo.cloud': 'Matomo',
  'roistat.com': 'Roistat',
  'mod.calltouch.ru': 'Calltouch',
};

/** Purposes that no site needs in order to work. */
const PURPOSES = [
  'statistics',
  'behaviour',
  'session-replay',
  'advertising',
  'personalised-advertising',
  'tag-management',
];

/**
 * What is under `necessary` and cannot be: a known vendor of counters or advertising, or a purpose that says so itself.
 * @param read the config in which the doubts came up
 */
export const needless = (doubts: readonly Doubt[], {config}: ReadConfig): Problem[] =>
  doubts
    .filter(([, , necessary]) => necessary)
    .flatMap(([entry]) => {
      const {scripts = [], purposes = []} = entry as OwnServiceEntry;
      const hosts = scripts.map((address) => `.${parseUrl(address)?.hostname}`);
      const vendors = Object.entries(VENDORS)
        .filter(([domain]) => hosts.some((host) => host.endsWith(`.${domain}`)))
        .map(([, vendor]) => vendor);
      const i = config!.categories['necessary']!.services!.indexOf(entry);
      return [...new Set([...vendors, ...purposes.filter((each) => PURPOSES.includes(each))])].map(
        (what): Problem => [`categories.necessary.services[${i}].service`, 'needless', what],
      );
    });

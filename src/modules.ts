import {hash} from './decision/hash.js';
import type {Language} from './locales/languages.js';
import type {Messages} from './locales/messages.js';
import {deviceWords} from './locales/device/all.js';
import type {DeviceMessages} from './locales/device/messages.js';
import {policyWords} from './locales/policy/all.js';
import type {PolicyMessages} from './locales/policy/messages.js';
import {catalogue} from './services/catalogue.js';
import type {ServiceFile} from './services/service.js';

/** What is fetched only when it is needed. */
export interface Modules
  extends
    Record<`locale-${Language}`, {readonly messages: Messages}>,
    Record<`policy-${Language}`, {readonly policyMessages: PolicyMessages}>,
    Record<`device-${Language}`, {readonly deviceMessages: DeviceMessages}> {
  /** What a first visit needs: the check of the config, the banner, the preferences behind it. */
  ui: typeof import('./ui.js');
  /** What a change of the decision needs. */
  keeping: typeof import('./keeping.js');
  /** What a page needs whose config lies elsewhere, or could not be had. */
  remote: typeof import('./remote-config.js');
  /** What a page with gated markup needs. */
  markup: typeof import('./hold-markup.js');
  /** What stands in the place of a frame that is held back. */
  embed: typeof import('./embed.js');
  /** What writes a receipt. */
  receipt: typeof import('./receipt.js');
  /** What sends records to the owner. */
  records: typeof import('./records.js');
  /** What stands at the end of the preferences. */
  device: typeof import('./device.js');
  /** What announces a new version of the policy. */
  announcement: typeof import('./announcement.js');
  /** What writes the policy page. */
  policy: typeof import('./policy.js');
  /** What few pages need: sister sites, the way to the overlay. */
  beside: typeof import('./beside.js');
  /** What an owner is shown who builds the site. */
  debug: typeof import('./debug.js');
  /** A service that is not in the core, or not all of it; named by a hash of its id. */
  [service: `service-${string}`]: ServiceFile;
  /** What the preferences tell of a service of the core; named by its place in `facts`. */
  'details-2': typeof import('./services/details/yandex-metrica.js');
  'details-0': typeof import('./services/details/google-analytics.js');
  'details-1': typeof import('./services/details/google-tag-manager.js');
  'details-3': typeof import('./services/details/youtube.js');
}

/** Fetches a module; each door has its own way. */
export type Fetch = <Name extends keyof Modules>(name: Name) => Promise<Modules[Name]>;

const doors: {readonly [Name in keyof Modules]: () => Promise<Modules[Name]>} = {
  ui: () => import('./ui.js'),
  keeping: () => import('./keeping.js'),
  markup: () => import('./hold-markup.js'),
  remote: () => import('./remote-config.js'),
  embed: () => import('./embed.js'),
  receipt: () => import('./receipt.js'),
  records: () => import('./records.js'),
  device: () => import('./device.js'),
  announcement: () => import('./announcement.js'),
  policy: () => import('./policy.js'),
  beside: () => import('./beside.js'),
  debug: () => import('./debug.js'),
  ...Object.fromEntries(
    Object.entries(catalogue).map(([id, load]) => [`service-${hash(id, 4)}`, load]),
  ),
  ...(Object.fromEntries(
    Object.entries(policyWords).map(([language, load]) => [`policy-${language}`, load]),
  ) as {readonly [Name in `policy-${Language}`]: () => Promise<Modules[Name]>}),
  ...(Object.fromEntries(
    Object.entries(deviceWords).map(([language, load]) => [`device-${language}`, load]),
  ) as {readonly [Name in `device-${Language}`]: () => Promise<Modules[Name]>}),
  'locale-en': () => import('./locales/en.js'),
  'locale-ru': () => import('./locales/ru.js'),
  'locale-be': () => import('./locales/be.js'),
  'locale-kk': () => import('./locales/kk.js'),
  'locale-uk': () => import('./locales/uk.js'),
  'locale-uz': () => import('./locales/uz.js'),
  'locale-de': () => import('./locales/de.js'),
  'locale-fr': () => import('./locales/fr.js'),
  'locale-es': () => import('./locales/es.js'),
  'locale-it': () => import('./locales/it.js'),
  'locale-pt': () => import('./locales/pt.js'),
  'locale-pl': () => import('./locales/pl.js'),
  'locale-tr': () => import('./locales/tr.js'),
  'locale-zh': () => import('./locales/zh.js'),
  'locale-ar': () => import('./locales/ar.js'),
  'locale-he': () => import('./locales/he.js'),
  'details-2': () => import('./services/details/yandex-metrica.js'),
  'details-0': () => import('./services/details/google-analytics.js'),
  'details-1': () => import('./services/details/google-tag-manager.js'),
  'details-3': () => import('./services/details/youtube.js'),
};

/** With literal `import()`s, which bundlers follow. The script-tag door finds the files beside itself. */
export const fetchModule: Fetch = (name) => doors[name]();

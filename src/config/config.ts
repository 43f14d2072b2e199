import type {AttendantMessages} from '../locales/attendant.js';
import type {EmbedMessages} from '../locales/embed.js';
import type {Messages} from '../locales/messages.js';
import type {NoticeMessages} from '../locales/notice.js';

/** One text for every language, or one per language tag: `{"en": "…", "ru": "…"}`. */
export type LocalizedText = string | {readonly [language: string]: string};

/** Describes the first cookie or storage entry an own service leaves. */
export interface StorageEntry {
  /** The name, or `prefix*`. */
  name: string;
  purpose?: LocalizedText;
  /** Lifetime in days; 0 means until the browser closes. */
  days?: number;
}

/** What every service entry may say. */
export interface ServiceCommon {
  /** More or other purposes than the register names: keys of the vocabulary or the owner's own words. */
  purposes?: string[];
  /** Acknowledges that data leaves the operator's country (152-FZ art. 12 and 18(5)). */
  crossBorder?: boolean;
  /**
   * What a withdrawal does: "reload" loads the page anew where stopping in place would do; "stop" does not
   * reload where it is the default, for a service that hears of the withdrawal and stops by itself.
   */
  onWithdraw?: 'stop' | 'reload';
}

/**
 * Options of `ym(id, 'init', …)`.
 * @see https://yandex.com/support/metrica/en/code/counter-initialize
 */
export interface YandexMetricaOptions {
  /** Exact bounce rate; a number is the time in ms after which a visit is no bounce. */
  accurateTrackBounce?: boolean | number;
  /** Record the content of iframes without a counter of their own. */
  childIframe?: boolean;
  clickmap?: boolean;
  /** No automatic page view. */
  defer?: boolean;
  /** `true` or the name of the data layer for e-commerce. */
  ecommerce?: boolean | string | string[];
  params?: Record<string, unknown> | Record<string, unknown>[];
  userParams?: Record<string, unknown>;
  trackHash?: boolean;
  trackLinks?: boolean;
  trustedDomains?: string[];
  /** 0, or 1 for the Yandex Advertising Network. */
  type?: number;
  ut?: 'noindex';
  /** Session replay. Asked by itself as `yandex-metrica:webvisor`, off until that is granted. */
  webvisor?: boolean;
  triggerEvent?: boolean;
  sendTitle?: boolean;
  ssr?: boolean;
  url?: string;
  referrer?: string;
}

export interface YandexMetricaEntry extends ServiceCommon {
  service: 'yandex-metrica';
  /** The counter's number. */
  counterId: number;
  /** An official alternative address of tag.js, e.g. `https://mc.yandex.com/metrika/tag.js`. */
  scriptUrl?: string;
  /** Counts a page view at each change of the address without a load. */
  spa?: boolean;
  options?: YandexMetricaOptions;
}

/** Settings of consent mode under Google's own names: https://developers.google.com/tag-platform/security/guides/consent */
export interface ConsentMode {
  /** Without a yes to advertising no ad identifiers, and ads are measured by a host without cookies. */
  ads_data_redaction?: boolean;
  /** Click ids of ads travel in the addresses of links within the site, without a yes to advertising too. */
  url_passthrough?: boolean;
  /** Pushes `{event: 'consent_update'}` into the data layer at each change of the signals while the tag runs. */
  consent_update?: boolean;
}

/** For a tag, not for a container. */
export interface AdvancedConsentMode extends ConsentMode {
  /**
   * Google's advanced mode: the tag is loaded, and sends what it sends without cookies, before anybody has said yes, and
   * after a no. The console warns of it. Privacy law mostly forbids it.
   */
  sends_before_consent?: boolean;
}

export interface AdsConsentMode extends AdvancedConsentMode {
  /**
   * Parts that are questions of their own, denied until they are granted. Personalised advertising is the signal `ad_personalization`:
   * without a yes to it conversions are counted, and nobody is put on a list for remarketing.
   */
  ask?: 'google-ads:personalization'[];
}

export interface GoogleAnalyticsEntry extends ServiceCommon {
  service: 'google-analytics';
  /** `G-…` */
  measurementId: string;
  scriptUrl?: string;
  /** Fields of `gtag('config', id, …)`. */
  options?: Record<string, unknown>;
  /**
   * For applications that change their address without a load: a yes on a later view tells Google with which address,
   * and from where, the visit began. Later views Google counts by itself (enhanced measurement).
   */
  spa?: boolean;
  consentMode?: AdvancedConsentMode;
}

export interface GoogleTagManagerEntry extends ServiceCommon {
  service: 'google-tag-manager';
  /** `GTM-…` */
  containerId: string;
  scriptUrl?: string;
  consentMode?: ConsentMode;
}

export interface YouTubeEntry extends ServiceCommon {
  service: 'youtube';
}

/** Own parameters of the services that have files of their own: docs/services.md. */
interface CatalogueParameters {
  'meta-pixel': {pixelId: string};
  'vk-pixel': {pixelId: string};
  /** `AW-…` */
  'google-ads': {conversionId: string; consentMode?: AdsConsentMode};
  'tiktok-pixel': {pixelId: string};
  'microsoft-uet': {tagId: string};
  'linkedin-insight': {partnerId: string};
  clarity: {projectId: string};
  hotjar: {siteId: string};
  matomo: {
    /** Address of the folder that it lies in, on a host of yours. */
    url: string;
    siteId: string;
    /** Of that host: ISO 3166-1 alpha-2. */
    country: string;
    /** As that of Google Analytics; later views are the page's to tell of. */
    spa?: boolean;
  };
  posthog: {
    projectKey: string;
    /** Of its cloud; "us" where it is not said. */
    region?: 'us' | 'eu';
  };
  liveinternet: {
    /** Under which several sites are counted together. */
    group?: string;
  };
  sentry: {publicKey: string};
  calltouch: {modId: string};
  roistat: {projectId: string};
  jivo: {widgetId: string};
  'carrot-quest': {apiKey: string};
  intercom: {appId: string};
  vimeo: object;
  rutube: object;
  'vk-video': object;
  spotify: object;
  'yandex-maps': object;
  'google-maps': object;
  '2gis': object;
  recaptcha: {siteKey?: string};
  'yandex-smartcaptcha': object;
}

/** Services of the core. */
export type CoreId = (
  YandexMetricaEntry | GoogleAnalyticsEntry | GoogleTagManagerEntry | YouTubeEntry
)['service'];
/** Services that have files of their own. */
export type CatalogueId = keyof CatalogueParameters;

export type CatalogueEntry = {
  [Id in CatalogueId]: ServiceCommon & {
    service: Id;
    /** Another official address of its script. */
    scriptUrl?: string;
    /** The vendor's own options. */
    options?: Record<string, unknown>;
  } & CatalogueParameters[Id];
}[CatalogueId];

/** A service that is not in the register, written out. */
export interface OwnServiceEntry extends ServiceCommon {
  /** An id of your own: `[a-z0-9-]{1,40}`. */
  service: string & {};
  name: LocalizedText;
  vendor: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** https URLs, loaded in this order at the grant. */
  scripts?: string[];
  cookies?: (string | StorageEntry)[];
  storage?: (string | StorageEntry)[];
}

export type ServiceEntry =
  | YandexMetricaEntry
  | GoogleAnalyticsEntry
  | GoogleTagManagerEntry
  | YouTubeEntry
  | CatalogueEntry
  | OwnServiceEntry;

export interface CategoryConfig {
  title?: LocalizedText;
  description?: LocalizedText;
  services?: ServiceEntry[];
}

/**
 * Texts of one language by their keys. `purposes.…` may name a category or a purpose of the owner's own,
 * `countries.…` any country (ISO 3166-1 alpha-2), `…Text` a category of the owner's own.
 */
export type Texts = Partial<Messages & AttendantMessages & EmbedMessages & NoticeMessages> &
  Partial<Record<`purposes.${string}` | `countries.${string}` | `${string}Text`, string>>;

/** The whole of what an owner says, as JSON. All but `policy`, `operator.name` and `categories` is optional. */
export interface ConsentGateConfig {
  /** For editors; ignored. */
  $schema?: string;
  policy: {
    /** Address of the cookie or privacy policy. */
    url: string;
    /** `[\w.-]{1,32}`, e.g. the date of the policy. */
    version: string;
    /** ISO 8601 day. */
    publishedAt?: string;
    /** ISO 8601 day. */
    effectiveAt?: string;
    changes?: LocalizedText;
    /** "publish-is-effective": every new version asks again. */
    mode?: 'notice' | 'publish-is-effective';
  };
  /** The separate consent document of 152-FZ art. 9(1); a new version asks again. */
  consent?: {url: string; version: string};
  operator: {
    name: LocalizedText;
    address?: LocalizedText;
    email?: string;
    /** ISO 3166-1 alpha-2. */
    country?: string;
    registration?: string;
    contacts?: Record<string, {email?: string; subject: string}>;
  };
  /** Category id → what is in it. Built in: necessary, functional, analytics, advertising. */
  categories: Record<string, CategoryConfig>;
  cookie?: {
    /** Share the decision with all subdomains of this domain. */
    domain?: string;
    /** How long an answer holds, yes or no, in days: 1–365, default 182. */
    days?: number;
  };
  /** "auto" (the page's language, then the browser's) or a language tag. */
  language?: string;
  /** Language tag → key → text, in place of ours or for a language of the owner's own. */
  texts?: Record<string, Texts>;
  /** Of the banner's heading in the outline of the page, 1–6: 2 where it is not said. */
  headingLevel?: number;
  layout?: 'bar' | 'box' | 'sheet';
  theme?: 'auto' | 'light' | 'dark';
  /** The small button back to the preferences: where it stands, or false where the page has its own opener. */
  openButton?: 'start' | 'end' | false;
  /** What gated markup may load from: hosts, `*.` for subdomains. */
  hosts?: string[];
  sites?: string[];
  records?: {endpoint: string};
  /** Shows who builds the site what the page asks of other hosts and keeps, and who has allowed it. Not for visitors. */
  debug?: boolean;
}

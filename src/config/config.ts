import type {AnnouncementMessages} from '../locales/announcement.js';
import type {AttendantMessages} from '../locales/attendant.js';
import type {EmbedMessages} from '../locales/embed.js';
import type {Messages} from '../locales/messages.js';
import type {NoticeMessages} from '../locales/notice.js';
import type {SisterMessages} from '../locales/sisters.js';

/** One text for every language, or one per language tag: `{"en": "…", "ru": "…"}`. */
export type LocalizedText = string | {readonly [language: string]: string};

/** Describes the first cookie or storage entry an own service leaves. */
export interface StorageEntry {
  /** The name, or `prefix*`. */
  name: string;
  /** What it is for, in the visitor's words. */
  purpose?: LocalizedText;
  /** Lifetime in days; 0 means until the browser closes. */
  days?: number;
}

/** What every service entry may say. */
export interface ServiceCommon {
  /** More purposes than the register names: keys of the vocabulary or the owner's own words. */
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
  /** Collect what the click map shows. */
  clickmap?: boolean;
  /** No automatic page view. */
  defer?: boolean;
  /** `true` or the name of the data layer for e-commerce. */
  ecommerce?: boolean | string | string[];
  /** Parameters of the visit. */
  params?: Record<string, unknown> | Record<string, unknown>[];
  /** Parameters of the visitor. */
  userParams?: Record<string, unknown>;
  /** Count a change of what stands behind `#` as a page view. */
  trackHash?: boolean;
  /** Tell of clicks on links to other sites, and of downloads. */
  trackLinks?: boolean;
  /** Domains on whose pages the content of our frames is recorded. */
  trustedDomains?: string[];
  /** 0, or 1 for the Yandex Advertising Network. */
  type?: number;
  /** Addresses of pages are not handed on to be indexed. */
  ut?: 'noindex';
  /** Session replay. Asked by itself as `yandex-metrica:webvisor`, off until that is granted. */
  webvisor?: boolean;
  /** Dispatches an event on the document when the counter is ready. */
  triggerEvent?: boolean;
  /** Tell the title of the page. */
  sendTitle?: boolean;
  /** The page was made on the server. */
  ssr?: boolean;
  /** Another address for the page than its own. */
  url?: string;
  /** Another address for where the visitor came from. */
  referrer?: string;
}

export interface YandexMetricaEntry extends ServiceCommon {
  /** Yandex.Metrica. */
  service: 'yandex-metrica';
  /** The counter's number. */
  counterId: number;
  /** An official alternative address of tag.js, e.g. `https://mc.yandex.com/metrika/tag.js`. */
  scriptUrl?: string;
  /** Counts a page view at each change of the address without a load. */
  spa?: boolean;
  /** Options of `ym(id, 'init', …)`. */
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
  /** Google Analytics. */
  service: 'google-analytics';
  /** `G-…`: Admin, Data streams. */
  measurementId: string;
  /** Another official address of gtag.js. */
  scriptUrl?: string;
  /** Fields of `gtag('config', id, …)`. */
  options?: Record<string, unknown>;
  /**
   * For applications that change their address without a load: a yes on a later view tells Google with which address,
   * and from where, the visit began. Later views Google counts by itself (enhanced measurement).
   */
  spa?: boolean;
  /** Settings of Google's consent mode. */
  consentMode?: AdvancedConsentMode;
}

export interface GoogleTagManagerEntry extends ServiceCommon {
  /** Google Tag Manager. */
  service: 'google-tag-manager';
  /** `GTM-…` */
  containerId: string;
  /** Another official address of gtm.js. */
  scriptUrl?: string;
  /** Settings of Google's consent mode. */
  consentMode?: ConsentMode;
}

export interface YouTubeEntry extends ServiceCommon {
  /** Frames of YouTube: `<iframe data-consent="youtube" data-src="…">`. */
  service: 'youtube';
}

/** Own parameters of the services that have files of their own: docs/services.md. */
interface CatalogueParameters {
  'meta-pixel': {
    /** The pixel's number: Events Manager, Data sources. */
    pixelId: string;
  };
  'vk-pixel': {
    /** The counter's number of VK Ads, the same as Top.Mail.Ru. */
    pixelId: string;
  };
  'google-ads': {
    /** `AW-…` */
    conversionId: string;
    /** Settings of Google's consent mode. */
    consentMode?: AdsConsentMode;
  };
  'tiktok-pixel': {
    /** The pixel's id: Events Manager. */
    pixelId: string;
  };
  'microsoft-uet': {
    /** The tag's number: Microsoft Advertising, UET tag. */
    tagId: string;
  };
  'linkedin-insight': {
    /** The partner's number: Campaign Manager, Insight tag. */
    partnerId: string;
  };
  clarity: {
    /** The project's id: Settings, Setup. */
    projectId: string;
  };
  hotjar: {
    /** The site's number. */
    siteId: string;
  };
  matomo: {
    /** Address of the folder that it lies in, on a host of yours. */
    url: string;
    /** The site's number in your Matomo. */
    siteId: string;
    /** Of that host: ISO 3166-1 alpha-2. */
    country: string;
    /** As that of Google Analytics; later views are the page's to tell of. */
    spa?: boolean;
  };
  posthog: {
    /** `phc_…`: Project settings. */
    projectKey: string;
    /** Of its cloud; "us" where it is not said. */
    region?: 'us' | 'eu';
  };
  liveinternet: {
    /** Under which several sites are counted together. */
    group?: string;
  };
  sentry: {
    /** The 32 letters before the `@` of the DSN. */
    publicKey: string;
  };
  calltouch: {
    /** The id in the vendor's snippet. */
    modId: string;
  };
  roistat: {
    /** The project's id in the vendor's snippet. */
    projectId: string;
  };
  jivo: {
    /** The last part of the address of its script. */
    widgetId: string;
  };
  'carrot-quest': {
    /** The key in the vendor's snippet. */
    apiKey: string;
  };
  intercom: {
    /** The workspace's id. */
    appId: string;
  };
  vimeo: object;
  rutube: object;
  'vk-video': object;
  spotify: object;
  'yandex-maps': object;
  'google-maps': object;
  '2gis': object;
  recaptcha: {
    /** Of version 3. */
    siteKey?: string;
  };
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
    /** A service of the catalogue: docs/services.md. */
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
  /** What it is called in the settings. */
  name: LocalizedText;
  /** The company behind it. */
  vendor: string;
  /** Where the vendor records the data: ISO 3166-1 alpha-2. */
  country: string;
  /** https URLs, loaded in this order at the grant. */
  scripts?: string[];
  /** First-party cookies it leaves: names, `prefix*`, or objects; deleted unless there is a yes. */
  cookies?: (string | StorageEntry)[];
  /** Entries it leaves in localStorage and sessionStorage: names, `prefix*`, or objects. */
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
  /** In place of ours; required for a category of your own. */
  title?: LocalizedText;
  /** What the settings say of it, in place of ours. */
  description?: LocalizedText;
  /** What waits for a yes to it; none where only gated markup names the category. */
  services?: ServiceEntry[];
}

/**
 * Texts of one language by their keys. `purposes.…` may name a category or a purpose of the owner's own,
 * `countries.…` any country (ISO 3166-1 alpha-2), `…Text` a category of the owner's own.
 */
export type Texts = Partial<
  Messages &
    AnnouncementMessages &
    AttendantMessages &
    EmbedMessages &
    NoticeMessages &
    SisterMessages
> &
  Partial<Record<`purposes.${string}` | `countries.${string}` | `${string}Text`, string>>;

/** The whole of what an owner says, as JSON. All but `policy`, `operator.name` and `categories` is optional. */
export interface ConsentGateConfig {
  /** For editors; ignored. */
  $schema?: string;
  /** The site's cookie or privacy policy. */
  policy: {
    /** Address of the cookie or privacy policy. */
    url: string;
    /** `[\w.-]{1,32}`, e.g. the date of the policy. */
    version: string;
    /** When this version was published: ISO 8601 day. */
    publishedAt?: string;
    /** From when on this version holds: ISO 8601 day. */
    effectiveAt?: string;
    /** What is new in this version. */
    changes?: LocalizedText;
    /** "publish-is-effective": every new version asks again. */
    mode?: 'notice' | 'publish-is-effective';
  };
  /** The separate consent document of 152-FZ art. 9(1); a new version asks again. */
  consent?: {
    /** Its address. */
    url: string;
    /** `[\w.-]{1,32}`, e.g. the date of the document. */
    version: string;
  };
  /** Who runs the site and decides what data is used for. */
  operator: {
    /** The company, or the person. */
    name: LocalizedText;
    /** Where letters reach it. */
    address?: LocalizedText;
    /** Where questions about data are answered. */
    email?: string;
    /** Where it is at home: ISO 3166-1 alpha-2. With RU the check names services that record abroad. */
    country?: string;
    /** Registration numbers, e.g. OGRN and INN. */
    registration?: string;
    /** What may be written for, e.g. `withdraw`, `update`, `unsubscribe`. */
    contacts?: Record<
      string,
      {
        /** Where it differs from that of the operator. */
        email?: string;
        /** The subject that the policy promises to answer to. */
        subject: LocalizedText;
      }
    >;
  };
  /** Category id → what is in it. Built in: necessary, functional, analytics, advertising. */
  categories: Record<string, CategoryConfig>;
  /** The cookie that keeps the answers. */
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
  /**
   * The banner: a card along the foot of the page ("bar", also where it is not said), a small one in its corner ("box"), or a
   * sheet across its whole width.
   */
  layout?: 'bar' | 'box' | 'sheet';
  /** Colours: those of the visitor's system where it is not said. */
  theme?: 'auto' | 'light' | 'dark';
  /** The small button back to the preferences: where it stands, or false where the page has its own opener. */
  openButton?: 'start' | 'end' | false;
  /** What gated markup may load from: hosts, `*.` for subdomains. */
  hosts?: string[];
  /**
   * Sister sites, https addresses: who goes from one to another by a link takes refusals along, and is offered there what was
   * granted here. One list for all of them; this site may be in it.
   */
  sites?: string[];
  /** Has each choice sent to you, as a receipt without anything that tells who it was. */
  records?: {
    /** Where to, by POST: from the root, or whole. consent-gate-record.schema.json says what comes. */
    endpoint: string;
  };
  /** Shows who builds the site what the page asks of other hosts and keeps, and who has allowed it. Not for visitors. */
  debug?: boolean;
}

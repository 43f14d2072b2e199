import {parseUrl} from '../browser/url-policy.js';

/**
 * What may stand in one place of a config: the name of a kind (`url`), a choice (`auto|light|dark`),
 * a list (`[kind]`), or an object of keys. A key that ends with `!` is required; `*` stands for keys
 * of the owner's own.
 */
export type Shape = string | readonly [Shape] | {readonly [key: string]: Shape};

export const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An address of a script: in full, by https or loopback http, without user name or password. Whether
 * it may really be loaded is for `allowedUrl` to say, when it is.
 */
export const scriptAddress = (value: unknown): URL | undefined =>
  typeof value === 'string' && SCRIPT.test(value) ? parseUrl(value) : undefined;
export const SCRIPT =
  /^(https:\/\/|http:\/\/(?=(localhost|127\.[\d.]+|\[::1\])[:/]))[^\s\\@/?#]+([/?#][^\s\\]*)?$/;

const isText = (value: unknown): value is string => typeof value === 'string' && /\S/.test(value);

const count = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0;

/** The kinds of value that are more than a form of text. */
const TESTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  // From the root, or whole: it is linked on every page.
  url: (value) =>
    isText(value) && /^(https?:\/)?\/(?!\/)/.test(value) && !!parseUrl(value, document.baseURI),
  https: (value) => !!scriptAddress(value),
  domain: (value) => isText(value) && `.${location.hostname}`.endsWith(`.${value}`),
  day: (value) =>
    isText(value) &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    // 30 February is another day.
    !!(new Date(value).toJSON() as string | null)?.startsWith(value),
  days: (value) => typeof value === 'number' && value >= 0,
  cookieDays: (value) => count(value) && (value as number) < 366,
  count,
  // A text, or one per language.
  localized: (value) =>
    isText(value) ||
    (isPlain(value) &&
      Object.keys(value).length > 0 &&
      Object.keys(value).every((tag) => FORMS['language']!.test(tag) && isText(value[tag]))),
  flag: (value) => typeof value === 'boolean',
  side: (value) => value === false || value === 'start' || value === 'end',
  options: isPlain,
};

/** The kinds of value that are a text of some form. */
export const FORMS: Readonly<Record<string, RegExp>> = {
  text: /\S/,
  id: /^[a-z0-9-]{1,40}$/,
  version: /^[\w.-]{1,32}$/,
  email: /^[^\s@<>":]+@[^\s@<>"]+\.[^\s@<>".?]+$/,
  country: /^[A-Z]{2}$/,
  language: /^(auto|[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})$/,
  host: /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/,
  stored: /^[^\s;=*#]+\*?$/,
};

/** Whether a value is of a kind, or one of `a|b|c`. */
export const isKind = (kind: string, value: unknown): boolean =>
  Object.hasOwn(TESTS, kind)
    ? TESTS[kind]!(value)
    : typeof value === 'string' && (FORMS[kind] ?? RegExp(`^(${kind})$`)).test(value);

/** What every service entry may say. */
const ENTRY = {
  'service!': 'id',
  purposes: ['text'],
  crossBorder: 'flag',
  onWithdraw: 'stop|reload',
} as const;

/** A service of the register: its own parameters come beside these. */
export const LISTED_ENTRY = {...ENTRY, scriptUrl: 'https', options: 'options'} as const;

/** A service that is written out. */
export const OWN_ENTRY = {
  ...ENTRY,
  'name!': 'localized',
  'vendor!': 'text',
  'country!': 'country',
  scripts: ['https'],
  // Each a name, or an object; `check.ts` tells them apart.
  cookies: ['*'],
  storage: ['*'],
} as const;

export const STORED_ITEM = {'name!': 'stored', purpose: 'localized', days: 'days'} as const;

/** The whole config but for the services' entries. */
export const CONFIG = {
  $schema: 'text',
  'policy!': {
    'url!': 'url',
    'version!': 'version',
    publishedAt: 'day',
    effectiveAt: 'day',
    changes: 'localized',
    mode: 'notice|publish-is-effective',
  },
  consent: {'url!': 'url', 'version!': 'version'},
  'operator!': {
    email: 'email',
    'name!': 'localized',
    address: 'localized',
    country: 'country',
    registration: 'text',
    contacts: {'*': {email: 'email', 'subject!': 'localized'}},
  },
  'categories!': {'*': {description: 'localized', services: ['*'], title: 'localized'}},
  cookie: {domain: 'domain', days: 'cookieDays'},
  language: 'language',
  texts: {'*': {'*': 'text'}},
  headingLevel: 'count',
  layout: 'bar|box|sheet',
  theme: 'auto|light|dark',
  openButton: 'side',
  hosts: ['host'],
  sites: ['https'],
  records: {'endpoint!': 'url'},
  debug: 'flag',
} as const;

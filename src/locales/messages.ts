import type {Purpose} from './purpose.js';

export type {Purpose};

/**
 * Countries that a first visit reads of most, by ISO 3166-1. The browser knows all, but its first
 * `Intl.DisplayNames` or `Intl.ListFormat` takes 10–20 ms (Chromium, no throttle), before the banner.
 */
type NamedCountry = 'RU' | 'US';

/**
 * Every text of one language. A missing key does not compile.
 * `{name}` in a text is a placeholder; texts are rendered as text, never as HTML. `purposes.…` stand in
 * a list after `{purposes}`, and are the labels of sub-questions.
 */
export interface Messages
  extends Record<`purposes.${Purpose}`, string>, Record<`countries.${NamedCountry}`, string> {
  /** The category as a purpose: its title is no word for a list. */
  'purposes.functional': string;
  /** Heading of the banner. */
  title: string;
  /** Who asks and what for: `{operator}`, `{purposes}`. */
  ask: string;
  /** Who gets the data: `{vendors}`, each with its country. */
  recipients: string;
  /** Ends a list of vendors that is too long, by `Intl.PluralRules`: `{count}`. */
  more_zero?: string;
  more_one?: string;
  more_two?: string;
  more_few?: string;
  more_many?: string;
  more_other: string;
  /** Joins a list: all but the last `{item}` to the `{list}`, where that is not by a comma and a space, … */
  listNext?: string;
  /** … and the last one. */
  listLast: string;
  /** Said where data leaves the operator's country: `{country}`, `{countries}` it goes to. */
  abroad: string;
  /** That an answer is not for ever. */
  change: string;
  /** Heading of the banner where only new questions are asked. */
  titleNew: string;
  /** Says there that the earlier answers stay. */
  noteNew: string;

  /** Accept and reject are verbs of the same form: neither is the easier word. */
  accept: string;
  reject: string;
  /** The same two where only new questions are asked. */
  acceptNew: string;
  rejectNew: string;
  settings: string;
  save: string;
  /** Accessible name of the button that closes the preferences. */
  close: string;

  policy: string;
  /** The separate consent document. */
  consent: string;
  /** Follows the text of a link that opens in a new tab. */
  newTab: string;

  /** Heading of the preferences, and label of the button that leads back to them. */
  open: string;
  /** What to do in the preferences. */
  intro: string;
  /** Said where Global Privacy Control refuses advertising. */
  signal: string;
  alwaysOn: string;
  on: string;
  off: string;
  /** `{purposes}` */
  usedFor: string;
  /** Heading of a service's cookies and storage. */
  stored: string;
  name: string;
  kind: string;
  cookie: string;
  storage: string;
  /** Above cookies that no script of the page can delete. */
  unreachable: string;
  /** Heading of the lifetimes. */
  keptFor: string;
  /** Lifetime of a cookie that goes when the browser is closed. */
  session: string;
  /** Lifetime of a storage entry that is unknown or without end. */
  unlimited: string;
  /** `{vendor}` */
  vendorPolicy: string;
  /** `{operator}` */
  contact: string;
  /** `{date}`; without a full stop, for some languages' dates end with one. */
  decided: string;

  /** Name of our own cookie's entry among what is necessary. */
  record: string;
  necessary: string;
  necessaryText: string;
  functional: string;
  functionalText: string;
  analytics: string;
  analyticsText: string;
  advertising: string;
  advertisingText: string;
}

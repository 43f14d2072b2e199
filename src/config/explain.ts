import type {Problem} from './check.js';
import type {CatalogueId, CoreId, YandexMetricaOptions} from './config.js';
import type {Doubt} from './doubts.js';
import {needless} from './needless.js';
import type {ReadConfig} from './read-json.js';
import {unfair} from './unfair.js';

/** What a problem's `expected` says, and how to mend it; `%` stands for the words after the key. */
const SENTENCES: Readonly<Record<string, readonly [expected: string, fix: string]>> = {
  json: ['a JSON object', 'check commas, quotes and brackets'],
  object: ['an object', 'write {…}'],
  list: ['a list', 'write […]'],
  missing: ['a value', 'this key is required'],
  unknown: ['one of the keys %', 'correct the spelling or remove it'],
  name: ['a name of 1–40 letters, digits, "-", "." and "_"', 'shorten or correct it'],
  text: ['a text that is not empty', 'write it, or remove the key'],
  url: ['an http(s) address', 'write "/privacy" or "https://…"'],
  https: ['an https address in full', 'write "https://…" without user name or password'],
  version: [
    'a version of 1–32 letters, digits, "_", "." or "-"',
    'use the date of the policy, "2026-11-01"',
  ],
  day: ['a day', 'write it as "2026-11-01"'],
  email: ['an e-mail address', 'write it as "mail@example.com", or remove the key'],
  country: ['a country code of two capital letters (ISO 3166-1)', 'write "RU", "US", "DE"…'],
  tag: ['a language tag', 'write {"en": {"title": "…"}}'],
  language: ['"auto" or a language tag', 'write "ru", "en", "pt-BR"…'],
  localized: [
    'a text that is not empty, or one per language',
    'write "…" or {"en": "…", "ru": "…"}',
  ],
  flag: ['true or false', 'write it without quotes'],
  side: ['"start", "end" or false', 'choose one of these'],
  options: ['an object', "write {…} with the vendor's own options"],
  days: [
    'a number of days, 0 or more',
    'write it without quotes; 0 for a cookie that goes when the browser is closed',
  ],
  cookieDays: [
    'a whole number of days from 1 to 365',
    'write it without quotes, or leave it out for 182',
  ],
  domain: [
    `this page's domain (${globalThis.location?.hostname}) or one above it`,
    `leave it out, or write what this page and its sister hosts have in common: "${globalThis.location?.hostname.replace(/^www\./, '')}"`,
  ],
  stored: ['a name, or the beginning of one followed by "*"', 'write "_name" or "_name*"'],
  host: ['a host', 'write "example.com" or "*.example.com", without "https://"'],
  id: ['an id of 1–40 lower-case letters, digits and "-"', 'write it as "my-chat"'],
  listed: [
    'one of the services %',
    'correct the spelling, or write the service out: its name, vendor and country, then scripts',
  ],
  count: ['a positive integer', 'write the number as it is, without quotes'],
  'G-[A-Z0-9]+': ['a measurement id, "G-…"', 'copy it from Google Analytics, Admin, Data streams'],
  'GTM-[A-Z0-9]+': ['a container id, "GTM-…"', 'copy it from Tag Manager'],
  official: ['an address on %', "use the vendor's own or an official alternative address"],
  named: [
    'a script on a host that data-hosts names',
    'name the host in data-hosts on our script tag',
  ],
  needless: [
    'no % under "necessary"',
    'a site works without it: move it to the category it belongs to, where it is asked',
  ],
  label: [
    'a verb that agrees or refuses',
    'write "Accept all", "Reject all" or the like: whoever clicks on this has said neither yes nor no',
  ],
  otherLabel: [
    'another label than that of the other answer',
    'write what it does: "Accept all" the one, "Reject all" the other',
  ],
  short: [
    'a label of at most 60 letters',
    'shorten it: both answers must be in sight on the smallest screen',
  ],
  facts: ['a text with %', 'write it where the name is to stand: who is asked must see it'],
  ownTitle: [
    'a title, for this is none of necessary, functional, analytics and advertising',
    'correct the spelling of the category, or give it a title',
  ],
  ownNames: [
    "the vendor's own names of cookies",
    'remove it: after a withdrawal these cookies could not be told from others and deleted',
  ],
  twice: [
    'an id that is used once',
    'a service stands in one category, one that is written out stands there once, and none is called like a category',
  ],
  tooMany: [
    'fewer categories and services',
    'the answers to all of them must fit in one cookie of 3.5 kB',
  ],
};

/** The services that need no writing-out. */
const SERVICES: readonly (CatalogueId | CoreId)[] = [
  'yandex-metrica',
  'google-analytics',
  'google-tag-manager',
  'youtube',
  'meta-pixel',
  'vk-pixel',
  'google-ads',
  'tiktok-pixel',
  'microsoft-uet',
  'linkedin-insight',
  'clarity',
  'hotjar',
  'matomo',
  'posthog',
  'liveinternet',
  'sentry',
  'calltouch',
  'roistat',
  'jivo',
  'carrot-quest',
  'intercom',
  'vimeo',
  'rutube',
  'vk-video',
  'spotify',
  'yandex-maps',
  'google-maps',
  '2gis',
  'recaptcha',
  'yandex-smartcaptcha',
];

/** What else the categories that every site knows are called. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  necessary: ['essential', 'required', 'strictly-necessary', 'strictly necessary'],
  functional: ['functionality', 'preferences'],
  analytics: ['statistics', 'performance', 'measurement', 'metrics'],
  advertising: ['marketing', 'advertisement', 'ads', 'targeting'],
};

/**
 * Options of Metrica, which are easily taken for keys of the entry.
 * https://yandex.com/support/metrica/en/code/counter-initialize
 */
const OPTIONS: readonly string[] = [
  'accurateTrackBounce',
  'childIframe',
  'clickmap',
  'defer',
  'ecommerce',
  'params',
  'userParams',
  'trackHash',
  'trackLinks',
  'trustedDomains',
  'type',
  'ut',
  'webvisor',
  'triggerEvent',
  'sendTitle',
  'ssr',
  'url',
  'referrer',
] satisfies (keyof YandexMetricaOptions)[];

const shown = (value: unknown) => {
  const text =
    typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** What the browser's parser says of a text that is no JSON: mostly with line and column. */
const parserSays = (text: unknown): string => {
  try {
    JSON.parse(String(text));
    return '';
  } catch (error) {
    return `; the browser says: ${(error as Error).message}`;
  }
};

/** How many letters must be added, removed, exchanged, or swapped with the next one to make one word of the other. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({length: to.length + 1}, (_, i) => i);
  for (let k = 0; k < from.length; k++) {
    const next = [k + 1];
    for (let i = 0; i < to.length; i++) {
      const exchanged = row[i]! + Number(from[k] !== to[i]);
      const swapped =
        from[k] === to[i - 1] && from[k - 1] === to[i] ? before[i - 1]! + 1 : Infinity;
      next.push(Math.min(exchanged, swapped, row[i + 1]! + 1, next[i]! + 1));
    }
    before = row;
    row = next;
  }
  return row.at(-1)!;
}

/** What somebody who has written `word` meant, where one of the words is near it. */
const meant = (word: string, words: readonly string[]): string | undefined => {
  const [best, steps] = words
    .map((each) => [each, distance(word.slice(0, 40), each)] as const)
    .reduce((a, b) => (b[1] < a[1] ? b : a), ['', Infinity]);
  return steps <= Math.max(1, best.length / 4) ? best : undefined;
};

/** Which of the categories that every site knows somebody meant who has called one otherwise. */
const categoryMeant = (written: string): string | undefined => {
  const name = written.toLowerCase();
  const ids = Object.keys(CATEGORIES);
  return ids.find((id) => CATEGORIES[id]!.includes(name)) ?? meant(name, ids);
};

/** Kinds whose third part is not what was found, but what could stand there. */
const LISTS = /^(unknown|official|needless|facts)$/;

const sentence = ([at, expected, found]: Problem) => {
  const [what, fix] =
    SENTENCES[expected] ??
    (/[\\[]/.test(expected)
      ? [`a text of the form ${expected}`, "copy it from the vendor's own snippet, in quotes"]
      : [`one of ${expected.split('|').join(', ')}`, 'choose one of these']);
  const listed = LISTS.test(expected);
  const words =
    expected === 'listed'
      ? SERVICES
      : listed
        ? [found].flat().map((word) => String(word).replace(/!$/, ''))
        : [];
  const got = listed || found === undefined ? '' : `, got ${shown(found)}`;
  const key = at.split('.').at(-1)!;
  const category = /^(id|ownTitle)$/.test(expected) && /^categories\.([^.]+)(\.title)?$/.exec(at);
  const guess = category
    ? categoryMeant(category[1]!)
    : /^(listed|unknown)$/.test(expected) && meant(words === SERVICES ? String(found) : key, words);
  const known = expected === 'listed' && SERVICES.includes(found as CatalogueId);
  const mend = known
    ? 'it is one of them, but its file has not come: it lies beside consent-gate.js, see docs/services.md'
    : expected === 'unknown' &&
        (words as readonly string[]).includes('counterId') &&
        OPTIONS.includes(key)
      ? 'write it into "options"'
      : guess
        ? `did you mean "${guess}"?`
        : fix + (expected === 'json' ? parserSays(found) : '');
  return `  ${at.slice(0, 200) || 'config'}: expected ${what.replace('%', words.join(', '))}${got} (${mend})`;
};

/** Problems that are told one by one: a file of something else may be wrong a hundred thousand times. */
const MOST = 100;

/** All that is wrong with a config as text for the console: a line each with path, value and fix. */
export function explain(problems: readonly Problem[]): string {
  return [
    'consent-gate: the config is invalid, so nothing is loaded and nobody is asked.',
    ...problems.slice(0, MOST).map((problem) => sentence(problem)),
    ...(problems.length > MOST ? [`  and ${problems.length - MOST} more`] : []),
  ].join('\n');
}

/** Tells a Russian operator of services that record abroad; the config is valid all the same. */
function warnOfAbroad(doubts: readonly Doubt[], say: Pick<Console, 'warn'>): void {
  const abroad = doubts.flatMap(([{service}, country]) =>
    country ? `  ${service}: ${country}` : [],
  );
  if (abroad[0]) {
    say.warn(
      [
        'consent-gate: these services record data outside Russia. 152-FZ art. 18(5) forbids to record data of Russian citizens abroad first, and art. 12 asks for a notice before it goes there. Where you have settled that, write "crossBorder": true beside the service.',
        ...abroad,
      ].join('\n'),
    );
  }
}

/**
 * Tells what is wrong with a config, all at once; and of a valid one what a look at its form has not settled.
 * @param found what that look has found
 * @returns whether it is valid
 */
export function tellOf(
  found: readonly Problem[],
  doubts: readonly Doubt[],
  read: ReadConfig,
): boolean {
  // Not what a page may have put on a prototype.
  const say = (Object.hasOwn(read, 'say') && read.say) || console;
  const problems = found.length ? found : [...needless(doubts, read), ...unfair(read)];
  if (problems.length) say.error(explain(problems));
  else warnOfAbroad(doubts, say);
  return !problems.length;
}

import {without, withAt, type Path} from './at-path.js';
import {CATALOGUE_ENTRIES} from './catalogue-entries.js';
import {wholeConfig} from './configs.js';

/*
 * Configs that are valid, and that are not, for the check in the browser, on the command line, and the schema of editors: each is
 * `wholeConfig` with another value in one place.
 */

export const CHAT = ['categories', 'functional', 'services', 1] as const;
const METRICA = ['categories', 'analytics', 'services', 0] as const;
export const GOOGLE = ['categories', 'analytics', 'services', 2] as const;
const MANAGER = ['categories', 'analytics', 'services', 3] as const;
const missing = 'expected a value (this key is required)';
export const ownTitle =
  'expected a title, for this is none of necessary, functional, analytics and advertising (correct the spelling of the category, or give it a title)';
const host = globalThis.location?.hostname ?? 'www.example.com';

/** Valid, too. */
export const ALTERNATIVES: readonly (readonly [Path, unknown])[] = [
  [['policy', 'url'], '/'],
  [['policy', 'url'], 'http://example.com/p'],
  [['policy', 'url'], '/политика'],
  [['policy', 'mode'], 'notice'],
  [['policy', 'version'], 'a'.repeat(32)],
  [['operator', 'email'], 'a.b+c@sub.example.co.uk'],
  [['operator', 'email'], 'почта@пример.рф'],
  [['cookie', 'days'], 1],
  [['language'], 'auto'],
  [['language'], 'zh-Hans-CN'],
  [['layout'], 'bar'],
  [['layout'], 'sheet'],
  [['headingLevel'], 3],
  [['theme'], 'light'],
  [['openButton'], false],
  [['openButton'], 'start'],
  [['hosts'], []],
  [[...METRICA, 'counterId'], 1],
  [[...METRICA, 'scriptUrl'], 'https://mc.webvisor.org/metrika/tag.js'],
  [[...METRICA, 'options'], {}],
  [[...CHAT, 'scripts', 0], 'https://cdn.jsdelivr.net/npm/@scope/chat@1.2.3/dist/chat.js'],
  [[...CHAT, 'scripts', 0], 'http://localhost:3000/chat.js'],
  [[...CHAT, 'cookies', 2, 'days'], 0],
  [[...CHAT, 'cookies', 2, 'days'], 0.5],
];

/** Where, what stands there, and the beginning of the line. */
export const WRONG: readonly (readonly [path: Path, value: unknown, line: string])[] = [
  [['policy'], 'x', 'policy: expected an object, got "x" (write {…})'],
  [['policy'], null, 'policy: expected an object, got null'],
  [['policy'], [], 'policy: expected an object, got []'],
  [
    ['policy', 'url'],
    'javascript:alert(1)',
    'policy.url: expected an http(s) address, got "javascript:alert(1)" (write "/privacy" or "https://…")',
  ],
  [['policy', 'url'], '', 'policy.url: expected an http(s) address, got ""'],
  [['policy', 'url'], 5, 'policy.url: expected an http(s) address, got 5'],
  [['policy', 'url'], 'https://', 'policy.url: expected an http(s) address, got "https://"'],
  ...['privacy.html', 'www.shop.test/privacy', '#', '../privacy', '//shop.test/p'].map(
    (url) =>
      [
        ['policy', 'url'],
        url,
        `policy.url: expected an http(s) address, got "${url}" (write "/privacy" or "https://…")`,
      ] as const,
  ),
  [['consent', 'url'], 'consent.html', 'consent.url: expected an http(s) address'],
  [['policy', 'url'], 'data:text/html,x', 'policy.url: expected an http(s) address, got'],
  [['policy', 'url'], ' \tjava\nscript:alert(1)', 'policy.url: expected an http(s) address, got'],
  [
    ['policy', 'version'],
    'a'.repeat(33),
    `policy.version: expected a version of 1–32 letters, digits, "_", "." or "-", got "${'a'.repeat(33)}"`,
  ],
  [['policy', 'version'], '', 'policy.version: expected a version'],
  [['policy', 'version'], '1~2', 'policy.version: expected a version'],
  [['policy', 'version'], 'версия', 'policy.version: expected a version'],
  [['policy', 'version'], 2026, 'policy.version: expected a version'],
  [['policy', 'version'], '1\n', 'policy.version: expected a version'],
  [
    ['policy', 'publishedAt'],
    '1 November',
    'policy.publishedAt: expected a day, got "1 November" (write it as "2026-11-01")',
  ],
  [['policy', 'effectiveAt'], '2026-02-30', 'policy.effectiveAt: expected a day, got "2026-02-30"'],
  [['policy', 'effectiveAt'], '2026-13-01', 'policy.effectiveAt: expected a day'],
  [['policy', 'effectiveAt'], 20261101, 'policy.effectiveAt: expected a day, got 20261101'],
  [
    ['policy', 'changes'],
    '  ',
    'policy.changes: expected a text that is not empty, or one per language, got "  "',
  ],
  [['policy', 'changes'], {en: 5}, 'policy.changes: expected a text'],
  [['policy', 'changes'], {}, 'policy.changes: expected a text'],
  [['policy', 'changes'], ['x'], 'policy.changes: expected a text'],
  [
    ['policy', 'mode'],
    'always',
    'policy.mode: expected one of notice, publish-is-effective, got "always" (choose one of these)',
  ],
  [['policy', 'mode'], ['notice'], 'policy.mode: expected one of'],
  [['consent'], true, 'consent: expected an object, got true'],
  [['consent', 'url'], 'ftp://example.com', 'consent.url: expected an http(s) address'],
  [['operator'], undefined, `operator: ${missing}`],
  [['operator', 'name'], '', 'operator.name: expected a text that is not empty'],
  [['operator', 'name'], 12, 'operator.name: expected a text that is not empty'],
  [
    ['operator', 'email'],
    'none',
    'operator.email: expected an e-mail address, got "none" (write it as "mail@example.com", or remove the key)',
  ],
  [
    ['operator', 'email'],
    'mailto:a@example.com',
    'operator.email: expected an e-mail address, got "mailto:a@example.com"',
  ],
  [['operator', 'email'], 'a@example.com?subject=x', 'operator.email: expected an e-mail'],
  [['operator', 'email'], 'a@b', 'operator.email: expected an e-mail address'],
  [['operator', 'email'], 'a b@example.com', 'operator.email: expected an e-mail address'],
  [['operator', 'email'], 'a@b@example.com', 'operator.email: expected an e-mail address'],
  [['operator', 'email'], '"><b>@example.com', 'operator.email: expected an e-mail address'],
  [['operator', 'email'], ['a@example.com'], 'operator.email: expected an e-mail address'],
  [
    ['operator', 'country'],
    'Russia',
    'operator.country: expected a country code of two capital letters (ISO 3166-1), got "Russia"',
  ],
  [['operator', 'country'], 'ru', 'operator.country: expected a country code'],
  [['operator', 'contacts', 'access'], {}, `operator.contacts.access.subject: ${missing}`],
  [
    ['operator', 'contacts', 'access', 'email'],
    'x',
    'operator.contacts.access.email: expected an e-mail address',
  ],
  [['categories'], [], 'categories: expected an object, got []'],
  [['categories', 'analytics'], true, 'categories.analytics: expected an object, got true'],
  [
    ['categories', 'analytics', 'services'],
    {},
    'categories.analytics.services: expected a list, got {}',
  ],
  [
    ['categories', 'analytics', 'services', 0],
    'yandex-metrica',
    'categories.analytics.services[0]: expected an object, got "yandex-metrica"',
  ],
  [
    ['categories', 'analytics', 'services', 0],
    null,
    'categories.analytics.services[0]: expected an object',
  ],
  [
    ['categories', 'Analytics'],
    {},
    'categories.Analytics: expected an id of 1–40 lower-case letters, digits and "-", got "Analytics" (did you mean "analytics"?)',
  ],
  [
    ['categories', 'a b'],
    {title: 'x'},
    'categories.a b: expected an id of 1–40 lower-case letters',
  ],
  [['categories', 'social', 'title'], undefined, `categories.social.title: ${ownTitle}`],
  [
    [...METRICA, 'counterId'],
    'abc',
    'categories.analytics.services[0].counterId: expected a positive integer, got "abc" (write the number as it is, without quotes)',
  ],
  [
    [...METRICA, 'counterId'],
    '12345678',
    'categories.analytics.services[0].counterId: expected a positive integer, got "12345678"',
  ],
  [
    [...METRICA, 'counterId'],
    0,
    'categories.analytics.services[0].counterId: expected a positive integer, got 0',
  ],
  [
    [...METRICA, 'counterId'],
    -5,
    'categories.analytics.services[0].counterId: expected a positive integer, got -5',
  ],
  [
    [...METRICA, 'counterId'],
    1.5,
    'categories.analytics.services[0].counterId: expected a positive integer, got 1.5',
  ],
  [
    [...METRICA, 'counterId'],
    1e21,
    'categories.analytics.services[0].counterId: expected a positive integer',
  ],
  [
    [...METRICA, 'counterId'],
    [1],
    'categories.analytics.services[0].counterId: expected a positive integer, got [1]',
  ],
  [[...METRICA, 'counterId'], undefined, `categories.analytics.services[0].counterId: ${missing}`],
  [
    [...METRICA, 'measurementId'],
    'G-1',
    'categories.analytics.services[0].measurementId: expected one of the keys service, purposes, crossBorder, onWithdraw, scriptUrl, options, counterId, spa (correct the spelling or remove it)',
  ],
  [
    [...METRICA, 'scriptUrl'],
    'https://evil.example/tag.js',
    'categories.analytics.services[0].scriptUrl: expected an address on mc.yandex.ru, mc.yandex.com',
  ],
  [
    [...METRICA, 'scriptUrl'],
    '//mc.yandex.ru/metrika/tag.js',
    'categories.analytics.services[0].scriptUrl: expected an https address in full',
  ],
  [
    [...METRICA, 'scriptUrl'],
    'https://mc.yandex.ru@evil.example/',
    'categories.analytics.services[0].scriptUrl: expected',
  ],
  [
    [...METRICA, 'scriptUrl'],
    'https://mc.yandex.ru.evil.example/',
    'categories.analytics.services[0].scriptUrl: expected an address on',
  ],
  [
    [...METRICA, 'options'],
    [],
    'categories.analytics.services[0].options: expected an object, got []',
  ],
  [
    [...METRICA, 'purposes'],
    'statistics',
    'categories.analytics.services[0].purposes: expected a list',
  ],
  [[...METRICA, 'purposes'], [''], 'categories.analytics.services[0].purposes[0]: expected a text'],
  [
    [...METRICA, 'crossBorder'],
    'true',
    'categories.analytics.services[0].crossBorder: expected true or false, got "true" (write it without quotes)',
  ],
  [
    [...METRICA, 'onWithdraw'],
    'ignore',
    'categories.analytics.services[0].onWithdraw: expected one of stop, reload, got "ignore"',
  ],
  [
    [...METRICA, 'service'],
    'yandex-metrika',
    `categories.analytics.services[0].service: expected one of the services ${[
      'yandex-metrica, google-analytics, google-tag-manager, youtube',
      ...Object.keys(CATALOGUE_ENTRIES),
    ].join(', ')}, got "yandex-metrika" (did you mean "yandex-metrica"?)`,
  ],
  [[...METRICA, 'service'], undefined, 'categories.analytics.services[0].service: expected'],
  [[...METRICA, 'service'], 'toString', 'categories.analytics.services[0].service: expected'],
  [
    [...METRICA, 'service'],
    ['yandex-metrica'],
    'categories.analytics.services[0].service: expected',
  ],
  [[...METRICA, 'service'], {}, 'categories.analytics.services[0].service: expected'],
  [
    [...GOOGLE, 'measurementId'],
    'UA-123-1',
    'categories.analytics.services[2].measurementId: expected a measurement id, "G-…", got "UA-123-1" (copy it from Google Analytics, Admin, Data streams)',
  ],
  [
    [...GOOGLE, 'measurementId'],
    'G-',
    'categories.analytics.services[2].measurementId: expected a measurement id',
  ],
  [
    [...GOOGLE, 'measurementId'],
    'G-1"><script>',
    'categories.analytics.services[2].measurementId: expected a measurement id',
  ],
  [
    [...MANAGER, 'containerId'],
    'G-ABC',
    'categories.analytics.services[3].containerId: expected a container id, "GTM-…", got "G-ABC" (copy it from Tag Manager)',
  ],
  [[...CHAT, 'service'], 'My chat', 'categories.functional.services[1].service: expected an id'],
  [
    [...CHAT, 'service'],
    'a'.repeat(41),
    'categories.functional.services[1].service: expected an id',
  ],
  [[...CHAT, 'service'], 'chat:part', 'categories.functional.services[1].service: expected an id'],
  [[...CHAT, 'name'], undefined, `categories.functional.services[1].name: ${missing}`],
  [[...CHAT, 'country'], undefined, `categories.functional.services[1].country: ${missing}`],
  [
    [...CHAT, 'vendor'],
    '',
    'categories.functional.services[1].vendor: expected a text that is not empty',
  ],
  [
    [...CHAT, 'counterId'],
    1,
    'categories.functional.services[1].counterId: expected one of the keys',
  ],
  [
    [...CHAT, 'scripts'],
    'https://a.example/x.js',
    'categories.functional.services[1].scripts: expected a list',
  ],
  [
    [...CHAT, 'scripts', 0],
    'http://chat.example.com/1.js',
    'categories.functional.services[1].scripts[0]: expected an https address in full, got "http://chat.example.com/1.js" (write "https://…" without user name or password)',
  ],
  [
    [...CHAT, 'scripts', 0],
    '/chat.js',
    'categories.functional.services[1].scripts[0]: expected an https address',
  ],
  [
    [...CHAT, 'scripts', 0],
    'javascript:alert(1)',
    'categories.functional.services[1].scripts[0]: expected an https address',
  ],
  [
    [...CHAT, 'scripts', 0],
    'https://u:p@chat.example.com/1.js',
    'categories.functional.services[1].scripts[0]: expected an https address',
  ],
  [
    [...CHAT, 'scripts', 0],
    5,
    'categories.functional.services[1].scripts[0]: expected an https address',
  ],
  [[...CHAT, 'cookies'], 'chat', 'categories.functional.services[1].cookies: expected a list'],
  [
    [...CHAT, 'cookies', 0],
    '*',
    'categories.functional.services[1].cookies[0]: expected a name, or the beginning of one followed by "*", got "*" (write "_name" or "_name*")',
  ],
  [[...CHAT, 'cookies', 0], 'a*b', 'categories.functional.services[1].cookies[0]: expected a name'],
  [[...CHAT, 'cookies', 0], 'a;b', 'categories.functional.services[1].cookies[0]: expected a name'],
  [[...CHAT, 'cookies', 0], '', 'categories.functional.services[1].cookies[0]: expected a name'],
  [[...CHAT, 'cookies', 0], 7, 'categories.functional.services[1].cookies[0]: expected a name'],
  [
    [...CHAT, 'cookies', 2, 'days'],
    '30',
    'categories.functional.services[1].cookies[2].days: expected a number of days',
  ],
  [
    [...CHAT, 'cookies', 2, 'days'],
    -1,
    'categories.functional.services[1].cookies[2].days: expected a number of days',
  ],
  [
    [...CHAT, 'cookies', 2, 'name'],
    undefined,
    `categories.functional.services[1].cookies[2].name: ${missing}`,
  ],
  [
    [...CHAT, 'cookies', 2, 'expires'],
    1,
    'categories.functional.services[1].cookies[2].expires: expected one of the keys name, purpose, days',
  ],
  [
    [...CHAT, 'storage', 0, 'name'],
    '*',
    'categories.functional.services[1].storage[0].name: expected a name',
  ],
  [
    ['cookie', 'days'],
    366,
    'cookie.days: expected a whole number of days from 1 to 365, got 366 (write it without quotes, or leave it out for 182)',
  ],
  [['cookie', 'days'], 0, 'cookie.days: expected a whole number'],
  [['cookie', 'days'], 1.5, 'cookie.days: expected a whole number'],
  [
    ['cookie', 'days'],
    '182',
    'cookie.days: expected a whole number of days from 1 to 365, got "182" (write it without quotes, or leave it out for 182)',
  ],
  [
    ['cookie', 'domain'],
    'shop.example.org',
    `cookie.domain: expected this page's domain (${host}) or one above it, got "shop.example.org"`,
  ],
  [['cookie', 'domain'], 'host', 'cookie.domain: expected'],
  [['cookie', 'domain'], `x; Max-Age=0; ${host}`, 'cookie.domain: expected'],
  [['cookie', 'name'], 'x', 'cookie.name: expected one of the keys domain, days'],
  [
    ['language'],
    'Russian',
    'language: expected "auto" or a language tag, got "Russian" (write "ru", "en", "pt-BR"…)',
  ],
  [['language'], 'EN', 'language: expected "auto" or a language tag'],
  [['language'], {}, 'language: expected "auto" or a language tag, got {}'],
  [['texts'], [], 'texts: expected an object'],
  [['texts', 'ru'], 'x', 'texts.ru: expected an object'],
  [['texts', 'ru', 'title'], '', 'texts.ru.title: expected a text that is not empty'],
  [['layout'], 'wall', 'layout: expected one of bar, box, sheet, got "wall"'],
  [['theme'], 'pink', 'theme: expected one of auto, light, dark, got "pink"'],
  [['openButton'], true, 'openButton: expected "start", "end" or false, got true'],
  [['openButton'], 'left', 'openButton: expected "start", "end" or false'],
  [['openButton'], ['start'], 'openButton: expected "start", "end" or false'],
  [['openButton'], {}, 'openButton: expected "start", "end" or false'],
  [['hosts'], 'cdn.example.com', 'hosts: expected a list'],
  [
    ['hosts', 0],
    'https://cdn.example.com',
    'hosts[0]: expected a host, got "https://cdn.example.com" (write "example.com" or "*.example.com", without "https://")',
  ],
  [['hosts', 0], '*', 'hosts[0]: expected a host'],
  [['hosts', 0], 'a.*.example', 'hosts[0]: expected a host'],
  [['hosts', 0], 'cdn.example.com/x', 'hosts[0]: expected a host'],
  [['sites', 0], 'http://other.example.com', 'sites[0]: expected an https address'],
  [['records'], {}, `records.endpoint: ${missing}`],
  [['debug'], 1, 'debug: expected true or false, got 1'],
  [['$schema'], 1, '$schema: expected a text'],
  // What would make refusing harder, or the yes no question.
  [['texts', 'en', 'reject'], '', 'texts.en.reject: expected a text that is not empty'],
  [['texts', 'en', 'reject'], ' ', 'texts.en.reject: expected a text that is not empty'],
  [
    ['categories', 'analytics', 'checked'],
    true,
    'categories.analytics.checked: expected one of the keys description, services, title',
  ],
  [
    ['categories', 'analytics', 'services', 0, 'default'],
    true,
    'categories.analytics.services[0].default: expected one of the keys',
  ],
  [['rejectButton'], false, 'rejectButton: expected one of the keys $schema, policy'],
  [['hideReject'], true, 'hideReject: expected one of the keys $schema, policy'],
  [
    ['autoAccept'],
    true,
    'autoAccept: expected one of the keys $schema, policy, consent, operator, categories, cookie',
  ],
  [['toString'], 'x', 'toString: expected one of the keys'],
  [['policy', 'valueOf'], 'x', 'policy.valueOf: expected one of the keys url, version'],
];

/** `wholeConfig` with a value in one place; without that place where the value is undefined. */
export const changed = (path: Path, value: unknown): unknown =>
  value === undefined ? without(wholeConfig(), path) : withAt(wholeConfig(), path, value);

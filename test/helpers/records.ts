import fc from 'fast-check';
import type {DecisionRecord} from '../../src/decision/record.js';
import {writeRecord} from '../../src/decision/write-record.js';

const DAY = 864e5;

/** When the tests of records take place. */
export const NOW = Date.UTC(2026, 10, 22, 15, 30);
/** How long an answer holds there. */
export const DAYS = 182;

/** The ISO day that lies so many days from `NOW`. */
export const dayFromNow = (days: number) => new Date(NOW + days * DAY).toISOString().slice(0, 10);

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const DIGITS = [...'0123456789'];
const text = (alphabet: readonly string[], minLength: number, maxLength = minLength) =>
  fc.string({unit: fc.constantFrom(...alphabet), minLength, maxLength});

const ids = fc.oneof(
  fc.constantFrom('analytics', 'yandex-metrica', 'yandex-metrica:webvisor', 'google-analytics'),
  text([...LETTERS, ...DIGITS, '-', ':'], 1, 40),
);
const answers = fc
  .uniqueArray(
    fc.record({
      id: ids,
      yes: fc.boolean(),
      fingerprint: text([...LETTERS, ...DIGITS], 4),
    }),
    {selector: ({id}) => id, minLength: 1, maxLength: 8},
  )
  .map((list) =>
    list
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({id, yes, fingerprint}) => `~${yes ? 'y' : 'n'}.${id}.${fingerprint}`)
      .join(''),
  );

/** Every record that could have been written and still holds. */
export const validRecords: fc.Arbitrary<DecisionRecord> = fc.record({
  decidedAt: fc.integer({min: 1 - DAYS, max: 0}).map(dayFromNow),
  method: fc.constantFrom('ui', 'synthetic', 'api'),
  language: fc.constantFrom('en', 'ru', 'pt-BR', 'zh-Hans-CN', 'nds'),
  policyVersion: text([...LETTERS, ...DIGITS, 'A', 'Z', '.', '_', '-'], 1, 32),
  textHash: text([...LETTERS, ...DIGITS], 6),
  answers,
});

/** One way to spoil a text; `at` and `stuff` are arbitrary. */
type Spoil = (text: string, at: number, stuff: string) => string;

/** Replaces one of the parts between `~`. */
const part =
  (index: number, value: (old: string, at: number, stuff: string) => string): Spoil =>
  (whole, at, stuff) => {
    const parts = whole.split('~');
    parts[index] = value(parts[index] ?? '', at, stuff);
    return parts.join('~');
  };
const oneOf = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

const NASTY = [
  '%',
  '\0',
  '\ud800',
  '\udc00',
  '~',
  '.',
  ' ',
  '\n',
  '\r',
  '"',
  'ё',
  'Y',
  '9',
  '-',
  '',
];
const WRONG_TYPES = [
  'undefined',
  'null',
  'NaN',
  'true',
  '[object Object]',
  '{}',
  '[]',
  '-1',
  '1e9',
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
];
const WRONG_DAYS = [
  '2026-02-30',
  '2026-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-11-00',
  '2026-11-32',
  '9999-12-31',
  '1970-01-01',
  '0000-00-00',
  '+02026-11-22',
  '-002026-11-22',
  '2026-11-22T00:00:00Z',
  '2026-11',
  '2026-1-1',
  '22.11.2026',
  '1795305600000',
  '0x7ea-11-22',
  '٢٠٢٦-١١-٢٢',
];
/** Like `encodeURIComponent`, which throws at a lone surrogate. */
const encode = (whole: string) =>
  whole.replace(/\W/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`);
const splice = (whole: string, at: number, removed: number, added: string) => {
  const place = at % (whole.length + 1);
  return whole.slice(0, place) + added + whole.slice(place + removed);
};

const spoils: Readonly<Record<string, Spoil>> = {
  truncated: (whole, at) => whole.slice(0, at % whole.length),
  headless: (whole, at) => whole.slice(1 + (at % whole.length)),
  lessOne: (whole, at) => splice(whole, at, 1, ''),
  inserted: (whole, at, stuff) => splice(whole, at, 0, stuff),
  replaced: (whole, at) => splice(whole, at, 1, oneOf(NASTY, at)),
  nasty: (whole, at) => splice(whole, at, 0, oneOf(NASTY, at)),
  percent: (whole, at) => splice(whole, at, 0, oneOf(['%', '%7E', '%00', '%u0000', '%zz'], at)),
  encoded: (whole) => encode(whole),
  twiceEncoded: (whole) => encode(encode(whole)),
  base64: (whole) => btoa(encode(whole)),
  json: (whole) => JSON.stringify(whole),
  jsonList: (whole) => JSON.stringify(whole.split('~')),
  quoted: (whole) => `"${whole}"`,
  upper: (whole) => whole.toUpperCase(),
  reversed: (whole) => [...whole].reverse().join(''),
  twice: (whole) => whole + whole,
  longAnswer: (whole, at) => `${whole}~y.${'a'.repeat(4080 + (at % 906))}.0000`,
  longTail: (whole, at) => whole.padEnd(4095 + (at % 906), oneOf(['~', '0', 'y', '%', ' '], at)),
  partDropped: (whole, at) => {
    const parts = whole.split('~');
    parts.splice(at % parts.length, 1);
    return parts.join('~');
  },
  partDoubled: (whole, at) => {
    const parts = whole.split('~');
    parts.splice(at % parts.length, 0, oneOf(parts, at));
    return parts.join('~');
  },
  partAdded: (whole, at, stuff) => {
    const parts = whole.split('~');
    parts.splice(at % (parts.length + 1), 0, stuff);
    return parts.join('~');
  },
  partOfWrongType: (whole, at) =>
    part(at % whole.split('~').length, () => oneOf(WRONG_TYPES, at))(whole, at, ''),
  partReplaced: (whole, at, stuff) =>
    part(at % whole.split('~').length, () => stuff)(whole, at, ''),
  bothAnswers: (whole) => {
    const [, id, fingerprint] = whole.split('~').at(-1)!.split('.');
    return `${whole}~n.${id}.${fingerprint}~y.${id}.${fingerprint}`;
  },
  sameAnswerTwice: (whole) => `${whole}~${whole.split('~').at(-1)}`,
  sameIdOtherFingerprint: (whole) => `${whole}~y.${whole.split('~').at(-1)!.split('.')[1]}.zzzz`,
  unsorted: (whole) => {
    const parts = whole.split('~');
    return [...parts.slice(0, 6), ...parts.slice(6).reverse()].join('~');
  },
  noAnswers: (whole) => whole.split('~').slice(0, 6).join('~'),
  wrongVersion: part(0, (_old, at) => oneOf(['0', '2', '01', '1.0', '', 'v1', '１', '10'], at)),
  wrongDay: part(1, (_old, at) => oneOf(WRONG_DAYS, at)),
  future: part(1, (_old, at) => dayFromNow(2 + (at % 3000))),
  past: part(1, (_old, at) => dayFromNow(-DAYS - (at % 3000))),
  wrongMethod: part(2, (_old, at) => oneOf(['UI', 'user', 'api ', 'ui|api', 'u', ''], at)),
  wrongLanguage: part(3, (_old, at) =>
    oneOf(['EN', 'e', 'english', 'en-', 'en--US', '', 'en-1'], at),
  ),
  wrongPolicy: part(4, (_old, at) => oneOf(['', 'a'.repeat(33), 'v 1', 'в1', '1/2'], at)),
  wrongHash: part(5, (old) => `${old}0`),
  wrongWord: part(6, (old, at) => oneOf(['Y', 'yes', '1', 'true', 'x', ''], at) + old.slice(1)),
  wrongId: part(
    6,
    (_old, at) => `y.${oneOf(['', 'A', 'a b', 'a_b', 'а', 'a'.repeat(41)], at)}.0000`,
  ),
  wrongFingerprint: part(
    6,
    (old, at) => old.slice(0, -4) + oneOf(['', '000', '00000', 'ABCD'], at),
  ),
};

/** Texts that began as a valid record and had up to three things done to them. */
export const malformedTexts: fc.Arbitrary<{record: DecisionRecord; text: string; how: string[]}> =
  fc
    .tuple(
      validRecords,
      fc.array(
        fc.tuple(
          fc.constantFrom(...Object.keys(spoils)),
          fc.nat({max: 100_000}),
          fc.string({unit: 'binary', maxLength: 12}),
        ),
        {minLength: 1, maxLength: 3},
      ),
    )
    .map(([record, steps]) => ({
      record,
      text: steps.reduce(
        (whole, [how, at, stuff]) => spoils[how]!(whole || '~', at, stuff),
        writeRecord(record),
      ),
      how: steps.map(([how]) => how),
    }));

/**
 * A second reader, written from the contract and in another way than the first: whether a text is a
 * record that still holds, to the letter.
 */
export function isRecord(whole: string): boolean {
  const only = (value: string | undefined, alphabet: string, least: number, most: number) =>
    value !== undefined &&
    value.length >= least &&
    value.length <= most &&
    [...value].every((letter) => alphabet.includes(letter));
  const lower = LETTERS.join('');
  const upper = lower.toUpperCase();
  const digits = DIGITS.join('');
  const [version, day = '', method = '', language = '', policyVersion, textHash, ...said] =
    whole.split('~');

  const [y = '', m = '', d = '', ...noMore] = day.split('-');
  const isDay =
    noMore.length === 0 &&
    only(y, digits, 4, 4) &&
    only(m, digits, 2, 2) &&
    only(d, digits, 2, 2) &&
    Number(m) >= 1 &&
    Number(m) <= 12 &&
    Number(d) >= 1 &&
    Number(d) <= new Date(Date.UTC(Number(y), Number(m), 0)).getUTCDate();
  const age = isDay ? (NOW - Date.UTC(Number(y), Number(m) - 1, Number(d))) / DAY : NaN;

  const [primary, ...subtags] = language.split('-');
  const answered = said.map((item) => item.split('.'));
  const known = answered.map(([, id]) => id ?? '');
  return (
    version === '1' &&
    age > -1 &&
    age < DAYS &&
    ['ui', 'synthetic', 'api'].includes(method) &&
    only(primary, lower, 2, 3) &&
    subtags.length <= 3 &&
    subtags.every((tag) => only(tag, `${lower + upper + digits}_`, 2, 8)) &&
    only(policyVersion, `${lower + upper + digits}_.-`, 1, 32) &&
    only(textHash, lower + digits, 6, 6) &&
    said.length > 0 &&
    answered.every(
      (item) =>
        item.length === 3 &&
        (item[0] === 'y' || item[0] === 'n') &&
        only(item[1], `${lower + digits}:-`, 1, 40) &&
        only(item[2], lower + digits, 4, 4),
    ) &&
    known.every((id, i) => i === 0 || known[i - 1]! < id)
  );
}

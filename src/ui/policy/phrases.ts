import type {Block, Inline} from './blocks.js';

export const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({
  kind: 'heading',
  level,
  text,
});
export const paragraph = (...parts: readonly Inline[]): Block => ({kind: 'paragraph', parts});

/** "Label: value", as the language writes it. */
export const pair = (label: string, value: string, language: string): string =>
  `${label}${/^fr/.test(language) ? '\u00a0: ' : /^zh/.test(language) ? '：' : ': '}${value}`;
/** One sentence after another. */
export const sentences = (all: readonly string[], language: string): string =>
  all.filter(Boolean).join(/^zh/.test(language) ? '' : ' ');

/** A day in words. @param day ISO 8601 (UTC) */
export const dayInWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(day));

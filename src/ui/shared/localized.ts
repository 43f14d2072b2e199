import type {LocalizedText} from '../../config/config.js';

/** The owner's text in a language, else in its parent ("de-CH" → "de"), in English, or in any. */
export const localized = (text: LocalizedText, language: string): string =>
  typeof text === 'string'
    ? text
    : (text[language] ?? text[language.split('-')[0]!] ?? text.en ?? Object.values(text)[0] ?? '');

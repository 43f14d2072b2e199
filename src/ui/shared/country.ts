import type {View} from './view.js';

/** Name of a country, by ISO 3166-1 alpha-2; the code itself where it is none. */
export const country = (code: string, {messages, language}: View): string => {
  try {
    return (
      messages[`countries.${code}` as 'countries.RU'] ??
      new Intl.DisplayNames(language, {type: 'region'}).of(code) ??
      code
    );
  } catch {
    return code;
  }
};

/** Name of a country in a language; the code itself where it is none. */
export const country = (code: string, language: string): string => {
  try {
    return new Intl.DisplayNames(language, {type: 'region', style: 'short'}).of(code) ?? code;
  } catch {
    return code;
  }
};

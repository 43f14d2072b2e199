/** Languages there are messages for, each a file beside this one. */
export type Language =
  | 'en'
  | 'ru'
  | 'be'
  | 'kk'
  | 'uk'
  | 'uz'
  | 'de'
  | 'fr'
  | 'es'
  | 'it'
  | 'pt'
  | 'pl'
  | 'tr'
  | 'zh'
  | 'ar'
  | 'he';
/** All of them, written like this and in this order because every visitor loads it: 40 bytes less than a list of words. */
export const languages = 'behedeplptitfrukuzarenrukkzhtres'.match(/../g) as readonly string[];

/** The language to speak: the first wish that there are messages for (`ru-RU` is met by `ru`), else English. */
export const pickLanguage = (
  wishes: readonly (string | undefined)[],
  known: readonly string[],
): string =>
  wishes
    .map((wish) =>
      known.find((language) => `${wish}-`.toLowerCase().startsWith(`${language}-`.toLowerCase())),
    )
    .find(Boolean) ?? 'en';

/** Languages there are messages for, each a file beside this one. */
export const languages: readonly string[] = ['en', 'ru'];

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

/** "a, b and c" in a language. */
export const list = (items: Iterable<string>, language: string): string =>
  new Intl.ListFormat(language).format(items);

/** "a, b and c" in a language; what stands twice is named once. */
export const list = (items: Iterable<string>, language: string): string =>
  new Intl.ListFormat(language).format(new Set(items));

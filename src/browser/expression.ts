/** The regular expression of names written as `name`, `prefix*` or `{name}`. */
export const expression = (items: readonly (string | {readonly name: string})[]): string =>
  items
    .map((item) =>
      (typeof item === 'string' ? item : item.name).replace(/[^\w*]/g, '\\$&').replace('*', '.*'),
    )
    .join('|');

import type {StorageEntry} from '../config/config.js';

/** The regular expression of names that an owner has written as `name`, `prefix*` or `{name}`. */
export const expression = (items: readonly (string | StorageEntry)[]): string =>
  items
    .map((item) =>
      (typeof item === 'string' ? item : item.name).replace(/[^\w*]/g, '\\$&').replace('*', '.*'),
    )
    .join('|');

import type {OwnServiceEntry, StorageEntry} from '../config/config.js';
import type {Service} from './service.js';

/** The expression of names that an owner has written as `name`, `prefix*` or `{name}`. */
const expression = (items: readonly (string | StorageEntry)[] = []) =>
  items
    .map((item) =>
      (typeof item === 'string' ? item : item.name).replace(/[^\w*]/g, '\\$&').replace('*', '.*'),
    )
    .join('|');

/** Makes a service of what the owner has written out. Its scripts know no off switch but a reload. */
export const ownService = ({
  service,
  scripts = [],
  cookies,
  storage,
}: OwnServiceEntry): Service => ({
  id: service,
  hosts: scripts.map((url) => new URL(url).host),
  cookies: expression(cookies),
  storage: expression(storage),
  reload: scripts.length > 0,
  load: (_settings, page) => scripts.forEach((url) => page.insertScript(url, true)),
});

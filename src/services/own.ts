import {expression} from '../browser/expression.js';
import type {OwnServiceEntry} from '../config/config.js';
import type {Service} from './service.js';

/** Makes a service of what the owner has written out. Its scripts know no off switch but a reload. */
export const service = (entry: object): Service => {
  const {service: id, scripts = [], cookies = [], storage = []} = entry as OwnServiceEntry;
  return {
    id,
    hosts: scripts.map((url) => new URL(url).host),
    traces: expression([...cookies, ...storage]),
    reload: scripts.length > 0,
    load: ([settings], page) =>
      (settings as object as OwnServiceEntry).scripts?.forEach((url) =>
        page.insertScript(url, true),
      ),
  };
};

import type {ReadConfig} from './config/read-json.js';
import {hash} from './decision/hash.js';
import type {Fetch} from './modules.js';
import type {Service} from './services/service.js';

/**
 * Fetches the services that a config names and the core has not, each from a file of its own; what an owner has written
 * out from one for all. Until its file has come a service loads nothing and leaves nothing, and keeps no other waiting.
 * @param known services by id; gets the others at once
 * @param mentioned entries that nobody has checked yet: they may be anything
 * @returns each resolves when a file has come, or will not
 */
export const fetchServices = (
  known: Map<string, Service>,
  mentioned: ReadConfig['mentioned'],
  fetch: Fetch,
): Promise<void>[] =>
  mentioned.map(async (entry) => {
    try {
      const id = entry!['service'] as string;
      if (known.has(id)) return;
      const service = {id, hosts: []};
      known.set(id, service);
      // Not by its id: content blockers stop files that are called like a vendor.
      const file = await fetch(`service-${hash(entry!['vendor'] ? 'own' : id, 4)}`);
      Object.assign(service, file.service(entry!, known));
    } catch {
      // The check tells of an id that is none. Where the network has failed the console has said so.
    }
  });

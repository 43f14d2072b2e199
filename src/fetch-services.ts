import type {ReadConfig} from './config/read-json.js';
import {hash} from './decision/hash.js';
import type {Fetch} from './modules.js';
import {register} from './services/register.js';
import type {Service} from './services/service.js';

/**
 * Fetches the services that a config names and the core has not, each from a file of its own; what an owner has written
 * out from one for all. Until its file has come a service loads nothing and leaves nothing, and keeps no other waiting.
 * @param known services by id; gets the others at once, and those that are wrapped in the place of the core's
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
      // What few ask for, of one of the core too, has a file that wraps it.
      const name = entry!['consentMode'] || entry!['spa'] ? `${id}+` : id;
      if (known.has(name)) return;
      // What is wrapped has its questions, and what it may have left, before that.
      const service = {hosts: [], ...register.get(id), id, load: null as never};
      known.set(id, service);
      // Not by its id: content blockers stop files that are called like a vendor.
      const file = await fetch(`service-${hash(entry!['vendor'] ? 'own' : name, 4)}`);
      Object.assign(service, file.service(entry!, register, mentioned));
    } catch {
      // The check tells of an id that is none. Where the network has failed the console has said so.
    }
  });

import {isValid} from '../check.js';
import {readJson, type ReadConfig} from '../config/read-json.js';
import {fetchServices} from '../fetch-services.js';
import {fetchModule} from '../modules.js';
import {register} from '../services/register.js';
import type {Service} from '../services/service.js';
import {standOn} from './site-address.js';

/** A config with the services it names. */
export interface ReadSite extends ReadConfig {
  /** By id. */
  readonly services: ReadonlyMap<string, Service>;
  /** Whether it is valid. */
  readonly valid: boolean;
}

/**
 * Reads and checks a config as a page does, with the same code.
 * @param text JSON
 * @param site the address that it is for, where it matters
 * @param say who is told what is wrong with it; the standard error where nobody else is
 */
export async function readSite(
  text: string,
  site?: string,
  say?: ReadConfig['say'],
): Promise<ReadSite> {
  const read = {...readJson(text), say};
  standOn(site, read.config?.cookie?.domain);
  const services = new Map<string, Service>(register);
  await Promise.all(fetchServices(services, read.mentioned, fetchModule));
  return {...read, services, valid: await isValid(read, services)};
}

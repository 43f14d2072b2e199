import {checkConfig} from './config/check.js';
import type {ReadConfig} from './config/read-json.js';
import {facts} from './services/facts.js';
import type {Service} from './services/service.js';

export {facts};

/**
 * Whether a config is valid; says in the console what is not, all at once.
 * @param scriptHosts hosts that own services may load scripts from; any where undefined
 */
export async function isValid(
  read: ReadConfig,
  register: ReadonlyMap<string, Service>,
  scriptHosts?: readonly string[],
): Promise<boolean> {
  const listed = [...register].map(([id, {hosts}]) => [id, {hosts, facts: facts[id]!}] as const);
  const problems = checkConfig(read, new Map(listed), scriptHosts);
  if (problems.length) console.error((await import('./config/explain.js')).explain(problems));
  return !problems.length;
}

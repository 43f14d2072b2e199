import {checkConfig} from './config/check.js';
import {undeclaredAbroad} from './config/abroad.js';
import type {ReadConfig} from './config/read-json.js';
import {facts} from './services/facts.js';
import type {Service} from './services/service.js';

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
  const abroad = problems.length ? [] : undeclaredAbroad(read.config!, facts);
  if (problems.length || abroad.length) {
    const {explain, explainAbroad} = await import('./config/explain.js');
    if (problems.length) console.error(explain(problems, register));
    else console.warn(explainAbroad(abroad));
  }
  return !problems.length;
}

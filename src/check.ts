import {checkConfig} from './config/check.js';
import {doubtsIn} from './config/doubts.js';
import type {ReadConfig} from './config/read-json.js';
import {facts} from './services/facts.js';
import type {Service} from './services/service.js';

/**
 * Whether a config is valid; says what is not, all at once (`ReadConfig.say`).
 * @param scriptHosts hosts that own services may load scripts from; any where undefined
 */
export async function isValid(
  read: ReadConfig,
  register: ReadonlyMap<string, Service>,
  scriptHosts?: readonly string[],
): Promise<boolean> {
  const listed = (id: string) => {
    const service = register.get(id);
    // What an owner has written out has no revision, nor what has not come.
    return service?.revision && {...service, facts: service.facts ?? facts[id]!};
  };
  const problems = checkConfig(read, listed, scriptHosts);
  const doubts = problems.length ? [] : doubtsIn(read.config!, listed);
  // Texts of the owner's own are looked at as well, where the question or its answers are among them.
  if (problems.length || doubts.length || /"(accept|reject|ask)/.test(read.text)) {
    const {tellOf} = await import('./config/explain.js');
    return tellOf(problems, doubts, read);
  }
  return true;
}

import {checkConfig, type Problem} from './config/check.js';
import {doubtsIn} from './config/doubts.js';
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
  const listed = [...register].map(([id, {hosts}]) => [id, {facts: facts[id]!, hosts}] as const);
  let problems: readonly Problem[] = checkConfig(read, new Map(listed), scriptHosts);
  const doubts = problems.length ? [] : doubtsIn(read.config!, facts);
  // Labels of the owner's own are looked at as well, for what is no answer.
  if (problems.length || doubts.length || /"(accept|reject)/.test(read.text)) {
    const {explain, lookAgain, warnOfAbroad} = await import('./config/explain.js');
    if (!problems.length) problems = lookAgain(doubts, read);
    if (problems.length) console.error(explain(problems, register));
    else warnOfAbroad(doubts);
  }
  return !problems.length;
}

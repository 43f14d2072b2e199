import {checkConfig} from '../../src/config/check.js';
import {explain} from '../../src/config/explain.js';
import {readJson} from '../../src/config/read-json.js';
import {facts} from '../../src/services/facts.js';
import {register} from '../../src/services/register.js';

const listed = new Map([...register].map(([id, {hosts}]) => [id, {hosts, facts: facts[id]!}]));

/**
 * What the console says of a config, a line each: `path: expected …, got … (fix)`.
 * @param source JSON text, or the object itself
 * @param scriptHosts as in `data-hosts`
 */
export function configErrors(source: unknown, scriptHosts?: readonly string[]): string[] {
  const problems = checkConfig(readJson(source), listed, scriptHosts);
  if (!problems.length) return [];
  return explain(problems, register)
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

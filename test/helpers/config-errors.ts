import {checkConfig} from '../../src/config/check.js';
import {explain} from '../../src/config/explain.js';
import {readJson} from '../../src/config/read-json.js';
import {facts} from '../../src/services/facts.js';
import {knownServices} from './hold.js';

const known = knownServices();
const listed = (id: string) => {
  const service = known.get(id);
  return service && {hosts: service.hosts, facts: service.facts ?? facts[id]!};
};

/**
 * What the console says of a config, a line each: `path: expected …, got … (fix)`.
 * @param source JSON text, or the object itself
 * @param scriptHosts as in `data-hosts`
 */
export function configErrors(source: unknown, scriptHosts?: readonly string[]): string[] {
  const problems = checkConfig(readJson(source), listed, scriptHosts);
  if (!problems.length) return [];
  return explain(problems)
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

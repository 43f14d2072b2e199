import {adviseOn, type Advice} from '../config/advise.js';
import {facts} from '../services/facts.js';
import {readSite, type ReadSite} from './read-site.js';
import {textKeys} from './text-keys.js';

/** All that there is to say of a config. */
export interface Look {
  readonly read: ReadSite;
  /** What a page says of it in its console: errors, or a warning. */
  readonly said: readonly string[];
  /** What else its owner should think of; nothing while it is invalid. */
  readonly advice: readonly Advice[];
}

/**
 * Reads a config and looks at it as `npx consent-gate check` does. Needs nothing of Node: the demo's configurator looks with
 * it, too, in a worker.
 * @param text JSON
 * @param site the address that it is for, where it matters
 */
export async function lookOver(text: string, site?: string): Promise<Look> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const read = await readSite(text, site, {error: say, warn: say});
  const {config, services, valid} = read;
  const advice = valid
    ? adviseOn(config!, (id) => services.get(id)?.facts ?? facts[id], await textKeys())
    : [];
  return {read, said, advice};
}

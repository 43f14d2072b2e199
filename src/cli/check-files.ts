import {adviseOn} from '../config/advise.js';
import {facts} from '../services/facts.js';
import type {ConfigFile} from './config-file.js';
import {readSite} from './read-site.js';
import {textKeys} from './text-keys.js';

/**
 * Says all that is wrong with configs on the standard error, as a page does, and what else their owner should think of.
 * @param site the address that they are for, where it matters
 * @returns whether all are valid; advice makes none invalid
 */
export async function checkFiles(files: readonly ConfigFile[], site?: string): Promise<boolean> {
  const keys = await textKeys();
  let all = true;
  for (const {name, text} of files) {
    if (files[1]) console.error(`${name}:`);
    const {config, services, valid} = await readSite(text, site);
    all &&= valid;
    const advice = valid
      ? adviseOn(config!, (id) => services.get(id)?.facts ?? facts[id], keys)
      : [];
    console.log(
      `${name}: ${valid ? 'valid' : 'invalid'}${advice.length ? `, to think of: ${advice.length}` : ''}`,
    );
    for (const {at, reason, fix} of advice) console.log(`  ${at}: ${reason} (${fix})`);
  }
  return all;
}

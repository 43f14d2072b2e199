import type {ConfigFile} from './config-file.js';
import {lookOver} from './look-over.js';

/**
 * Says all that is wrong with configs on the standard error, as a page does, and what else their owner should think of.
 * @param site the address that they are for, where it matters
 * @returns whether all are valid; advice makes none invalid
 */
export async function checkFiles(files: readonly ConfigFile[], site?: string): Promise<boolean> {
  let all = true;
  for (const {name, text} of files) {
    const {
      read: {valid},
      said,
      advice,
    } = await lookOver(text, site);
    if (files[1]) console.error(`${name}:`);
    for (const line of said) console.error(line);
    all &&= valid;
    console.log(
      `${name}: ${valid ? 'valid' : 'invalid'}${advice.length ? `, to think of: ${advice.length}` : ''}`,
    );
    for (const {at, reason, fix} of advice) console.log(`  ${at}: ${reason} (${fix})`);
  }
  return all;
}

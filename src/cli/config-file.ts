import {readFileSync} from 'node:fs';

/** A file that holds a config. */
export interface ConfigFile {
  /** Its path, as it was given. */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a file with a config.
 * @param name a path, or `-` for the standard input
 * @throws what Node throws for a file that cannot be read
 */
export const readConfigFile = (name: string): ConfigFile => ({
  name,
  text: readFileSync(name === '-' ? 0 : name, 'utf8'),
});

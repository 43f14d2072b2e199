import {readFileSync} from 'node:fs';

/** What is mostly the matter. */
const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder; name the config in it',
  EACCES: 'may not be read',
};

/** A file that holds a config. */
export interface ConfigFile {
  /** Its path, as it was given. */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a file with a config, as a page does: without a byte order mark.
 * @param name a path, or `-` for the standard input
 * @throws Error that names the file and says what is the matter with it
 */
export function readConfigFile(name: string): ConfigFile {
  try {
    return {name, text: readFileSync(name === '-' ? 0 : name, 'utf8').replace(/^\ufeff/, '')};
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    throw new Error(`${name}: ${WHY[code ?? ''] ?? message}`, {cause: error});
  }
}

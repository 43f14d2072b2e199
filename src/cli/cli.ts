#!/usr/bin/env node
import {parseArgs} from 'node:util';
import {languages} from '../locales/languages.js';
import {checkFiles} from './check-files.js';
import {readConfigFile, type ConfigFile} from './config-file.js';
import {cspOf} from './csp-of.js';
import {policyOf} from './policy-of.js';
import {readSite} from './read-site.js';

const known = [...languages].sort().join(', ');
const USAGE = `Usage:
  consent-gate check <config.json>…    what is wrong with a config, and what its owner should think of;
                                       the exit code is 1 where one is invalid
  consent-gate csp <config.json>       the Content-Security-Policy that it needs
  consent-gate policy <config.json>    the cookie policy, to stand in a page

  --lang ru                            language of the policy (${known})
  --format html|markdown               of the policy; html where it is not said
  --site https://www.example.com       the site that the config is for, where it sets "cookie.domain"
  <config.json> may be - for the standard input.`;

/** What stands behind the command and its files. */
interface Options {
  readonly site?: string;
  readonly lang?: string;
  readonly format?: string;
}

/** Each resolves to whether all was well. */
const COMMANDS: Readonly<
  Record<string, (files: readonly ConfigFile[], options: Options) => Promise<boolean>>
> = {
  check: (files, {site}) => checkFiles(files, site),
  async csp([file], {site}) {
    const read = await readSite(file!.text, site);
    if (read.valid) console.log(cspOf(read));
    return read.valid;
  },
  async policy([file], {site, lang, format = 'html'}) {
    const read = await readSite(file!.text, site);
    if (read.valid)
      process.stdout.write(await policyOf(read, lang, format === 'html' ? 'html' : 'markdown'));
    return read.valid;
  },
};

/** Options that say nothing that we know. */
const mistakeIn = ({site, lang, format}: Options): string | undefined => {
  if (site !== undefined && !/^https?:\/\/[^/]/.test(site))
    return `--site: expected an address like https://www.example.com, got "${site}"`;
  if (lang !== undefined && !languages.includes(lang.split('-')[0]!))
    return `--lang: expected one of ${known}, got "${lang}"`;
  if (format !== undefined && !/^(html|markdown|md)$/.test(format))
    return `--format: expected html or markdown, got "${format}"`;
};

const fail = (message: string) => {
  console.error(message);
  process.exitCode = 2;
};

async function main(args: readonly string[]) {
  let given;
  try {
    given = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        site: {type: 'string'},
        lang: {type: 'string'},
        format: {type: 'string'},
        help: {type: 'boolean', short: 'h'},
      },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${USAGE}`);
  }
  const {
    values: {help, ...options},
    positionals: [name = '', ...files],
  } = given;
  if (help) return console.log(USAGE);
  const command = Object.hasOwn(COMMANDS, name) && COMMANDS[name];
  if (!command) return fail(name ? `consent-gate has no command "${name}".\n\n${USAGE}` : USAGE);
  if (!files.length || (name !== 'check' && files[1])) return fail(USAGE);
  const mistake = mistakeIn(options);
  if (mistake) return fail(mistake);
  try {
    if (!(await command(files.map(readConfigFile), options))) process.exitCode = 1;
  } catch (error) {
    fail(`consent-gate: ${(error as Error).message}`);
  }
}

await main(process.argv.slice(2));

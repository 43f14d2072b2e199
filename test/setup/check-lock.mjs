// The lock file must serve every machine. npm drops a per-platform package from it when the registry
// lacks that one version, and `npm ci` then breaks on that platform only; and an address in the lock
// ties everyone to one registry.
import {readFileSync} from 'node:fs';

const lock = new URL('../../package-lock.json', import.meta.url);
const {packages} = JSON.parse(readFileSync(lock, 'utf8'));
const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));

const problems = Object.entries(packages).flatMap(
  ([path, {optionalDependencies = {}, resolved}]) => [
    ...Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path} needs ${name} on some platform, and it is not in the lock`),
    ...(resolved ? [`${path} names a download address (see .npmrc)`] : []),
  ],
);

for (const problem of problems) console.error(`package-lock.json: ${problem}`);
if (problems.length) process.exitCode = 1;

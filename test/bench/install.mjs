/** The peers are installed by the run that needs them, not by the project's own `npm ci`. */
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const HERE = new URL('./', import.meta.url);

export function installPeers() {
  if (areInstalled()) return;
  console.log('Installing the peers, once.');
  // Under `npm run` the very npm that runs us is known; `npm` by name needs a shell on Windows.
  const npm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const {status} = spawnSync(
    npm ? process.execPath : 'npm',
    [...(npm ? [npm] : []), 'ci', '--no-audit', '--no-fund'],
    {
      cwd: fileURLToPath(HERE),
      stdio: 'inherit',
      shell: !npm && process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error('The peers could not be installed.');
}

/** In just the versions that are asked for. */
function areInstalled() {
  const {dependencies} = readJson('package.json');
  return Object.entries(dependencies).every(
    ([name, version]) => readJson(`node_modules/${name}/package.json`)?.version === version,
  );
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, HERE), 'utf8'));
  } catch {
    return undefined;
  }
}

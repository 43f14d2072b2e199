// Runs before `npm start` and `npm test`, on a bare clone too: node built-ins only until the packages are there.
//   --browser        makes sure of a Chromium
//   ALL_BROWSERS=1   with --browser: of Firefox and WebKit as well
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed, this is ${process.version}.`);
  process.exit(1);
}

/** The packages of a lock file, or none where there is no such file. */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Compares what is wanted with what npm noted as installed; file times lie after a checkout or a restored cache. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, {version, optional}]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

if (!isInstalled()) {
  // Under `npm test` the very npm that runs us is known; `npm` by name needs a shell on Windows.
  const npm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const {status} = spawnSync(
    npm ? process.execPath : 'npm',
    [...(npm ? [npm] : []), 'ci', '--no-audit', '--no-fund'],
    {stdio: 'inherit', shell: !npm && process.platform === 'win32'},
  );
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv.includes('--browser')) {
  const {ensureChromium, ensureFirefox, ensureWebKit} = await import('./browsers.mjs');
  try {
    await ensureChromium();
    if (process.env.ALL_BROWSERS) {
      await ensureFirefox();
      await ensureWebKit();
    }
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

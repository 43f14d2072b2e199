/** What the four peers have in common: they are npm packages in a folder of their own. */
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const PACKAGES = new URL('../node_modules/', import.meta.url);

/** The installed version of a peer. */
export function peerVersion(name) {
  return JSON.parse(readFileSync(new URL(`${name}/package.json`, PACKAGES), 'utf8')).version;
}

/** Serves a peer's package under `/<name>/`. */
export function servePackage(name) {
  const prefix = `/${name}/`;
  return (path) => {
    if (!path.startsWith(prefix) || path.includes('..')) return undefined;
    const file = fileURLToPath(new URL(path.slice(1), PACKAGES));
    return existsSync(file) ? file : undefined;
  };
}

import {readdir, readFile} from 'node:fs/promises';
import {version} from '../../src/version.js';
import type {Site} from './site.js';

const DIST = new URL('../../dist/', import.meta.url);

/** Lays out the script files as another release of them, with a version of its own. */
export async function serveRelease(site: Site, folder: string, other: string): Promise<void> {
  for (const file of await readdir(DIST)) {
    if (!/^consent-gate.*\.js$/.test(file)) continue;
    const text = await readFile(new URL(file, DIST), 'utf8');
    site.serve(`${folder}${file}`, text.replaceAll(`"${version}"`, `"${other}"`));
  }
}

import {buildSync} from 'esbuild';

/**
 * Runs TypeScript of the sources in Node.
 * @param contents the text of a module: what it exports; its paths begin at the root of the project
 * @returns its exports
 */
export function importSources(contents) {
  const {outputFiles} = buildSync({
    stdin: {contents, resolveDir: '.', loader: 'ts'},
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
}

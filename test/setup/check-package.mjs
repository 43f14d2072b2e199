// What a user with a bundler gets: the tarball of `npm pack`, unpacked where it does not see this folder, and an app
// that imports it.
//   node test/setup/check-package.mjs test-results/consent-gate-0.1.0.tgz
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const APP = `
  import {startConsentGate} from 'consent-gate';
  const gate = startConsentGate({policy: {url: '/privacy', version: '1'}});
  gate.acceptAll();
  console.log(gate.decision.status);`;

const tarball = resolve(process.argv[2]);
const home = realpathSync(mkdtempSync(join(tmpdir(), 'consent-gate-')));
try {
  const folder = join(home, 'node_modules/consent-gate');
  mkdirSync(folder, {recursive: true});
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1'], {cwd: folder});
  const {dependencies} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const tool of ['autoconsent', 'consent-o-matic']) {
    const rules = readFileSync(join(folder, `dist/privacy-tools/${tool}.json`), 'utf8');
    assert.match(rules, /"consent-gate"/, `the rules for ${tool} are in the package`);
  }
  // Those that it names, and no other: what npm would put beside it.
  for (const name of Object.keys(dependencies)) {
    const installed = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
    symlinkSync(installed, join(home, 'node_modules', name), 'junction');
  }

  const {metafile} = await build({
    stdin: {contents: APP, resolveDir: home, sourcefile: 'app.js'},
    absWorkingDir: home,
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    outExtension: {'.js': '.mjs'},
    metafile: true,
    logLevel: 'error',
  });

  const output = execFileSync(process.execPath, ['out/stdin.mjs'], {
    cwd: home,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  assert.equal(output, 'undecided\n', 'in Node, without a window, the app runs');

  const {bin} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const config = '{"policy":{"url":"/p","version":"1"},"operator":{"name":"A"},"categories":{}}';
  const checked = execFileSync(
    process.execPath,
    [join(folder, bin['consent-gate']), 'check', '-'],
    {cwd: home, encoding: 'utf8', input: config},
  );
  assert.equal(checked, '-: valid\n', 'the command line works from the package');
  const schema = JSON.parse(readFileSync(join(folder, 'dist/consent-gate.schema.json'), 'utf8'));
  assert.ok(schema.properties.categories, 'the schema is in the package');

  /** Files that one file of the app brings along at once. */
  const atOnce = (file) => [
    file,
    ...metafile.outputs[file].imports
      .filter(({kind}) => kind === 'import-statement')
      .flatMap(({path}) => atOnce(path)),
  ];
  const start = atOnce('out/stdin.mjs').flatMap((file) =>
    Object.keys(metafile.outputs[file].inputs),
  );
  const own = 'node_modules/consent-gate/dist/';
  const later = Object.values(metafile.inputs)
    .flatMap(({imports}) => imports)
    .filter(({kind}) => kind === 'dynamic-import')
    .map(({path}) => path);
  for (const part of ['ui', 'preferences', 'keeping', 'hold-markup', 'locales/en', 'locales/ru']) {
    assert.ok(later.includes(`${own}${part}.js`), `${part} is fetched later`);
  }
  assert.deepEqual(
    start.filter((file) => later.includes(file)),
    [],
    'what is fetched later is in files of its own',
  );
  assert.deepEqual(
    start.filter((file) => file !== 'app.js' && !file.startsWith(own)),
    [],
    'lit and js-cookie come later, too',
  );
  // A bundler leaves out what "sideEffects" of package.json does not name.
  const kept = Object.values(metafile.outputs).flatMap(({inputs}) => Object.keys(inputs));
  const element = `${own}ui/choice/consent-choice.js`;
  assert.ok(kept.includes(element), 'the element is defined');
} finally {
  rmSync(home, {recursive: true, force: true});
}

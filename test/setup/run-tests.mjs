// `npm test`: the checks, as many at a time as there are cores, the unit tests, the end-to-end tests, each timed;
// then the scorecard figures, what failed, and a last line `N passed, N failed`.
//   --full   (`npm run scorecard`) the long counts, and writes docs/scorecard.md
import {spawn} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import {browserVersions} from './browsers.mjs';
import {resultsOfPlaywright} from './playwright-results.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const full = process.argv.includes('--full');
const env = {...process.env, SCORECARD: full ? 'full' : ''};

/**
 * What a step did: counts per part of it (a browser, or the step itself), and what failed.
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 * @typedef {{test: string, error: string}} Failure
 * @typedef {{counts: Record<string, Counts>, failures: Failure[], output?: string}} Results
 */

/** Reads what a step wrote; undefined where it broke before writing. */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

// ---- Running things ----

/** Runs a program; resolves to whether it succeeded and, unless shown, its output. */
async function run(command, args, {show = false} = {}) {
  const child = spawn(command, args, {
    env,
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    // npm is a .cmd on Windows, which only a shell can start.
    shell: command === 'npm' && process.platform === 'win32',
  });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ok: false, output: String(error)}));
    child.on('close', (status) => resolve({ok: status === 0, output: ''}));
  });
  const outputs = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''));
  const {ok, output} = await ended;
  return {ok, output: `${(await Promise.all(outputs)).join('')}${output}`};
}

/** The npm that runs us, or the one on the path. */
function npm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args], options)
    : run('npm', args, options);
}

const script = (name) => () => npm(['run', '--silent', name]);

/** Runs commands one after another as long as they succeed. */
async function inTurn(...commands) {
  let output = '';
  for (const command of commands) {
    const result = await command();
    output += result.output;
    if (!result.ok) return {ok: false, output};
  }
  return {ok: true, output};
}

/** What a user gets from the registry: the packed tarball, judged by publint and are-the-types-wrong, and bundled. */
function checkPackage() {
  const {name, version} = readJson('package.json');
  const tarball = `test-results/${name}-${version}.tgz`;
  return inTurn(
    // What has been built and is tested, not built again.
    () => npm(['pack', '--ignore-scripts', '--pack-destination', 'test-results']),
    () => npm(['exec', '--offline', '--', 'publint', tarball, '--strict']),
    () =>
      npm([
        'exec',
        '--offline',
        '--',
        'attw',
        tarball,
        '--profile',
        'esm-only',
        '--no-definitely-typed',
      ]),
    () => run(process.execPath, ['test/setup/check-package.mjs', tarball]),
  );
}

// ---- Counting ----

/** A check that is one test. Its output is of interest when it fails, or always with `show`. */
function check(name, command, {show = false} = {}) {
  return {
    name,
    async run() {
      const {ok, output} = await command();
      return {
        output: !ok || show ? output.trimEnd() : '',
        counts: {[name]: {passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0}},
        failures: ok ? [] : [{test: name, error: lastLines(output)}],
      };
    },
  };
}

/** A test runner: what it wrote to `file`, as `resultsOf` reads it. */
function runner(name, scriptName, file, resultsOf) {
  return {
    name,
    async run() {
      rmSync(file, {force: true});
      const {ok} = await npm(['run', '--silent', scriptName], {show: true});
      const written = readJson(file);
      const results = written ? resultsOf(written) : {counts: {}, failures: []};
      const {counts} = results;
      for (const [browser, {passed, failed}] of Object.entries(counts)) {
        if (passed + failed === 0) problem(results, `${browser} ran no test`);
      }
      if (Object.keys(counts).length === 0) problem(results, 'nothing ran');
      // E.g. the coverage is under its threshold, or the runner itself fell over.
      if (!ok && !Object.values(counts).some(({failed}) => failed > 0)) {
        problem(results, `${name} failed, though no test of it did`);
      }
      return results;
    },
  };
}

/** Counts something that went wrong outside any test. */
function problem({counts, failures}, what) {
  counts[what] = {passed: 0, failed: 1, skipped: 0};
  failures.push({test: what, error: ''});
}

const lastLines = (output) => output.trimEnd().split('\n').slice(-12).join('\n');

// ---- The steps ----

let buildEnds;
/** Whether there is a build. */
const built = new Promise((resolve) => (buildEnds = resolve));
const build = {
  name: 'build',
  async run() {
    const results = await check('build', script('build')).run();
    buildEnds(!results.failures.length);
    return results;
  },
};
const afterBuild = ({name, run}) => ({
  name,
  async run() {
    if (await built) return run();
    const results = {counts: {}, failures: []};
    problem(results, `${name} cannot run: there is no build`);
    return results;
  },
});

/** Those of a row may go beside each other, the longest first; what waits for the build comes after it. */
const rows = [
  [
    check('lint', script('lint:code')),
    build,
    // The sources by themselves are checked by the build.
    check('typecheck', script('typecheck:test')),
    check('format', script('lint:format')),
    afterBuild(check('package', checkPackage)),
    check('architecture', script('architecture')),
    afterBuild(check('size', script('size'), {show: true})),
    afterBuild(
      check('sizes in the README', () =>
        run(process.execPath, ['test/setup/readme-sizes.mjs', '--check']),
      ),
    ),
    check('services in the docs', () =>
      run(process.execPath, ['test/setup/docs-services.mjs', '--check']),
    ),
    check('texts in the docs', () =>
      run(process.execPath, ['test/setup/docs-texts.mjs', '--check']),
    ),
    check('lock file', () => run(process.execPath, ['test/setup/check-lock.mjs'])),
  ],
  // Of the sources.
  [runner('unit', 'unit', 'test-results/unit.json', (results) => results)],
  [afterBuild(runner('e2e', 'e2e', 'test-results/e2e.json', resultsOfPlaywright))],
];

mkdirSync('test-results', {recursive: true});
rmSync('test-results/figures.jsonl', {force: true});

const summary = [];
const failures = [];

async function take({name, run: runStep}) {
  const started = performance.now();
  /** @type {Results} */
  const results = await runStep();
  const {counts, output} = results;
  failures.push(...results.failures);
  const sum = (key) => Object.values(counts).reduce((total, count) => total + count[key], 0);
  const row = {name, passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), counts};
  row.seconds = (performance.now() - started) / 1000;
  summary.push(row);
  if (output) console.log(output);
  console.log(`${row.failed ? '✗' : '✓'} ${name}, ${row.seconds.toFixed(1)} s`);
}

/** Steps beside each other, as many as there are cores. */
async function takeAll(steps) {
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      await take(step);
    }
  };
  await Promise.all(Array.from({length: availableParallelism()}, worker));
}

for (const steps of rows) {
  console.log(`\n▸ ${steps.map(({name}) => name).join(', ')}`);
  await takeAll(steps);
}

// ---- The end ----

const total = (key) => summary.reduce((sum, row) => sum + row[key], 0);
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(total);
const lastLine = `${passed} passed, ${failed} failed`;

console.log('\nSteps');
for (const {name, seconds, counts} of summary) {
  const parts = Object.entries(counts).map(
    ([part, count]) =>
      `${part === name ? '' : `${part}: `}${count.passed} passed, ${count.failed} failed` +
      (count.skipped ? `, ${count.skipped} skipped` : ''),
  );
  console.log(`  ${name.padEnd(13)}${`${seconds.toFixed(1)} s`.padStart(8)}  ${parts.join('; ')}`);
}

if (!full && !env.ALL_BROWSERS) {
  console.log(
    '  Of each family of like cases every third has run, and nothing of what the stand-ins do; all: ALL_BROWSERS=1 npm test',
  );
}

const figures = readFigures();
if (figures.length) {
  console.log(`\nFigures${full ? '' : ' (reduced counts; the full ones: npm run scorecard)'}`);
  for (const {id, name, n, result, limit, ok, engine = ''} of figures) {
    console.log(`  ${ok ? '✓' : '✗'} ${id} ${engine}: ${name}: ${result} of ${limit}, n = ${n}`);
  }
}
if (full) {
  mkdirSync('docs', {recursive: true});
  writeFileSync('docs/scorecard.md', scorecard());
}
if (skipped) console.log(`\n${skipped} skipped`);
// At the very end, where it is seen although all of the above is long.
if (failures.length) console.log('\nFailed');
for (const {test, error} of failures) {
  console.log(`  ✗ ${test}`);
  if (error) console.log(error.replaceAll(/^/gm, '      '));
}
console.log(`\n${lastLine}`);
process.exitCode = failed ? 1 : 0;

/** The figures that tests reported, see test/helpers/scorecard.ts; the last word counts where one repeats. */
function readFigures() {
  let lines = [];
  try {
    lines = readFileSync('test-results/figures.jsonl', 'utf8').trim().split('\n');
  } catch {
    // No test reported one.
  }
  const byId = new Map();
  for (const line of lines) {
    const figure = JSON.parse(line);
    byId.set(`${figure.id} ${figure.engine ?? ''}`, figure);
  }
  return [...byId.keys()].sort().map((key) => byId.get(key));
}

function scorecard() {
  const cell = (value) => String(value ?? '').replaceAll('|', '\\|');
  const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return `${[
    '# Scorecard',
    '',
    `Written by \`npm run scorecard\` on ${new Date().toISOString().slice(0, 10)}` +
      ` with Node ${process.versions.node}, ${browserVersions().join(', ')}: ${lastLine}` +
      (skipped ? `, ${skipped} skipped (what is not there yet: test/helpers/not-yet.ts).` : '.'),
    '',
    row(['figure', 'what', 'browser', 'n', 'result', 'limit', '']),
    row(['---', '---', '---', '---:', '---:', '---:', '---']),
    ...figures.map(({id, name, n, result, limit, ok, engine}) =>
      row([id, name, engine, n, result, limit, ok ? 'kept' : '**missed**']),
    ),
  ].join('\n')}\n`;
}

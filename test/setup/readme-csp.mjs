// `npm run readme-csp`: has test/e2e/csp.spec.ts measure what works under which policy, and puts that into README.md;
// `npm test` compares. Wants a build.
import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const MEASURED = 'test-results/csp.jsonl';
const PLACE = /(?<=<!-- csp:start -->\n)[^]*?(?=<!-- csp:end -->)/;

rmSync(MEASURED, {force: true});
const {status} = spawnSync(
  process.execPath,
  ['node_modules/playwright/cli.js', 'test', '-c', 'test/e2e', 'csp.spec', '--project=chromium'],
  // All ways in.
  {stdio: 'inherit', env: {...process.env, README: 'write', SCORECARD: 'full'}},
);
const readme = readFileSync('README.md', 'utf8');
if (status !== 0 || !PLACE.test(readme)) {
  console.error('README.md is left as it is.');
  process.exit(1);
}

/** Ways in of which the same was seen stand in one row. */
const rowsOf = ({name, seen}) =>
  [...new Set(seen.map(([, cells]) => cells))].map((cells) => {
    const ways = seen.flatMap(([way, own]) => (own === cells ? way : []));
    return `| ${name} | ${ways.join(', ')} | ${cells} |`;
  });
const table = [
  '| policy | way in | banner | styled | settings | services | gated file | gated code | our violations | our lines in the console |',
  '|---|---|---|---|---|---|---|---|---|---|',
  ...readFileSync(MEASURED, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .sort((a, b) => a.order - b.order)
    .flatMap(rowsOf),
].join('\n');
writeFileSync(
  'README.md',
  readme.replace(PLACE, () => `\n${table}\n\n`),
);
console.log(table);

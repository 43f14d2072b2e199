// Looks for the orders of letters (LETTERS and PROPERTIES in rollup.config.mjs) with which the files that have a budget
// compress best: builds once with numbered names, then swaps letters for as long as it is told and keeps what is smaller.
// First for the core, which has the least room, then for the UI: there lit's own properties take the letters that ours leave.
//   node test/setup/find-letters.mjs core 60     (seconds)
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import {nameOf} from '../../rollup.config.mjs';

const [what = 'core', seconds = '60'] = process.argv.slice(2);
const FILES = {core: [''], ui: ['-ui', '-preferences']};
const SPACE = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_';
const TAKEN = 'alyn';

const config = readFileSync('rollup.config.mjs', 'utf8');
const orderOf = (name, more) => [
  ...new Set(new RegExp(`\\b${name}: '([\\w$]+)'`).exec(config)[1] + more),
];
const free = [...SPACE].filter((letter) => !TAKEN.includes(letter)).join('');
let orders = {
  [what]: orderOf(what, SPACE),
  ...(what === 'core' && {internal: orderOf('internal', free), exports: orderOf('exports', free)}),
};

const build = (numbered) =>
  spawnSync(process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], {
    env: {...process.env, NUMBERED_NAMES: numbered},
    stdio: 'inherit',
  });
build(what);
const files = FILES[what].map((name) => readFileSync(`dist/consent-gate${name}.js`, 'utf8'));
build('');

const sizes = (tried) =>
  files.map(
    (text) =>
      brotliCompressSync(
        text
          .replace(/Z_([a-z]*)(\d+)_Z/g, (_, kind, n) =>
            kind ? tried[kind][n] : nameOf(+n, tried[what]),
          )
          // A property that is called like its value is said once.
          .replace(/(?<=[{,])([\w$]+)(?::| as )\1(?=[,}])/g, '$1'),
      ).length,
  );
const weigh = (tried) => sizes(tried).reduce((sum, size) => sum + size);

let best = weigh(orders);
const say = () => console.log(`${sizes(orders)} bytes`);
say();
const end = Date.now() + 1000 * seconds;
while (Date.now() < end) {
  const kinds = Object.keys(orders);
  const kind = kinds[Math.floor(kinds.length * Math.random() ** 1.3)];
  const tried = [...orders[kind]];
  for (let swaps = 1 + Math.floor(3 * Math.random() ** 2); swaps; swaps--) {
    // The first are used most.
    const [i, j] = [0, 0].map(() => Math.floor(tried.length * Math.random() ** 1.5));
    [tried[i], tried[j]] = [tried[j], tried[i]];
  }
  const next = {...orders, [kind]: tried};
  const weight = weigh(next);
  if (weight <= best) orders = next;
  if (weight < best) best = weight;
}
say();
for (const [kind, order] of Object.entries(orders)) console.log(`${kind}: '${order.join('')}'`);

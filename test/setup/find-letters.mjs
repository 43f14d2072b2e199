// Looks for the orders of letters (LETTERS in rollup.config.mjs) with which the files that have a budget compress best:
// builds once with numbered names, then swaps letters for as long as it is told and keeps what is smaller.
//   node test/setup/find-letters.mjs core 60     (seconds)
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import {nameOf} from '../../rollup.config.mjs';

const [what = 'core', seconds = '60'] = process.argv.slice(2);
const config = readFileSync('rollup.config.mjs', 'utf8');
const lettersOf = (name) => new RegExp(`${name}: '([\\w$]+)'`).exec(config)[1];
const FILES = {core: [['']], ui: [['-ui'], ['-preferences']]};

const build = (numbered) =>
  spawnSync(process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], {
    env: {...process.env, NUMBERED_NAMES: numbered},
    stdio: 'inherit',
  });
build('yes');
const files = FILES[what].map(([name]) => readFileSync(`dist/consent-gate${name}.js`, 'utf8'));
build('');

const named = (text, letters) =>
  text
    .replace(/Z_(\d+)_Z/g, (_, n) => nameOf(+n, letters))
    // A property that is called like its value is said once.
    .replace(/(?<=[{,])([\w$]+):\1(?=[,}])/g, '$1');
const sizes = (letters) => files.map((text) => brotliCompressSync(named(text, letters)).length);
const sum = (numbers) => numbers.reduce((a, b) => a + b);

const all = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_';
let letters = [...new Set(lettersOf(what) + all)];
let best = sum(sizes(letters));
console.log(`${what}: ${sizes(letters)} bytes`);
const end = Date.now() + 1000 * seconds;
while (Date.now() < end) {
  const tried = [...letters];
  for (let swaps = 1 + Math.floor(3 * Math.random() ** 2); swaps; swaps--) {
    // The first are used most.
    const [i, j] = [0, 0].map(() => Math.floor(tried.length * Math.random() ** 1.5));
    [tried[i], tried[j]] = [tried[j], tried[i]];
  }
  const size = sum(sizes(tried));
  if (size <= best) letters = tried;
  if (size < best) console.log(`${(best = size)}  ${letters.join('')}`);
}
console.log(`${what}: ${sizes(letters)} bytes\n${letters.join('')}`);

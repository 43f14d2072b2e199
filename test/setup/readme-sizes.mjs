// `npm run readme-sizes`: puts the sizes of the built files into README.md; with --check it only compares.
import {readFileSync, writeFileSync} from 'node:fs';
import {constants, brotliCompressSync} from 'node:zlib';
import {serviceFile} from '../../rollup.config.mjs';

const ROOT = new URL('../../', import.meta.url);
const README = new URL('README.md', ROOT);
const START = '<!-- sizes:start -->';
const END = '<!-- sizes:end -->';
/** How far the README may be off before someone has to run this again, in bytes. */
const TOLERANCE = 100;

/** Who loads what; the names stand between `consent-gate` and `.js`. Each row comes on top of those it names. */
const ROWS = [
  {who: 'everybody', names: ['']},
  {who: 'who is asked, besides', names: ['-ui', '-locale-en'], above: [0]},
  {
    who: 'who reads the banner, besides, for the answer',
    names: ['-keeping', '-attendant'],
    above: [0, 1],
  },
  {who: 'who opens the settings, besides', names: ['-preferences'], above: [0, 1, 2]},
  {
    who: 'and of each service that is configured, like',
    names: ['-details-2'],
    above: [0, 1, 2, 3],
  },
  {who: 'and to what stands at their end', names: ['-device', '-device-en'], above: [0, 1, 2, 3]},
  {who: 'a page with gated markup, besides', names: ['-markup'], above: [0]},
  {who: 'and who has not said yes to a frame in it, besides', names: ['-embed'], above: [0, 6]},
  {who: 'the page with the policy, besides', names: ['-policy', '-policy-en'], above: [0, 6]},
  {
    who: 'a page with a service that is not in the core, for each, like',
    names: [`-${serviceFile('meta-pixel')}`],
    above: [0],
  },
  {
    who: 'a page with `"spa": true`, besides',
    names: [`-${serviceFile('yandex-metrica+')}`],
    above: [0],
  },
  {who: 'a page with colours of its own, besides', names: ['-legible'], above: [0, 1, 2]},
  {who: 'who has typed and then withdraws, besides', names: ['-notice'], above: [0, 1, 2]},
  {who: 'a site with `records`, for the answer', names: ['-records', '-receipt'], above: [0, 1, 2]},
  {who: 'a page with sister sites, besides', names: ['-keeping', '-beside'], above: [0]},
  {who: 'who is told of a new policy', names: ['-announcement'], above: [0, 1, 2]},
  {who: 'or everybody, the one file', names: ['.bundle']},
];

const brotli = (file) =>
  brotliCompressSync(readFileSync(file), {
    params: {[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY},
  }).length;

const own = ROWS.map(({names}) => {
  const files = names.map((name) => `consent-gate${name}.js`);
  return {
    files,
    bytes: files.reduce((sum, file) => sum + brotli(new URL(`dist/${file}`, ROOT)), 0),
  };
});
const rows = ROWS.map(({who, above = []}, i) => {
  const {files, bytes} = own[i];
  return {who, files, bytes, inAll: above.reduce((sum, row) => sum + own[row].bytes, bytes)};
});

const kilobytes = (bytes) => (bytes / 1000).toFixed(2);
const table = [
  'Brotli; a kB is 1000 bytes.',
  '',
  '| visitor | loads | kB | in all |',
  '|---|---|---|---|',
  ...rows.map(
    ({who, files, bytes, inAll}) =>
      `| ${who} | ${files.map((file) => `\`${file}\``).join(', ')} | ${kilobytes(bytes)} | ${kilobytes(inAll)} |`,
  ),
].join('\n');

const readme = readFileSync(README, 'utf8');
const start = readme.indexOf(START) + START.length;
const end = readme.indexOf(END);
if (start < START.length || end < start) {
  console.error(`README.md has no place for the sizes: ${START} … ${END}`);
  process.exit(1);
}

if (process.argv.includes('--check')) {
  const lines = readme.slice(start, end).split('\n');
  const wrong = rows.filter(({who, files, bytes, inAll}) => {
    const cells = lines.find((line) => line.startsWith(`| ${who} |`))?.split('|') ?? [];
    const near = (cell, real) => Math.abs(Number(cell) * 1000 - real) <= TOLERANCE;
    return !(
      near(cells[3], bytes) &&
      near(cells[4], inAll) &&
      files.every((file) => cells[2].includes(`\`${file}\``))
    );
  });
  for (const {who, bytes, inAll} of wrong) {
    console.error(`README.md, sizes: "${who}" is ${bytes} bytes now, ${inAll} in all`);
  }
  if (wrong.length) {
    console.error('Run `npm run readme-sizes`.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(README, `${readme.slice(0, start)}\n\n${table}\n\n${readme.slice(end)}`);
  console.log(table);
}

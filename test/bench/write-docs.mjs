/** What a full run leaves behind. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {chart} from './chart.mjs';
import {putBetweenMarkers} from './readme.mjs';
import {report, shortTable} from './report.mjs';

const ROOT = new URL('../../', import.meta.url);

export function writeDocs(run) {
  mkdirSync(new URL('docs/', ROOT), {recursive: true});
  writeFileSync(new URL('docs/bench.md', ROOT), report(run));
  writeFileSync(new URL('docs/bench.svg', ROOT), chart(run));
  const {date, browser, machine} = run.machine;
  const inReadme = putBetweenMarkers(
    new URL('README.md', ROOT),
    `${shortTable(run)}

Medians of ${run.rounds} rounds, ${date}, ${browser}, ${machine}. A: no throttle, B: 4× slower CPU, C: B and
slow 4G. How it was measured, and the quartiles: [docs/bench.md](docs/bench.md).`,
  );
  console.log(
    `\nWrote docs/bench.md and docs/bench.svg${inReadme ? ', and the table of README.md' : ''}.`,
  );
}

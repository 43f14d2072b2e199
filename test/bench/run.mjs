/**
 * `npm run bench`: us, the peers and an empty page side by side in one run, interleaved.
 * Writes docs/bench.md, docs/bench.svg and the table of the README.
 */
import {chromium} from 'playwright';
import {chromiumOptions} from '../setup/browsers.mjs';
import {chooseContenders, emptyPage} from './contenders.mjs';
import {GROWTH_PATH, growthPage, measureGrowth} from './growth.mjs';
import {installPeers} from './install.mjs';
import {describeMachine} from './machine.mjs';
import {measure} from './measure.mjs';
import {readOptions} from './options.mjs';
import {findOwnFile, pageHtml, pagePath} from './page.mjs';
import {shortTable} from './report.mjs';
import {Results} from './results.mjs';
import {startServer} from './server.mjs';
import {countSizes} from './sizes.mjs';
import {BLANK_PATH} from './visit.mjs';
import {writeDocs} from './write-docs.mjs';

const TRIES = 3;

const options = readOptions();
installPeers();
const {contenders, left} = chooseContenders(options.only);
for (const {title, why} of left) console.log(`Without ${title}: ${why}.`);

const server = await startServer(
  new Map([
    [BLANK_PATH, '<!doctype html><link rel="icon" href="data:," /><title>blank</title>'],
    [GROWTH_PATH, growthPage],
    ...[emptyPage, ...contenders].map((one) => [pagePath(one), pageHtml(one)]),
  ]),
  (path) =>
    [findOwnFile, ...contenders.map(({findFile}) => findFile)].reduce(
      (file, find) => file ?? find(path),
      undefined,
    ),
);

try {
  const run = await measureAll();
  console.log(`\n${shortTable(run)}`);
  if (options.write && contenders.some(({ours}) => ours)) writeDocs(run);
  else console.log('\nNothing was written.');
} finally {
  server.stop();
}

async function measureAll() {
  const sizes = new Map();
  const results = new Results(emptyPage.id);
  const repeated = [];
  const machine = await withBrowser(async (browser) => {
    const description = describeMachine(browser.version());
    for (const one of contenders) sizes.set(one.id, await countSizes(browser, one));
    return description;
  });
  for (let round = 0; round < options.rounds; round++) {
    const start = Date.now();
    await withBrowser(async (browser) => {
      for (const condition of options.conditions) {
        for (const one of rotate([emptyPage, ...contenders], round)) {
          const record = await insist(browser, one, condition, repeated);
          results.add(condition, round, one.id, record);
        }
      }
    });
    const took = Math.round((Date.now() - start) / 1000);
    console.log(`round ${round + 1} of ${options.rounds}: ${took} s`);
  }
  const growth = contenders.some(({ours}) => ours) ? await withBrowser(measureGrowth) : undefined;
  const {conditions, rounds} = options;
  return {
    growth,
    emptyPage,
    contenders,
    left,
    conditions,
    rounds,
    sizes,
    results,
    machine,
    repeated,
  };
}

/** A visit that failed is made again, and told of: one hiccup must not cost the whole run. */
async function insist(browser, contender, condition, repeated) {
  for (let tries = 1; ; tries++) {
    try {
      return await measure(browser, contender, condition);
    } catch (error) {
      const what = `${contender.title}, condition ${condition.id}: ${error.message.split('\n')[0]}`;
      if (tries === TRIES) throw new Error(what, {cause: error});
      console.log(`again: ${what}`);
      repeated.push(what);
    }
  }
}

async function withBrowser(work) {
  const found = chromiumOptions();
  if (!found) throw new Error('No Chromium here: `npm test` sees to one.');
  const browser = await chromium.launch({...found, args: [...found.args, ...server.browserArgs]});
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Each round begins with another one, so that none always follows the same. */
function rotate(list, by) {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

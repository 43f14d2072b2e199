/** The figures as Markdown: every one of them comes from the run. */
import {STEPS} from './growth.mjs';
import {MEASURES, measureOf} from './measures.mjs';

/** The table of the README, and of the terminal: medians; the best of a row in bold. */
export function shortTable(run) {
  const has = (id) => run.conditions.some((condition) => condition.id === id);
  const timed = (conditionId, key, title) =>
    has(conditionId) ? [timedRow(run, conditionId, key, title)] : [];
  const rows = [
    sizeRow(run, 'kB until the banner is on screen', ({banner}) => kilobytes(banner)),
    sizeRow(run, 'kB with the preferences open', ({preferences}) => kilobytes(preferences)),
    sizeRow(run, 'kB, returning visitor', ({returning}) => kilobytes(returning)),
    sizeRow(run, 'requests, first visit', ({quiet}) => quiet.requests, 0),
    sizeRow(run, 'requests, returning visitor', ({returning}) => returning.requests, 0),
    ...run.conditions.map(({id}) =>
      timedRow(run, id, 'bannerSeen', `banner on screen, ${id}, ms after the empty page's paint`),
    ),
    ...timed('C', 'firstFirstPaint', "delay of the page's own first paint, C, ms"),
    ...timed('B', 'firstCpu', 'script + layout + style, first visit, B, ms'),
    ...timed('B', 'returningCpu', 'script + layout + style, returning visit, B, ms'),
    ...timed('B', 'firstLongestTask', 'longest task, first visit, B, ms'),
    ...timed('B', 'firstLongestScript', 'longest task that runs script, first visit, B, ms'),
    ...timed('B', 'firstShift', 'layout shift (CLS)'),
    ...timed('B', 'clickPaint', 'click on accept → next paint, B, ms'),
    ...timed('B', 'goneInFrame', 'banner gone in that paint'),
    ...timed('B', 'clickAnalytics', 'click on accept → analytics request, B, ms'),
    ...timed('C', 'returningAnalytics', 'returning: navigation → analytics request, C, ms'),
    ...timed('A', 'firstHeap', 'JS heap, first visit, kB'),
    ...timed('A', 'returningHeap', 'JS heap, returning visit, kB'),
  ];
  return table(['', ...run.contenders.map(({title}) => title), run.emptyPage.title], rows);
}

/** The whole report. */
export function report(run) {
  const {machine, rounds, conditions, contenders, results, emptyPage} = run;
  return `# Bench

Written by \`npm run bench\` on ${machine.date}; nothing in it was written by hand.

![Bars of the most telling figures](bench.svg)

${shortTable(run)}

${LEGEND}

## The run

${table(
  ['', ''],
  [
    ['rounds', String(rounds)],
    ['browser', machine.browser],
    ['machine', machine.machine],
    ['its load before the run', machine.load],
    ['Node', machine.node],
    ...conditions.map((condition) => [`condition ${condition.id}`, describe(condition)]),
    ...contenders.map(({title, version}) => [title, version()]),
    ['not measured', run.left.map(({title, why}) => `${title}: ${why}`).join('; ') || 'none'],
    ['visits repeated after a failure', run.repeated.join('; ') || 'none'],
  ],
)}

${METHOD}

## Bytes and requests

The library's own files, brotli 11, bodies only; the vendors' scripts are not counted. The last row is
what its tags, config and texts add to the html of the page.

${table(
  ['', ...contenders.map(({title}) => title)],
  [
    sizesRow(run, 'until the banner is on screen', ({banner}) => banner),
    sizesRow(run, 'until the page is quiet', ({quiet}) => quiet),
    sizesRow(run, 'with the preferences open', ({preferences}) => preferences),
    sizesRow(run, 'returning visitor', ({returning}) => returning),
    [
      'added to the html, kB',
      ...contenders.map(({id}) => (run.sizes.get(id).markup / 1000).toFixed(2)),
    ],
  ],
)}

${conditions
  .map(
    (condition) => `## Condition ${condition.id}: ${condition.title}

Median (first quartile – third quartile). Rows marked ∆ are differences to the empty page, whose column
has its own figure.

${table(
  ['', ...contenders.map(({title}) => title), emptyPage.title],
  MEASURES.map((measure) => [
    label(measure),
    ...contenders.map(({id}) => fullCell(results, condition.id, id, measure)),
    measure.share ? '' : full(results.emptySummary(condition.id, measure.key), measure),
  ]),
)}`,
  )
  .join('\n\n')}

## Many gated elements

Pictures with \`data-consent\` and \`data-src\` in a part of the page that is not displayed, no throttle: ms until all of them are as they
should be, and in brackets the longest task meanwhile, the page's own (which puts them in) included. Medians of 5.

${table(
  ['', ...[...run.growth.keys()].map((count) => count.toLocaleString('en'))],
  STEPS.map(({key, title}) => [
    title,
    ...[...run.growth.values()].map(
      (steps) => `${fixed(steps[key].took.median, 0)} (${fixed(steps[key].longest.median, 0)})`,
    ),
  ]),
)}
`;
}

const LEGEND = `Bytes are brotli, of the library's own files. A: no throttle, B: 4× slower CPU, C: B and slow 4G.
Times, CPU and heap are medians; CPU, heap, first paint and the banner are differences to the same page
without any library, whose own figures are in the last column. cookieconsent has one yes or no, neither
categories nor preferences.`;

const METHOD = `## How it is measured

- The same article page for all, its styles inline, from one HTTP/2 server on loopback; brotli 11 made
  beforehand. Yandex.Metrica and Google Analytics are answered there by scripts that do nothing.
- The same task for all: a banner in English; Metrica and Google Analytics asked for after a yes and never
  before, which each visit checks. Configured as the peer's documentation says, with every script deferred,
  every config inline in the page and every style sheet linked where the documentation links it.
  tarteaucitron's consent modes are off: with them it asks vendors before the choice.
- Every visit has a browser context of its own, with empty caches; also the returning one, which brings
  only cookies and storage. The connection stands before the page is asked for.
- In each round, under each condition, each contender has three visits: a first one that a detector
  watches, with the click on accept; a first one that nothing watches, for CPU, tasks, shift and heap; a
  returning one that nothing watches. The order turns by one from round to round.
- The detector is the same for all and sees into open shadow roots. "On screen" is the end of the first
  frame in which any part of the banner is visible, "whole and opaque" of the first in which nine tenths
  of it are, at nine tenths of their opacity.
- A difference to the empty page is taken to its visit of the same round under the same condition.
- Script, layout and style are the browser's own counters (\`Performance.getMetrics\`, thread time) until
  the page is quiet. Tasks are from a trace, in thread time. Heap is after a full collection.
- A click is a real mouse click; times count from its own time stamp. "Next paint" ends with the frame
  that follows it.`;

function timedRow(run, conditionId, key, title) {
  const {contenders, results} = run;
  const measure = measureOf(key);
  if (measure.share) {
    const cells = contenders.map(({id}) => shareCell(results.share(conditionId, id, key)));
    return [title, ...cells, ''];
  }
  const medians = contenders.map(({id}) => results.summary(conditionId, id, key)?.median);
  const empty = results.emptySummary(conditionId, key);
  const cells = boldest(medians, measure.digits ?? 0, measure.plain);
  return [title, ...cells, number(empty?.median, measure)];
}

function sizeRow({contenders, sizes}, title, read, digits = 1) {
  return [
    title,
    ...boldest(
      contenders.map(({id}) => read(sizes.get(id))),
      digits,
    ),
    '',
  ];
}

function sizesRow({contenders, sizes}, title, read) {
  return [
    `${title}, kB in requests`,
    ...contenders.map(({id}) => {
      const size = read(sizes.get(id));
      return size ? `${(size.bytes / 1000).toFixed(2)} in ${size.requests}` : '–';
    }),
  ];
}

function kilobytes(size) {
  return size && size.bytes / 1000;
}

/** Texts of numbers, the smallest of them bold, unless all read the same or `plain` is asked for. */
function boldest(values, digits, plain = false) {
  const texts = values.map((value) => (value === undefined ? '–' : fixed(value, digits)));
  const numbers = texts.map(Number).filter((value) => !Number.isNaN(value));
  const least = Math.min(...numbers);
  if (plain || least === Math.max(...numbers)) return texts;
  return texts.map((text) => (Number(text) === least ? `**${text}**` : text));
}

function fullCell(results, conditionId, id, measure) {
  return measure.share
    ? shareCell(results.share(conditionId, id, measure.key))
    : full(results.summary(conditionId, id, measure.key), measure);
}

function full(summary, measure) {
  if (!summary) return '';
  const {median, q1, q3} = summary;
  const text = number(median, measure);
  return q1 === q3 ? text : `${text} (${number(q1, measure)} – ${number(q3, measure)})`;
}

function shareCell({yes, n}) {
  if (!n) return '–';
  return yes === n ? 'yes' : yes ? `${yes} of ${n}` : 'no';
}

function number(value, {digits = value !== undefined && Math.abs(value) < 100 ? 1 : 0}) {
  return value === undefined ? '' : fixed(value, digits);
}

/** Without a minus before a nought. */
function fixed(value, digits) {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

function label({title, unit, minus}) {
  return `${title}${unit ? `, ${unit}` : ''}${minus ? ' ∆' : ''}`;
}

function describe({cpu, network, title}) {
  if (!network) return title;
  const {latency, downloadKbps, uploadKbps} = network;
  return `${cpu}× slower CPU; ${latency} ms round trip, ${downloadKbps} kbit/s down, ${uploadKbps} kbit/s up`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (index ? '--:' : ':--'))),
    ...rows.map(line),
  ].join('\n');
}

/** The most telling figures as bars: an SVG that reads in light and dark. */

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const PANEL = {width: 464, names: 192, value: 56, head: 44, row: 24, bar: 14, gap: 28};
const COLUMNS = 2;
const MARGIN = 20;

/** Needs a run under all conditions. */
export function chart(run) {
  const panels = PANELS.map((panel) => ({
    ...panel,
    bars: run.contenders.map((one) => ({...one, ...panel.read(run, one)})),
  }));
  const height = PANEL.head + run.contenders.length * PANEL.row + PANEL.gap;
  const width = COLUMNS * PANEL.width + MARGIN;
  const total = Math.ceil(panels.length / COLUMNS) * height + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${total}" width="${width}" height="${total}" role="img" aria-labelledby="title desc">
<title id="title">consent-gate beside other consent libraries</title>
<desc id="desc">${escape(panels.map(inWords).join(' '))}</desc>
<style>
  text { font: 13px ${FONT}; fill: #1f2328; }
  .head { font-size: 14px; font-weight: 600; }
  .soft { font-size: 12px; fill: #59636e; }
  .ours { font-weight: 600; }
  .value { font-variant-numeric: tabular-nums; }
  rect { fill: #8c959f; }
  rect.ours { fill: #0b7285; }
  .quartiles { stroke: #1f2328; stroke-width: 1.5; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .soft { fill: #9198a1; }
    rect { fill: #6e7681; }
    rect.ours { fill: #3bc9db; }
    .quartiles { stroke: #f0f6fc; }
  }
</style>
${panels.map((panel, index) => drawPanel(panel, (index % COLUMNS) * PANEL.width + MARGIN, Math.floor(index / COLUMNS) * height + MARGIN)).join('\n')}
</svg>
`;
}

const PANELS = [
  {
    title: 'Downloaded until the banner is on screen',
    unit: 'kB',
    note: 'brotli, less is better',
    digits: 1,
    read: ({sizes}, {id}) => ({value: sizes.get(id).banner.bytes / 1000}),
  },
  {
    title: 'Banner on screen',
    unit: 'ms',
    note: "after the empty page's first paint; 4× slower CPU, slow 4G",
    digits: 0,
    read: timed('C', 'bannerSeen'),
  },
  {
    title: 'Script, layout and style',
    unit: 'ms',
    note: 'added to the first visit; 4× slower CPU',
    digits: 0,
    read: timed('B', 'firstCpu'),
  },
  {
    title: 'Returning visit until the analytics request',
    unit: 'ms',
    note: 'from navigation; 4× slower CPU, slow 4G',
    digits: 0,
    read: timed('C', 'returningAnalytics'),
  },
];

function timed(conditionId, key) {
  return ({results}, {id}) => {
    const summary = results.summary(conditionId, id, key);
    return {value: summary?.median, low: summary?.q1, high: summary?.q3};
  };
}

function drawPanel({title, unit, note, digits, bars}, x, y) {
  const {width, names, value: valueWidth, head, row, bar} = PANEL;
  const room = width - names - valueWidth - MARGIN;
  const most = Math.max(...bars.map(({value, high}) => high ?? value));
  const scale = (value) => round((Math.max(0, value) / most) * room);
  const rows = bars.map(({title: name, ours, value, low, high}, index) => {
    const top = head + index * row;
    const middle = top + bar / 2;
    const text = top + bar - 3;
    const style = ours ? ' class="ours"' : '';
    const end = scale(Math.max(value, high ?? 0));
    const quartiles =
      low === undefined
        ? ''
        : `\n  <path class="quartiles" d="M${names + scale(low)} ${middle}H${names + scale(high)}"/>`;
    return `  <text${style} x="${names - 8}" y="${text}" text-anchor="end">${escape(name)}</text>
  <rect${style} x="${names}" y="${top}" width="${Math.max(1, scale(value))}" height="${bar}" rx="2"/>${quartiles}
  <text class="value${ours ? ' ours' : ''}" x="${names + end + 6}" y="${text}">${value.toFixed(digits)}</text>`;
  });
  return `<g transform="translate(${x} ${y})">
  <text class="head" y="12">${escape(title)}, ${unit}</text>
  <text class="soft" y="29">${escape(note)}</text>
${rows.join('\n')}
</g>`;
}

function inWords({title, unit, note, digits, bars}) {
  const list = bars.map(({title: name, value}) => `${name} ${value.toFixed(digits)} ${unit}`);
  return `${title} (${note}): ${list.join(', ')}.`;
}

function round(value) {
  return Math.round(value * 10) / 10;
}

function escape(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

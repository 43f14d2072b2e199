import {appendFileSync} from 'node:fs';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {nextFrame} from '../helpers/next-frame.js';
import {
  builtFile,
  halfTrusted,
  hashOf,
  NONCE,
  OWN_FILE,
  policies,
  WAYS,
} from '../helpers/policies.js';
import type {Policy, Way} from '../helpers/policies.js';
import {log, ran} from '../helpers/ran.js';
import {readme} from '../helpers/readme.js';
import {noteRefusals, refusals, thrown} from '../helpers/refusals.js';
import {family, full} from '../helpers/scorecard.js';
import {config as smallConfig, expect, test, type Site} from '../helpers/site.js';

/*
 * Strict pages: what works under which Content-Security-Policy, each way in. What is measured here is the table
 * in the README: `npm run readme-csp` writes it, these tests compare it.
 */

test.skip(({browserName}) => browserName !== 'chromium', 'the table is of Chromium');

const config: ConsentGateConfig = {
  ...smallConfig,
  categories: {
    functional: {},
    analytics: {
      services: [
        ...smallConfig.categories.analytics.services,
        {service: 'google-tag-manager', containerId: 'GTM-TEST123', crossBorder: true},
      ],
    },
  },
};
/** What the services ask for first; a container brings a tag of its own besides. */
const SERVICES = [
  'https://mc.yandex.ru/metrika/tag.js',
  'https://www.googletagmanager.com/gtag/js?id=G-TEST12345',
  'https://www.googletagmanager.com/gtm.js?id=GTM-TEST123',
];
const COOKIE = '__Host-consent-gate';
const GATED = log('code');
const json = JSON.stringify(config);

/** What the browser itself says of a refusal: those are counted as events. What is thrown has its own list. */
const BROWSERS_OWN =
  /^uncaught: |^error: (?!consent-gate:).*(violates the following|requires 'Trusted\w+' assignment)/;

/** Nearly always it is there at once, and there are dozens of visits. */
const SOON = {intervals: [20, 50]};

/** What was seen of one way in. */
interface Row {
  renders: boolean;
  styled: boolean;
  settings: boolean;
  services: boolean;
  file: boolean;
  code: boolean;
  /** How many violations are ours. */
  violations: number;
  /** What we have said in the console. */
  said: string[];
  thrown: string[];
}

/** Lays out a page under a policy and goes there. */
async function enter(site: Site, policy: Policy, way: Way) {
  const [, importMap] = /<script type="importmap">(.*?)<\/script>/.exec(
    site.html({door: 'module'}),
  )!;
  const script = (attributes: string, code = '', text: string | Buffer = code) => {
    const carried = {
      none: '',
      nonce: ` nonce="${NONCE}"`,
      integrity: ` integrity="${hashOf(text)}" crossorigin`,
    };
    return `<script${carried[policy.carry ?? 'none']} ${attributes}>${code}</script>`;
  };
  const file = `/dist/consent-gate${way === 'bundle' ? '.bundle' : ''}.js`;
  const bare = way === 'import' || policy.ownLit;
  const asked = policy.header?.(way, {importMap: importMap!, gated: GATED});
  site.serve('/own.js', OWN_FILE);
  site.serve(
    '/start.js',
    `import {startConsentGate} from 'consent-gate'; window.consentGate = startConsentGate(${json});`,
  );
  site.serve(
    '/own-lit.js',
    "import {html, render} from 'lit'; render(html`<p>${'drawn'}</p>`, document.querySelector('#own'));",
  );
  return site.visit({
    config: null,
    door: 'none',
    path: `/${way}`,
    // `report-sample` lets nothing through: it tells whose inline code was refused.
    headers: asked
      ? {'Content-Security-Policy': asked.replace('script-src ', "$&'report-sample' ")}
      : {},
    head:
      (bare ? script('type="importmap"', importMap) : '') +
      (policy.ownLit ? script('type="module" src="/own-lit.js"') : '') +
      (way === 'import'
        ? script('type="module" src="/start.js"')
        : `<script type="application/json" data-consent-gate>${json}</script>` +
          script(`src="${file}" defer`, '', builtFile(way))),
    body:
      '<h1>A shop</h1><div id="own"></div>' +
      script('type="text/plain" data-consent="analytics"', GATED) +
      script('type="text/plain" data-consent="analytics" data-src="/own.js"', '', OWN_FILE),
  });
}

/** A first visit that says yes in the settings, or in the banner where they do not open. */
async function measure(site: Site, policy: Policy, way: Way): Promise<Row> {
  // An open page would take the lost cookie for a withdrawal.
  await site.page.goto('about:blank');
  await site.context.clearCookies();
  site.ledger.clear();
  const page = await enter(site, policy, way);
  const said = () => site.ledger.consoleProblems({except: BROWSERS_OWN});
  const isShown = () => banner(page).isVisible();
  await expect.poll(async () => (await isShown()) || said().length, SOON).toBeTruthy();
  const renders = await isShown();
  if (policy.ownLit) await expect(page.locator('#own p')).toHaveText('drawn');

  let settings = false;
  let styled = false;
  if (renders) {
    styled = await banner(page).evaluate((element) => {
      const [accept, reject] = ['accept', 'reject'].map((action) =>
        element.querySelector(`[data-action=${action}]`)!.getBoundingClientRect(),
      );
      const {position, borderRadius} = getComputedStyle(element);
      const twins = accept!.width === reject!.width && accept!.height === reject!.height;
      return position === 'fixed' && borderRadius !== '0px' && twins;
    });
    const before = said().length;
    await bannerButton(page, 'settings').click();
    const isOpen = () => preferences(page).isVisible();
    await expect.poll(async () => (await isOpen()) || said().length > before, SOON).toBe(true);
    const opened = await isOpen();
    if (opened) {
      const knob = preferences(page).locator('[data-category="analytics"]');
      const was = await knob.isChecked();
      await knob.click();
      settings = (await knob.isChecked()) !== was;
      styled &&= await knob.evaluate(
        (element) =>
          getComputedStyle(element).appearance === 'none' &&
          getComputedStyle(element.closest('dialog')!).borderRadius !== '0px',
      );
    }
    await (opened ? preferences(page) : banner(page))
      .locator('[data-action=accept]')
      .press('Enter');
    await expect.poll(() => site.ledger.cookieNames(), SOON).toContain(COOKIE);
  }

  const seen = async () => ({
    services: SERVICES.filter((tag) => site.ledger.vendorRequests().some(({url}) => url === tag)),
    ran: await page.evaluate(ran),
  });
  if (policy.closed?.[way]) {
    await site.ledger.settle();
  } else {
    // Code in the page has its turn before the file below it.
    await expect.poll(seen, SOON).toMatchObject({
      services: SERVICES,
      ran: expect.arrayContaining(['file']),
    });
    await page.evaluate(nextFrame);
  }
  const {services, ran: run} = await seen();
  const refused = await refusals(page);
  // The owner's code, which the owner's policy does not let run.
  const ours = refused.filter(
    ({sample}) => !(sample && policy.withoutInline && GATED.startsWith(sample)),
  );
  const row = {
    renders,
    styled,
    settings,
    services: services.length === SERVICES.length,
    file: run.includes('file'),
    code: run.includes('code'),
    violations: ours.length,
    said: said(),
    thrown: await thrown(page),
  };
  if (!policy.closed?.[way]) {
    if (!policy.shut) expect(ours, `${way}: violations of ours`).toEqual([]);
    expect(row, way).toEqual({
      renders: true,
      styled: true,
      settings: !policy.shut,
      services: true,
      file: true,
      code: !policy.withoutInline,
      violations: policy.shut ? (expect.any(Number) as unknown) : 0,
      said: policy.shut ? [expect.stringMatching(policy.shut)] : [],
      thrown: [],
    });
  } else {
    expect([site.ledger.vendorRequests(), run], `${way}: nothing is loaded`).toEqual([[], []]);
  }
  // The policy is at work: neither markup nor code that somebody slips in is taken.
  const slipped = await page.evaluate(() => {
    const button = document.createElement('button');
    try {
      button.innerHTML = 'text';
      button.setAttribute('onclick', 'window.slipped = true');
    } catch {
      // Trusted Types.
    }
    button.click();
    return 'slipped' in window;
  });
  expect(slipped, `${way}: without the policy`).toBe(!policy.header);
  return row;
}

const cells = (row: Row) =>
  [
    ...[row.renders, row.styled, row.settings, row.services, row.file, row.code].map((is) =>
      is ? 'yes' : 'no',
    ),
    row.violations,
    row.said.length,
  ].join(' | ');

/** Rows of the README's table by policy: way in → its cells. */
const inReadme = new Map<string, Map<Way, string>>();
for (const line of /<!-- csp:start -->\n([\s\S]*?)<!-- csp:end -->/.exec(readme)![1]!.split('\n')) {
  const [, name, ways, seen] = /^\| (.*?) \| ([a-z, ]+) \| (.*) \|$/.exec(line) ?? [];
  if (!seen?.startsWith('yes') && !seen?.startsWith('no')) continue;
  const rows = inReadme.get(name!) ?? new Map<Way, string>();
  for (const way of ways!.split(', ')) rows.set(way as Way, seen);
  inReadme.set(name!, rows);
}
const writing = process.env.README === 'write';

test.beforeEach(async ({site}) => {
  await noteRefusals(site.context);
  await site.context.addInitScript('window.__standIn = {heartbeat: 0, unload: false}');
});

/** Nothing is thrown into the page, and one line of ours says what is wrong. */
const expectOneLine = (way: Way, row: Row, line: RegExp) => {
  expect(row.thrown, `${way}: thrown into the page`).toEqual([]);
  expect(row.said, `${way}: said`).toEqual([expect.stringMatching(line)]);
};

for (const [order, policy] of writing ? policies.entries() : family([...policies.entries()])) {
  const {name, closed = {}, ways = WAYS} = policy;

  test(`a page’s policy: ${name}`, async ({site}) => {
    const measured = new Map<Way, string>();
    // In short the tag and the bundle take turns; an import loads a dozen files.
    const inTurn = ways.filter((way) => way === (order % 2 ? 'bundle' : 'tag'));
    for (const way of full(inTurn.length ? inTurn : ways.slice(0, 1), ways)) {
      const row = await measure(site, policy, way);
      if (closed[way]) expectOneLine(way, row, closed[way]);
      measured.set(way, cells(row));
    }
    if (writing) {
      const line = JSON.stringify({order, name, seen: [...measured]});
      return appendFileSync('test-results/csp.jsonl', `${line}\n`);
    }
    for (const [way, seen] of measured) {
      expect(inReadme.get(name)?.get(way), `${way}; npm run readme-csp writes it`).toBe(seen);
    }
  });
}

test('Trusted Types without our second policy: services work, the settings stay shut and say why', async ({
  site,
}) => {
  for (const way of full<readonly Way[]>(['tag'], WAYS)) await measure(site, halfTrusted, way);
});

test('the README’s table has these policies and ways in, and no others', () => {
  test.skip(writing, 'it is being written');
  expect([...inReadme].map(([name, rows]) => [name, [...rows.keys()].sort()])).toEqual(
    policies.map(({name, ways = WAYS}) => [name, [...ways].sort()]),
  );
});

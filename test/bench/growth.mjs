/**
 * What many gated elements cost at once. Pictures that nobody sees, in a part of the page that is not displayed: what
 * layout and loading take is not ours.
 */
import {longestTasksDuring} from './longest-task.mjs';
import {SITE} from './server.mjs';
import {summarise} from './statistics.mjs';

export const GROWTH_PATH = '/growth';
export const NUMBERS = [1000, 2500, 5000, 10_000];
export const STEPS = [
  {key: 'shut', title: 'they come in one go, after a no'},
  {key: 'opened', title: 'a yes opens them'},
  {key: 'late', title: 'as many come in one go, after the yes'},
  {key: 'closed', title: 'a no closes them all'},
];
const ROUNDS = 5;

const CONFIG = {
  policy: {url: '/privacy', version: '1'},
  operator: {name: 'Many'},
  categories: {analytics: {}},
};

export const growthPage = `<!doctype html><html lang="en"><link rel="icon" href="data:," /><title>Many</title>
<script type="application/json" data-consent-gate>${JSON.stringify(CONFIG)}</script>
<script src="/consent-gate.js" defer></script>
<h1>Many</h1><div id="many" hidden></div>`;

/** @returns {Promise<Map<number, Record<string, {took: object, longest: object}>>>} by number of elements and step, ms */
export async function measureGrowth(browser) {
  const found = new Map();
  for (const count of NUMBERS) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measureOnce(browser, count));
    found.set(
      count,
      Object.fromEntries(
        STEPS.map(({key}) => [
          key,
          {
            took: summarise(rounds.map((one) => one[key].took)),
            longest: summarise(rounds.map((one) => one[key].longest)),
          },
        ]),
      ),
    );
  }
  return found;
}

async function measureOnce(browser, count) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(SITE + GROWTH_PATH);
    await page.evaluate(prepare);
    await page.evaluate(() => window.consentGate.rejectAll());
    await page.waitForTimeout(500);
    const step = async (name, open) => {
      await page.evaluate(
        (wanted) => window.growth.make(wanted),
        /shut|late/.test(name) ? count : 0,
      );
      let took;
      const {longestTask} = await longestTasksDuring(browser, page, async () => {
        took = await page.evaluate(([what, wanted]) => window.growth[what](wanted), [name, open]);
        await page.waitForTimeout(300);
      });
      return {took, longest: longestTask};
    };
    return {
      shut: await step('shut', 0),
      opened: await step('opened', count),
      late: await step('late', 2 * count),
      closed: await step('closed', 0),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page: each step resolves with the ms until as many have their address as are to have it. */
function prepare() {
  const many = document.querySelector('#many');
  let fragment;
  const until = async (open) => {
    const start = performance.now();
    // A task of its own each time, which takes nothing from the work that is measured.
    while (many.querySelectorAll('[src]').length !== open) {
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    return performance.now() - start;
  };
  const act = (work) => (open) => (work(), until(open));
  window.growth = {
    make(count) {
      fragment = new DocumentFragment();
      for (let i = 0; i < count; i++) {
        const image = document.createElement('img');
        image.loading = 'lazy';
        image.dataset.consent = 'analytics';
        image.dataset.src = `/picture.svg?${i}`;
        fragment.append(image);
      }
    },
    shut: act(() => many.append(fragment)),
    late: act(() => many.append(fragment)),
    opened: act(() => window.consentGate.acceptAll()),
    closed: act(() => window.consentGate.rejectAll()),
  };
}

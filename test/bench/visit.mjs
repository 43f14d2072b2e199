/** One visit of one page, in a context of its own: nothing cached, no process shared with another. */
import {apply} from './conditions.mjs';
import {installDetector} from './detector.mjs';
import {pagePath} from './page.mjs';
import {SITE} from './server.mjs';
import {VENDOR_HOSTS} from './vendors.mjs';

export const BLANK_PATH = '/blank';
const VIEWPORT = {width: 1280, height: 800};
const PATIENCE = 20_000;
const QUIET = 500;

/**
 * @param {object} how
 * @param {boolean} [how.watch] with the detector in the page from the start
 * @param {object} [how.storage] what an earlier visit has left behind
 * @param {(visit: Visit) => Promise<T>} work
 * @template T
 */
export async function visit(browser, contender, condition, how, work) {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'en-US',
    storageState: how.storage,
  });
  try {
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    // The connection and the process are there before the page is asked for: neither is a
    // contender's doing, and both are noisy.
    await page.goto(SITE + BLANK_PATH);
    if (how.watch) await page.addInitScript(installDetector, contender.banner ?? ['#no-banner']);
    await session.send('Performance.enable', {timeDomain: 'threadTicks'});
    await apply(condition, session);
    return await work(new Visit(context, page, session, contender));
  } finally {
    await context.close();
  }
}

class Visit {
  constructor(context, page, session, contender) {
    Object.assign(this, {context, page, session, contender});
  }

  /** Opens the page and waits until nothing moves any more. */
  async open() {
    await this.page.goto(SITE + pagePath(this.contender), {waitUntil: 'networkidle'});
    await this.pause();
  }

  pause(ms = QUIET) {
    return this.page.waitForTimeout(ms);
  }

  /** Calls a function in the page until it returns something true. */
  async until(look, argument) {
    const handle = await this.page.waitForFunction(look, argument, {polling: 50});
    return handle.jsonValue();
  }

  /** First paint, layout shift and requests, from the browser's own book. */
  timings() {
    return this.page.evaluate(readTimings, VENDOR_HOSTS);
  }

  /** A real click in the middle of an element. */
  async click(way) {
    const {x, y} = await this.page.evaluate((to) => window.bench.centre(to), way);
    await this.page.mouse.click(x, y);
  }

  /** Puts the detector into a page that was opened without it. */
  async installDetector() {
    await this.page.evaluate(installDetector, undefined);
  }

  presence(way) {
    return this.page.evaluate((to) => window.bench.presence(to), way);
  }

  storage() {
    return this.context.storageState();
  }
}

/** Runs in the page. */
function readTimings(vendorHosts) {
  const shifts = new PerformanceObserver(() => {});
  shifts.observe({type: 'layout-shift', buffered: true});
  const requests = performance.getEntriesByType('resource').map((entry) => {
    const {host, pathname} = new URL(entry.name);
    return {host, pathname, start: entry.startTime, bytes: entry.encodedBodySize};
  });
  const vendors = vendorHosts.flatMap((host) => {
    const starts = requests.filter((request) => request.host === host).map(({start}) => start);
    return starts.length ? [Math.min(...starts)] : [];
  });
  return {
    firstPaint: performance.getEntriesByName('first-paint')[0]?.startTime,
    shift: shifts
      .takeRecords()
      .filter((entry) => !entry.hadRecentInput)
      .reduce((sum, {value}) => sum + value, 0),
    requests,
    /** When each vendor that was asked at all was first asked. */
    vendors,
  };
}

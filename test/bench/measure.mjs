/** What is measured of one contender under one condition in one round: three visits, one record. */
import {longestTasksDuring} from './longest-task.mjs';
import {VENDOR_HOSTS} from './vendors.mjs';
import {visit} from './visit.mjs';

/** @returns {Promise<Record<string, number | boolean>>} */
export async function measure(browser, contender, condition) {
  const {storage, ...look} = await firstLook(browser, contender, condition);
  return {
    ...look,
    ...prefix('first', await cost(browser, contender, condition, {})),
    ...prefix('returning', await cost(browser, contender, condition, {storage})),
  };
}

/** A first visit that is watched: when the banner is there, and what a click on accept does. */
function firstLook(browser, contender, condition) {
  return visit(browser, contender, condition, {watch: true}, async (page) => {
    await page.open();
    if (!contender.banner) return {watchedPaint: (await page.timings()).firstPaint};
    const readable = await page.until(() => window.bench.readable);
    const seen = await page.page.evaluate(() => window.bench.seen);
    const {firstPaint, vendors} = await page.timings();
    if (vendors.length) throw new Error('a vendor was asked before the choice');
    await page.pause();
    return {
      watchedPaint: firstPaint,
      bannerSeen: seen,
      bannerReadable: readable,
      ...(await accept(page, contender)),
    };
  });
}

async function accept(page, contender) {
  await page.page.evaluate(() => window.bench.watchClick());
  await page.click(contender.accept);
  const {clicked, paint, gone, goneInFrame} = await page.page.evaluate(() => window.bench.click);
  const vendors = await vendorRequests(page);
  await page.pause();
  return {
    clickPaint: paint,
    clickGone: gone,
    goneInFrame,
    clickAnalytics: Math.min(...vendors) - clicked,
    clickAllAnalytics: Math.max(...vendors) - clicked,
    storage: await page.storage(),
  };
}

/** A visit that nothing watches: what it costs. */
function cost(browser, contender, condition, {storage}) {
  return visit(browser, contender, condition, {storage}, async (page) => {
    const tasks = await longestTasksDuring(browser, page.page, () => page.open());
    const {metrics} = await page.session.send('Performance.getMetrics');
    const seconds = (name) => metrics.find((metric) => metric.name === name).value;
    const [script, layout, style] = ['Script', 'Layout', 'RecalcStyle'].map(
      (kind) => seconds(`${kind}Duration`) * 1000,
    );
    const heap = await heapSize(page.session);
    const {firstPaint, shift} = await page.timings();
    const record = {
      firstPaint,
      shift,
      ...tasks,
      cpu: script + layout + style,
      heap,
    };
    if (!storage || !contender.banner) return record;
    await expectNoBanner(page, contender);
    const vendors = await vendorRequests(page);
    return {
      ...record,
      analytics: Math.min(...vendors),
      allAnalytics: Math.max(...vendors),
    };
  });
}

async function vendorRequests(page) {
  let vendors = [];
  for (let tries = 0; vendors.length < VENDOR_HOSTS.length; tries++) {
    if (tries > 100) throw new Error('not every vendor was asked after a yes');
    if (tries) await page.pause(100);
    ({vendors} = await page.timings());
  }
  return vendors;
}

async function expectNoBanner(page, contender) {
  await page.installDetector();
  if (await page.presence(contender.banner)) throw new Error('asks a returning visitor again');
}

async function heapSize(session) {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  return usedSize / 1000;
}

function prefix(name, record) {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      name + key[0].toUpperCase() + key.slice(1),
      value,
    ]),
  );
}

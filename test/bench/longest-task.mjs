/** The longest tasks of the page's main thread, also below the 50 ms at which the web API begins. */
import {OWN_SCRIPT} from './page.mjs';

// "-*" first: nothing but these, so that recording costs next to nothing.
const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
const SCRIPT = new Set(['EvaluateScript', 'v8.evaluateModule', 'FunctionCall', 'RunMicrotasks']);
const MICROSECONDS = 1000;

/**
 * Records the tasks while `work` runs.
 * @returns {Promise<{longestTask: number, longestScript: number}>} ms: of all tasks, and of those in
 * which script of the contender ran
 */
export async function longestTasksDuring(browser, page, work) {
  await browser.startTracing(page, {categories: CATEGORIES, screenshots: false});
  let trace;
  try {
    await work();
  } finally {
    trace = await browser.stopTracing();
  }
  const events = mainThread(JSON.parse(trace.toString()).traceEvents);
  const tasks = events.filter(({name}) => name === 'RunTask');
  const scripts = events.filter(
    ({name, args}) => SCRIPT.has(name) && !args.data?.url?.endsWith(OWN_SCRIPT),
  );
  const withScript = tasks.filter((task) =>
    scripts.some(({ts}) => ts >= task.ts && ts < task.ts + task.dur),
  );
  return {longestTask: longest(tasks), longestScript: longest(withScript)};
}

/** The page's thread is the busiest of the renderers' main threads. */
function mainThread(events) {
  const threads = new Map();
  const key = ({pid, tid}) => `${pid}:${tid}`;
  for (const event of events) {
    const isMain = event.name === 'thread_name' && event.args.name === 'CrRendererMain';
    if (isMain) threads.set(key(event), []);
  }
  for (const event of events) {
    if (event.tdur) threads.get(key(event))?.push(event);
  }
  const busy = (thread) =>
    thread.reduce((sum, {name, tdur}) => sum + (name === 'RunTask' && tdur), 0);
  const [busiest] = [...threads.values()].sort((one, other) => busy(other) - busy(one));
  if (!busiest) throw new Error('The trace has no main thread of a page.');
  return busiest;
}

/** In the thread's own time: what other processes of the machine take is nobody's long task. */
function longest(tasks) {
  return tasks.reduce((most, {tdur}) => Math.max(most, tdur), 0) / MICROSECONDS;
}

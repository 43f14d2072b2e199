import type {Page} from 'playwright/test';

/**
 * Has each of the page's next documents count the listeners that are on its window, document and root
 * element; in any engine.
 */
export async function countListeners(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const {addEventListener, removeEventListener} = EventTarget.prototype;
    const live = new Map<EventTarget, {type: string; fn: unknown; capture: boolean}[]>();
    const captures = (options: unknown) =>
      typeof options === 'object'
        ? !!(options as AddEventListenerOptions | null)?.capture
        : !!options;
    const find = (target: EventTarget, type: string, fn: unknown, options: unknown) =>
      (live.get(target) ?? []).findIndex(
        (one) => one.type === type && one.fn === fn && one.capture === captures(options),
      );
    const forget = (target: EventTarget, type: string, fn: unknown, options: unknown) => {
      const at = find(target, type, fn, options);
      if (at >= 0) live.get(target)!.splice(at, 1);
    };
    EventTarget.prototype.addEventListener = function (type, fn, options) {
      // A bare call is one of the window's.
      const target: EventTarget = this ?? window;
      const signal = typeof options === 'object' ? options.signal : undefined;
      if (fn && !signal?.aborted && find(target, type, fn, options) < 0) {
        live.set(target, [...(live.get(target) ?? []), {type, fn, capture: captures(options)}]);
        const gone = () => forget(target, type, fn, options);
        if (signal) addEventListener.call(signal, 'abort', gone);
        if (typeof options === 'object' && options.once) {
          addEventListener.call(target, type, gone, options);
        }
      }
      addEventListener.call(target, type, fn, options);
    };
    EventTarget.prototype.removeEventListener = function (type, fn, options) {
      forget(this ?? window, type, fn, options);
      removeEventListener.call(this ?? window, type, fn, options);
    };
    Object.assign(window, {
      liveListeners: () =>
        [window, document, document.documentElement]
          .flatMap((target) => (live.get(target) ?? []).map(({type}) => type))
          .sort(),
    });
  });
}

/** Types of the listeners that are there now. */
export const listenersOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as {liveListeners(): string[]}).liveListeners());

/** Everything that lives in the page after the rubbish is gone: Chromium only. */
export async function livingIn(page: Page): Promise<{listeners: number; nodes: number}> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const {metrics} = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {listeners: value('JSEventListeners'), nodes: value('Nodes')};
}

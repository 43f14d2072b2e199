/** ms of work after which the page gets its turn: half of what makes a long task on a slow phone. */
const SLICE = 12;

/** Not by a timer where there is a better way: those of a hidden page come once a second. */
const letPage = (): Promise<unknown> =>
  (window as {scheduler?: {yield?(): Promise<unknown>}}).scheduler?.yield?.() ??
  new Promise((resolve) => setTimeout(resolve));

export interface Turns {
  /** Does something a microtask later, after what waits already. */
  take(work: () => void): void;
  /** Resolves when nothing waits. */
  done(): Promise<unknown>;
}

/**
 * Has much work done in their order, and the page answer in between: ten thousand images of a list that get their
 * addresses are no long task.
 * @param signal ends it
 * @param failed told of work that has thrown; it keeps no other waiting
 */
export function createTurns(signal: AbortSignal, failed: (error: unknown) => void): Turns {
  const waiting: (() => void)[] = [];
  let working: Promise<void> | undefined;
  /** @param end of the first turn, which began when the first of them was handed in */
  const work = async (end: number) => {
    // The list grows meanwhile.
    for (let next = 0; next < waiting.length && !signal.aborted; next++) {
      if (performance.now() > end) {
        await letPage();
        end = performance.now() + SLICE;
      }
      try {
        if (!signal.aborted) waiting[next]!();
      } catch (error) {
        failed(error);
      }
    }
    waiting.length = 0;
    working = undefined;
  };
  return {
    take(one) {
      waiting.push(one);
      working ??= Promise.resolve(performance.now() + SLICE).then(work);
    },
    done: async () => working,
  };
}

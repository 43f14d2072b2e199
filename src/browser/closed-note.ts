/** In `localStorage`: the version of the policy whose notice has been closed. By the end of its name no sweep takes it away. */
export const CLOSED = 'notice-consent-gate';

/** Notes that the notice of a version has been closed. */
export function noteClosed(version: string): void {
  try {
    localStorage.setItem(CLOSED, version);
  } catch {
    // Nothing is stored there: it comes again in the next page.
  }
}

/** Whether it has been, in this tab or another. */
export function isClosed(version: string): boolean {
  try {
    return localStorage.getItem(CLOSED) === version;
  } catch {
    return false;
  }
}

/**
 * Calls `fn` when it is closed in another tab.
 * @param signal ends that
 */
export const onClosedElsewhere = (version: string, fn: () => void, signal: AbortSignal): void =>
  addEventListener('storage', ({key}) => key === CLOSED && isClosed(version) && fn(), {signal});

/** In `sessionStorage`, from a reload that an answer has made until it is confirmed after it. */
export const AFTER_RELOAD = 'consent-change';
/** What it holds: an entry of that name with something else is the page's own. */
const OURS = 'consent-gate';

/** Notes that this tab loads anew because of an answer that was given in it, so that it is confirmed there. */
export function noteReload(): void {
  try {
    sessionStorage.setItem(AFTER_RELOAD, OURS);
  } catch {
    // Nothing is stored there, and nothing is confirmed.
  }
}

/** Whether this page was loaded anew because of an answer. Forgotten once asked. */
export function takeReloadNote(): boolean {
  try {
    const found = isReloaded();
    if (found) sessionStorage.removeItem(AFTER_RELOAD);
    return found;
  } catch {
    return false;
  }
}

/** The same, not forgotten. */
export function isReloaded(): boolean {
  try {
    return sessionStorage.getItem(AFTER_RELOAD) === OURS;
  } catch {
    return false;
  }
}

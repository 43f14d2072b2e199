/**
 * In `sessionStorage`, from a reload that an answer has made until it is confirmed after it. By the end of its name no
 * sweep takes it away.
 */
export const AFTER_RELOAD = '-consent-gate';

/** Notes that this tab loads anew because of an answer that was given in it, so that it is confirmed there. */
export function noteReload(): void {
  try {
    sessionStorage.setItem(AFTER_RELOAD, '');
  } catch {
    // Nothing is stored there, and nothing is confirmed.
  }
}

/** Whether it is noted: from shortly before such a reload until the answer is confirmed after it. */
export function hasReloadNote(): boolean {
  try {
    return sessionStorage.getItem(AFTER_RELOAD) !== null;
  } catch {
    return false;
  }
}

/** The same, forgotten once asked. */
export function takeReloadNote(): boolean {
  const found = hasReloadNote();
  if (found) sessionStorage.removeItem(AFTER_RELOAD);
  return found;
}

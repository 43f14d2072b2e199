/** ms after the document was there in which a banner counts as come with it; later somebody reads already. */
const LATE = 1000;

/** Whether what comes now comes late; a page that was loaded ahead begins when it is shown. */
export function isLate(): boolean {
  // A page may have taken it away.
  const [load] = performance.getEntriesByType?.('navigation') ?? [];
  const {domContentLoadedEventEnd = 0, activationStart = 0} = (load ?? {}) as {
    domContentLoadedEventEnd?: number;
    activationStart?: number;
  };
  const there = Math.max(domContentLoadedEventEnd, activationStart);
  return there > 0 && performance.now() - there > LATE;
}

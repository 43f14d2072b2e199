/** On this channel documents of an origin say that there is something to see, and nothing else. */
export const CHANNEL = 'consent-gate';

/**
 * Calls `look` whenever another document may have changed our cookie: at its word, at the browser's,
 * and when this one comes back from where it has heard neither.
 * @param look called at once and again a little later
 * @param signal ends it
 */
export function watchCookie(look: () => void, signal: AbortSignal): void {
  let channel: BroadcastChannel | undefined;
  const listen = (target: EventTarget | undefined, type: string, listener: () => void) =>
    target?.addEventListener(type, listener, {signal, capture: true});
  const looks = () => {
    look();
    // ms: a word may be faster than the cookie it is about.
    [100, 500].forEach((time) => setTimeout(() => signal.aborted || look(), time));
  };
  const hear = () => {
    looks();
    try {
      channel?.close();
      channel = new BroadcastChannel(CHANNEL);
      listen(channel, 'message', looks);
    } catch {
      // The events are left.
    }
  };
  hear();
  listen(window, 'pageshow', hear);
  // An open channel could keep a page out of the back/forward cache.
  listen(window, 'pagehide', () => channel?.close());
  // A frozen tab that wakes in the background. https://wicg.github.io/page-lifecycle/
  listen(document, 'resume', looks);
  listen(document, 'visibilitychange', looks);
  // Two windows side by side are both visible.
  listen(window, 'focus', looks);
  try {
    listen(window.cookieStore, 'change', looks);
  } catch {
    // The word is left.
  }
}

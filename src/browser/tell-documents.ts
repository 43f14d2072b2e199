import {CHANNEL} from './watch-cookie.js';

/** Tells the other documents of the origin to look at the cookie. */
export function tellDocuments(): void {
  try {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage(0);
    channel.close();
  } catch {
    // They see it when they are looked at.
  }
}

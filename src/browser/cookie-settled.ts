import {cookieValues} from './cookies.js';

/** How often it is asked, and how long is waited in between, in ms. */
const TRIES = 20;
const PAUSE = 10;

/**
 * Waits, for a moment, until this document sees of a cookie what the browser has. Firefox keeps a copy of
 * the jar in each process: what another tab has just written is not in it yet, and what we have written may
 * not have left it. https://searchfox.org/mozilla-central/source/netwerk/cookie/CookieServiceChild.h
 */
export async function cookieSettled(name: string): Promise<void> {
  // One that never answers would keep the decision from being written.
  await Promise.race([settled(name), pause(TRIES * PAUSE * 2)]);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function settled(name: string): Promise<void> {
  try {
    for (let i = 0; i < TRIES; i++) {
      const values = (await cookieStore.getAll(name)).map(({value}) => value);
      if (values.join() === cookieValues(name).join()) return;
      await pause(PAUSE);
    }
  } catch {
    // No such store, as on http.
  }
}

import {ofDocument} from './document.js';

/**
 * The raw `name=value` pairs of the jar; none where the browser refuses.
 * Not js-cookie's `get`: it decodes names, so `%63onsent-gate` would pass for `consent-gate`, and it
 * hides a second cookie of the same name.
 */
function cookiePairs(): string[] {
  try {
    // Throws where the browser refuses (sandboxed frames).
    return ofDocument('cookie')!.split('; ');
  } catch {
    return [];
  }
}

/** Names of what is in the jar; an empty jar has one empty name. */
export const cookieNames = (): string[] => cookiePairs().map((pair) => pair.split('=')[0]!);

/** All values under exactly this name; more than one means that somebody tossed one in. */
export const cookieValues = (name: string): string[] =>
  cookiePairs()
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));

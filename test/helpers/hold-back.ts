import type {Site} from './site.js';

/**
 * Keeps an address waiting.
 * @returns lets what was asked for there go through, and what is asked for later
 */
export function holdBack(site: Site, match: RegExp | string): () => void {
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  site.answer(match, async () => {
    await held;
    return null;
  });
  return arrive;
}

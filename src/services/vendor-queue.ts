import {globals} from './globals.js';
import type {Page} from './service.js';

/**
 * A vendor's function that keeps calls in its `q` until the script comes, as vendors' snippets make it; the page's own one
 * where there is one. What has been said before the yes is dropped, unless the yes is older than the page.
 */
export function vendorQueue(name: string, page: Page): void {
  const queue: unknown[] = [];
  const found = (globals[name] ??= Object.assign((...call: unknown[]) => queue.push(call), {
    q: queue,
  })) as {q?: unknown[]};
  if (!page.early) found.q?.splice(0);
}

import {watchRoutes} from '../browser/routes.js';
import type {Settings} from './service.js';

/**
 * Tells Metrica of a page view at each change of the page's address without a load, for the counters that want it.
 * https://yandex.com/support/metrica/en/objects/hit
 * @param ym the page's
 * @param signal ends it
 * @param at the address from which changes count
 */
export function countViews(
  ym: (...call: unknown[]) => void,
  settings: readonly Settings[],
  signal: AbortSignal,
  at: string,
): void {
  const routed = settings.filter(({spa}) => spa);
  watchRoutes(
    (url, referer) => routed.forEach((entry) => ym(entry['counterId'], 'hit', url, {referer})),
    signal,
    at,
  );
}

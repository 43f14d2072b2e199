import {watchRoutes} from '../../browser/routes.js';
import type {Service} from '../service.js';
import type {Ym} from '../yandex-metrica.js';

/**
 * Metrica where an entry has `spa`: a page view is told at each change of the page's address without a load, to the
 * counters that want it. https://yandex.com/support/metrica/en/objects/hit
 */
export const service = (_entry: object, register: ReadonlyMap<string, Service>): Service => {
  const metrica = register.get('yandex-metrica') as Service & {readonly ym: Ym};
  return {
    ...metrica,
    load(settings, page) {
      metrica.load!(settings, page);
      const routed = settings.filter(({spa}) => spa);
      watchRoutes(
        (url, referer) =>
          // Without a yes it drops them.
          routed.forEach((entry) => metrica.ym(entry['counterId'], 'hit', url, {referer})),
        page.signal,
      );
    },
  };
};

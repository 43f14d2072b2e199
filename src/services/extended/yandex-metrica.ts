import {isThisView, pageOf} from '../../browser/landing.js';
import {watchRoutes} from '../../browser/routes.js';
import {globals} from '../globals.js';
import type {Service} from '../service.js';
import type {Ym} from '../yandex-metrica.js';

/**
 * Metrica where an entry has `spa`: a page view is told at each change of the page's address without a load, to the
 * counters that want it. https://yandex.com/support/metrica/en/objects/hit
 *
 * The first `init` tells of the view on which the visit began; where the yes comes on a later one, that one is told, too.
 */
export const service = (_entry: object, register: ReadonlyMap<string, Service>): Service => {
  const metrica = register.get('yandex-metrica')!;
  // That of the core, before a page can have put another in its place.
  const own = globals['ym'] as Ym | undefined;
  return {
    ...metrica,
    load(settings, page) {
      metrica.load!(settings, page);
      const ym = own ?? (globals['ym'] as Ym);
      const routed = settings.filter(({spa}) => spa);
      // Without a yes it drops them.
      const tell = (url: string, referer: string) =>
        routed.forEach((entry) => ym(entry['counterId'], 'hit', url, {referer}));
      // What the first `init` has told: the tag takes it from there when it arrives.
      const first = ym.a
        .filter(([, call]) => call === 'init')
        .map(([, , options]) => (options as {url?: string} | undefined)?.url)
        .find(Boolean);
      if (first && !isThisView(first)) tell(location.href, pageOf(first));
      watchRoutes(tell, page.signal);
    },
  };
};

import {drop} from './data-layer.js';
import {globals} from './globals.js';
import type {Page, Service, Settings} from './service.js';

/** The page's way to Metrica. */
export interface Ym {
  (...call: unknown[]): void;
  /** Calls for the tag: it takes them from here when it arrives, and overrides `push` to get the later ones. */
  a: unknown[][];
  /** When the stub was made, ms since 1970. */
  l: number;
}

const WEBVISOR = 'yandex-metrica:webvisor';
const counterId = (entry: Settings) => entry['counterId'] as number;
const wantsWebvisor = ({options}: Settings) => options?.['webvisor'] === true;

let granted = false;
let replay: boolean | undefined;
/**
 * Where the visitor came in, and from where, until a counter has been told: a yes on a later view of
 * an SPA would else count as a direct visit.
 */
let landing: object | undefined;
/** What the page has called before us, where it has put the README's stub or the vendor's in front. */
let early: unknown[][] | undefined;

/**
 * The page's `ym`, ours for as long as the page lives: without a grant a call is dropped. The vendor's
 * own stub would keep it and send it after a later grant, and the tag would deliver a call made after
 * `destruct` at the next `init` (seen in github.com/yandex/metrica-tag).
 */
const ym = ((...call: unknown[]) => {
  if (granted) ym.a.push(call);
}) as Ym;

const initialise = (settings: readonly Settings[], page: Page, defer?: object | false) => {
  granted = true;
  replay = page.has(WEBVISOR);
  for (const entry of settings) {
    ym(counterId(entry), 'init', {
      ...landing,
      ...entry.options,
      webvisor: wantsWebvisor(entry) && replay,
      ...defer,
    });
  }
  landing = undefined;
};

const destroy = (settings: readonly Settings[]) => {
  settings.forEach((entry) => ym(counterId(entry), 'destruct'));
  // Where the tag has not arrived yet, an `init` that waits here would still send its hit.
  ym.a.length = 0;
};

/** The tag looks at this flag before each init: https://yandex.com/support/metrica/general/user-opt-out.html */
const disable = (settings: readonly Settings[], off: boolean) =>
  settings.forEach((entry) => (globals[`disableYaCounter${counterId(entry)}`] = off));

/** Yandex.Metrica: https://yandex.com/support/metrica/en/code/counter-initialize */
export const yandexMetrica: Service = {
  id: 'yandex-metrica',
  revision: 1,
  // The official alternative addresses: https://yandex.com/support/metrica/general/alternative-domain.html
  hosts: ['mc.yandex.ru', 'mc.yandex.com', 'mc.webvisor.org', 'mc.webvisor.com'],
  traces: '__?ym.*|metrika.*',

  parts: (settings) => wantsWebvisor(settings) && [WEBVISOR],

  guard() {
    // The tag hears this one array for as long as the page lives.
    if (!ym.a) {
      early = (globals['ym'] as Ym | undefined)?.a;
      ym.a = [];
    }
    ym.l = Date.now();
    landing = {referrer: document.referrer, url: location.href};
    globals['ym'] = ym;
  },

  load(settings, page) {
    disable(settings, false);
    initialise(settings, page);
    if (page.early) early?.splice(0).forEach((call) => call[1] !== 'init' && ym(...call));
    else
      settings.forEach(({options}) => {
        const name = options?.['ecommerce'];
        // E-commerce reads all of a data layer, also what was pushed before the yes.
        drop(globals[name === true ? 'dataLayer' : (name as string)] as never);
      });
    page.insertScript(settings[0]!.scriptUrl ?? 'https://mc.yandex.ru/metrika/tag.js');
  },

  stop(settings) {
    destroy(settings);
    granted = false;
    disable(settings, true);
  },

  update(settings, page) {
    if (replay !== page.has(WEBVISOR)) {
      // A visit that has been counted is no second page view because of a new setting.
      const counted = globals[`yaCounter${counterId(settings[0]!)}`];
      destroy(settings);
      initialise(settings, page, !!counted && {defer: true});
    }
  },
};

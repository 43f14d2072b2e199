import {
  begin,
  command,
  end,
  GOOGLE_COOKIES,
  GOOGLE_HOSTS,
  GOOGLE_TAGS,
  guard,
  update,
} from './google-consent.js';
import type {Service, Settings} from './service.js';

const globals = globalThis as unknown as Record<string, unknown>;
const measurementId = (entry: Settings) => entry['measurementId'] as string;
const ID = 'google-analytics';

/**
 * The vendor's own switch: the tag looks at it before it sends or stores anything.
 * https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out
 */
const disable = (settings: readonly Settings[], off: boolean) =>
  settings.forEach((entry) => (globals[`ga-disable-${measurementId(entry)}`] = off));

/** Google Analytics 4 through gtag.js: https://developers.google.com/analytics/devguides/collection/gtagjs */
export const googleAnalytics: Service = {
  id: ID,
  revision: 1,
  hosts: GOOGLE_HOSTS,
  cookies: GOOGLE_COOKIES,
  guard,

  load(settings, page) {
    disable(settings, false);
    begin(ID, page);
    command('js', new Date());
    settings.forEach((entry) => command('config', measurementId(entry), {...entry.options}));
    page.insertScript(
      settings[0]!.scriptUrl ?? `${GOOGLE_TAGS}gtag/js?id=${measurementId(settings[0]!)}`,
    );
  },

  stop(settings, page) {
    disable(settings, true);
    end(ID, page);
  },

  update,
};

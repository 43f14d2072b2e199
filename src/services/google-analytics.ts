import {globals} from './globals.js';
import {command, GOOGLE_TAGS, googleService} from './google-consent.js';
import type {Settings} from './service.js';

const measurementId = (entry: Settings) => entry['measurementId'] as string;

/** Google Analytics 4 through gtag.js: https://developers.google.com/analytics/devguides/collection/gtagjs */
export const googleAnalytics = googleService({
  id: 'google-analytics',
  begin(settings, page) {
    command('js', new Date());
    settings.forEach((entry) => command('config', measurementId(entry), {...entry.options}));
    page.insertScript(
      settings[0]!.scriptUrl ?? `${GOOGLE_TAGS}gtag/js?id=${measurementId(settings[0]!)}`,
    );
  },
  /**
   * The vendor's own switch: the tag looks at it before it sends or stores anything.
   * https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out
   */
  disable: (settings, off) =>
    settings.forEach((entry) => (globals[`ga-disable-${measurementId(entry)}`] = off)),
});

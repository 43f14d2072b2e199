import {warn} from '../browser/report.js';
import {globals} from './globals.js';
import type {GoogleService} from './google-consent.js';
import type {Page, Settings} from './service.js';

/** What the entry of one of Google's services may say under `consentMode`, as in config/config.ts. */
export const CONSENT_MODE = {
  ads_data_redaction: 'flag',
  url_passthrough: 'flag',
  consent_update: 'flag',
} as const;
/** Not for a container: nobody knows what it would send. */
export const ADVANCED = {...CONSENT_MODE, sends_before_consent: 'flag'} as const;

/** What is looked at of an entry; a config that is not checked yet may say anything. */
interface ConsentModeEntry {
  readonly consentMode?: Readonly<Record<string, unknown>>;
}

/** What triggers of a container listen for. */
const UPDATED = 'consent_update';

const layer = () => globals['dataLayer'] as unknown[];

/** Puts a command in the layer, as `command` of google-consent.ts does, of which the core has the only one. */
export function command(..._words: unknown[]): void {
  // eslint-disable-next-line prefer-rest-params
  layer().push(arguments);
}

/** The newest of what Google has been told of consent. */
const lastTold = () =>
  layer()
    .filter((item) => (item as Record<number, unknown> | null)?.[0] === 'consent')
    .at(-1);

/**
 * One of Google's services with settings of consent mode: https://developers.google.com/tag-platform/security/guides/consent.
 * Region defaults are not among them: docs/decisions/039-consent-mode.md.
 * @param entry not checked yet
 */
export function withConsentMode<Made extends GoogleService>(service: Made, entry: object): Made {
  const {consent_update, sends_before_consent, ...settings} =
    (entry as ConsentModeEntry).consentMode ?? {};
  let told: unknown;
  return {
    ...service,
    ahead: sends_before_consent === true,
    load(entries: readonly Settings[], page: Page) {
      if (this.ahead)
        warn(`${this.id} sends to Google before the visitor has said yes ("sends_before_consent")`);
      service.load!.call(this, entries, page);
      told = lastTold();
    },
    begin(entries: readonly Settings[], page: Page) {
      Object.entries(settings).forEach((setting) => command('set', ...setting));
      service.begin.call(this, entries, page);
    },
    update(entries: readonly Settings[], page: Page) {
      service.update!(entries, page);
      if (told === (told = lastTold()) || !consent_update) return;
      // Another of Google's services may have said so already.
      const since = layer().slice(layer().lastIndexOf(told));
      if (!since.some((item) => (item as {event?: unknown} | null)?.event === UPDATED))
        layer().push({event: UPDATED});
    },
  };
}

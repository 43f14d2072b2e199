import {warn} from '../browser/report.js';
import {globals} from './globals.js';
import type {GoogleService} from './google-consent.js';
import type {Page, Service, Settings} from './service.js';

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
  readonly service?: unknown;
  readonly consentMode?: Readonly<Record<string, unknown>> | null;
}

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

/** What those know of each other that tell of changes by an event: of the page, where a gate may come after another. */
interface Telling {
  readonly running: Set<string>;
  /** What of the last change has been told by an event. */
  told?: unknown;
}

/**
 * One of Google's services with settings of consent mode: https://developers.google.com/tag-platform/security/guides/consent.
 * Region defaults are not among them: docs/decisions/039-consent-mode.md.
 * @param register the services of the core: what is shared by the files of this kind, which share no code, is kept there
 * @param mentioned all entries of the config, not checked yet: what one of them says holds for the service; ahead of an
 *   answer it goes only where all of its entries do
 */
export function withConsentMode<Made extends GoogleService>(
  service: Made,
  register: ReadonlyMap<string, Service>,
  mentioned: readonly (object | null | undefined)[],
): Made {
  const modes = (mentioned as readonly (ConsentModeEntry | null | undefined)[])
    .filter((entry) => entry?.service === service.id)
    .map((entry) => entry!.consentMode);
  const {
    ask: _asked,
    consent_update,
    sends_before_consent: _,
    ...settings
  } = Object.assign({}, ...modes) as Record<string, unknown>;
  const shared = register.get('google-analytics') as {telling?: Telling};
  const telling = (shared.telling ??= {running: new Set()});
  return {
    ...service,
    ahead: modes.every((mode) => mode?.['sends_before_consent'] === true),
    load(entries: readonly Settings[], page: Page) {
      if (this.ahead)
        warn(`${this.id} sends to Google before the visitor has said yes ("sends_before_consent")`);
      service.load!.call(this, entries, page);
      if (!consent_update) return;
      // Nothing has changed for who has not run.
      if (!telling.running.size) telling.told = lastTold();
      telling.running.add(this.id);
    },
    begin(entries: readonly Settings[], page: Page) {
      Object.entries(settings).forEach((setting) => command('set', ...setting));
      service.begin.call(this, entries, page);
    },
    update(entries: readonly Settings[], page: Page) {
      service.update!(entries, page);
      if (consent_update && telling.told !== (telling.told = lastTold()))
        layer().push({event: 'consent_update'});
    },
    stop(entries: readonly Settings[], page: Page) {
      telling.running.delete(this.id);
      service.stop!.call(this, entries, page);
    },
  };
}

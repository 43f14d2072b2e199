import type {ConsentGate} from './api.js';
import type {ConsentGateConfig} from './config/config.js';
import {fetchModule} from './modules.js';
import {startOnce} from './start.js';

export type {ConsentGate} from './api.js';
export type {
  CategoryConfig,
  ConsentGateConfig,
  LocalizedText,
  OwnServiceEntry,
  ServiceEntry,
  StorageEntry,
  YandexMetricaOptions,
} from './config/config.js';
export type {Layer} from './decision/choice.js';
export type {Decision, Method} from './decision/decision.js';
export type {
  ConsentChangeEvent,
  ConsentEvent,
  ConsentReadyEvent,
  ConsentShownEvent,
} from './decision/events.js';
export type {Receipt} from './decision/receipt.js';
export type {Messages} from './locales/messages.js';

/** Where our later files lie, which may be another host than the page's: also where a bundler has put us. */
const folder = /^https?:.*\//.exec((import.meta as {url?: string}).url ?? '')?.[0] ?? '';

/**
 * Starts the gate of this document and returns it; a second start returns the first.
 *
 * Never throws: an invalid config loads nothing, shows nothing, and says all its errors in the
 * console. On a server it does nothing. Sets no global.
 */
export function startConsentGate(config: ConsentGateConfig): ConsentGate {
  const {gate, begin} = startOnce(fetchModule, folder);
  begin?.(config);
  return gate;
}

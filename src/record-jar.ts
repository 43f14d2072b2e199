import {cookieValues} from './browser/cookies.js';
import {isHttps} from './browser/is-https.js';
import type {ConsentGateConfig} from './config/config.js';
import {readRecord, type DecisionRecord} from './decision/record.js';

/** The first-party cookie that a config asks for. */
export interface RecordJar {
  readonly name: string;
  /** How long an answer holds, yes or no, in days. */
  readonly days: number;
  /** Where it is shared with all subdomains. */
  readonly domain?: string;
}

/** The jar in which a site keeps the decision. */
export function recordJar({cookie}: ConsentGateConfig): RecordJar {
  const domain = cookie?.domain;
  // `__Host-` keeps every other host from setting it; a cookie that is shared on purpose cannot have that.
  const prefix = !isHttps() ? '' : domain ? '__Secure-' : '__Host-';
  return {name: `${prefix}consent-gate`, days: cookie?.days ?? 182, domain};
}

/** What the jar holds: nothing where there is no valid record, or more than one, for a comma is in none. */
export const storedRecord = ({name, days}: RecordJar): DecisionRecord | undefined =>
  readRecord(cookieValues(name).join(), days, Date.now());

/**
 * Puts a text into the jar, where the file that writes is still on its way; it writes again, with all attributes. Where
 * it does not come this holds until the browser is closed. An empty text is no record.
 */
export function jot({name, domain}: RecordJar, text: string): void {
  try {
    // Without it `__Host-` and `__Secure-` cookies stay as they are.
    const secure = name[0] === '_' ? ';Secure' : '';
    document.cookie = `${name}=${text};Path=/${secure}${domain ? `;Domain=${domain}` : ''}`;
  } catch {
    // Nothing is stored there.
  }
}

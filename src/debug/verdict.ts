import {onHosts} from '../browser/url-policy.js';
import type {Seen} from './seen.js';

/** A service as the overlay knows it. */
export interface Suspect {
  readonly id: string;
  /** Whether the visitor has said yes to it at this moment. */
  readonly granted: boolean;
  /** When that was, ms since the page began; 0 where it was before it. */
  readonly since: number;
  /** Hosts that it may ask; `*.` stands for any subdomain. */
  readonly hosts: readonly string[];
  /** Whole names of its cookies, and of its storage entries, as regular expressions. */
  readonly cookies: string;
  readonly storage: string;
}

/** What is to be said of one thing that was seen. */
export interface Verdict {
  /** A leak is what nobody has allowed. */
  readonly leak: boolean;
  readonly text: string;
}

/** ms by which a request may be older than the yes that we were told of: the click comes first. */
const SOON = 50;

const isOf = ({kind, name}: Seen, {hosts, cookies, storage}: Suspect) =>
  kind === 'cookie' || kind === 'storage'
    ? new RegExp(`^(?:${(kind === 'cookie' ? cookies : storage) || '\\b\\B'})$`).test(name)
    : onHosts(hosts, new URL(`https://${name}`));

/**
 * Who has allowed what was seen.
 * @param markup addresses of gated markup that is open, with what it waits for
 */
export function judge(
  seen: Seen,
  suspects: readonly Suspect[],
  markup: ReadonlyMap<string, string>,
): Verdict {
  const {kind, name, url, at} = seen;
  if (kind === 'cookie' && /^(__Host-|__Secure-)?consent-gate$/.test(name))
    return {leak: false, text: 'consent-gate: the visitor’s answer'};
  if (kind !== 'cookie' && name === 'notice-consent-gate')
    return {leak: false, text: 'consent-gate: which notice has been closed'};
  const gated = url && markup.get(url);
  if (gated) return {leak: false, text: `gated markup, granted: ${gated}`};
  const whose = suspects.filter((suspect) => isOf(seen, suspect));
  const ids = (of: readonly Suspect[]) => of.map(({id}) => id).join(', ');
  const granted = whose.filter((one) => one.granted);
  const inTime = granted.filter(({since}) => at === undefined || at + SOON >= since);
  if (inTime.length) return {leak: false, text: `granted: ${ids(inTime)}`};
  if (granted.length) return {leak: true, text: `before the yes to ${ids(granted)}`};
  if (whose.length) return {leak: true, text: `not granted: ${ids(whose)}`};
  return {leak: true, text: 'nobody allowed this'};
}

import {expression} from '../browser/expression.js';
import type {ConsentGateConfig, StorageEntry} from '../config/config.js';
import type {HeldService} from '../services/held-service.js';
import {hash} from './hash.js';
import {wholeOf, type Question} from './question.js';

/** What questions are made of. */
export interface Asking {
  readonly config: Pick<ConsentGateConfig, 'consent' | 'policy'>;
  readonly held: readonly HeldService[];
  readonly questions: readonly Question[];
}

/** Of what an owner has written out. */
const names = (items: unknown) => expression((items ?? []) as StorageEntry[]);

/** Question id → four characters that change when the question itself changes, and not with a comma. */
export type Fingerprints = ReadonlyMap<string, string>;

/**
 * The fingerprints of a site's questions.
 *
 * One is made of the ids, of what the owner says of vendor, country, purposes (sorted, as letters and
 * digits) and storage, and for a service of the register of its `revision`, which stands for what we
 * say of these, and of what its entry makes of it. All change with the version of the separate consent document, and with that of the
 * policy where its publication is what counts.
 */
export function fingerprintsOf({config, held, questions}: Asking): Fingerprints {
  const {consent, policy} = config;
  const edition = [consent?.version, policy.mode === 'publish-is-effective' && policy.version];
  const about = (id: string) => {
    const whole = wholeOf(id);
    const its = held.find(({service}) => service.id === whole);
    if (!its) return undefined;
    const {configured} = its;
    const {revision, variant = ''} = its.service;
    const {vendor, country, cookies, storage} = configured[0]!;
    if (id !== whole) return revision ?? 1;
    return [
      // One of ours whose file has not come has no vendor either.
      revision
        ? `${revision}${variant}`
        : vendor
          ? [vendor, country, names(cookies), names(storage)]
          : 1,
      configured
        // Asked for without what is now asked apart, or with it: another question.
        .flatMap(({purposes = [], consentMode}) => [...purposes, ...(consentMode?.ask ?? [])])
        .map((purpose) => purpose.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
        .sort(),
    ];
  };
  return new Map(
    questions.map(({id, category}) => [
      id,
      hash([id, category, edition, id === category ? undefined : about(id)].join('|'), 4),
    ]),
  );
}

import type {HeldService} from '../services/held-service.js';
import {hash} from './hash.js';

/** What the visitor is asked. */
export interface Question {
  /** A category's id, a service's id, or `service:part` for a sub-question. */
  readonly id: string;
  readonly category: string;
  /** Four characters that change when the question itself changes, and not with a comma. */
  readonly fingerprint: string;
}

/** The service that a sub-question is a part of; any other id itself. */
export const wholeOf = (id: string): string => id.split(':', 1)[0]!;

/**
 * The questions of a site, each category's before those of its services, a service's before those of
 * its parts.
 *
 * A fingerprint is made of the ids, of what the owner says of vendor, country, purposes (sorted, as
 * letters and digits) and storage, and for a service of the register of its `revision`, which stands
 * for what we say of these.
 * @param categories ids of the categories that are asked (not `necessary`)
 * @param edition what makes every question new when it changes: the version of the separate
 *   consent document, and of the policy where its publication is what counts
 */
export function questionsOf(
  categories: readonly string[],
  held: readonly HeldService[],
  edition: readonly unknown[],
): Question[] {
  const ask = (category: string, id: string, about?: unknown): Question => ({
    id,
    category,
    fingerprint: hash([id, category, edition, about].join('|'), 4),
  });
  return categories.flatMap((category) => [
    ask(category, category),
    ...held
      .filter((candidate) => candidate.category === category)
      .flatMap(({service: {id, revision, cookies, storage}, settings, parts}) => [
        ask(category, id, [
          revision ?? [settings[0]!['vendor'], settings[0]!['country'], cookies, storage],
          settings
            .flatMap((entry) => entry.purposes ?? [])
            .map((purpose) => purpose.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
            .sort(),
        ]),
        ...parts.map((part) => ask(category, part, revision)),
      ]),
  ]);
}

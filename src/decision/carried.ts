import type {Fingerprints} from './fingerprints.js';
import type {DecisionRecord} from './record.js';

/*
 * Answers on their way to a sister site, as a part of an address: `consent-gate=1~<seconds>~n.<id>~y.<id>.<fingerprint>`.
 * Written and read to the letter, as the record is.
 */

/** What a link has brought. */
export interface Carried {
  /** When it was clicked, in ms since 1970. */
  readonly time: number;
  /** Ids of the questions that were refused. */
  readonly refused: ReadonlySet<string>;
  /** Id → fingerprint of the questions that were granted. */
  readonly granted: ReadonlyMap<string, string>;
  /** The fragment that the link has without it. */
  readonly own: string;
}

/** No fragment of ours is longer: of a record there is less than that. */
const LONGEST = 8000;

/** @param now ms since 1970; undefined where there is nothing to carry */
export function writeCarried(
  {answers}: DecisionRecord,
  fingerprints: Fingerprints,
  now: number,
): string | undefined {
  const items = [...answers.matchAll(/~([yn])\.([^.]+)\./g)]
    .map(([, word, id]) => ({id: id!, yes: word === 'y', fingerprint: fingerprints.get(id!)}))
    // What another page of this host asks no link of this one can offer.
    .filter(({yes, fingerprint}) => !yes || fingerprint)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({id, yes, fingerprint}) => (yes ? `~y.${id}.${fingerprint}` : `~n.${id}`))
    .join('');
  return items && `consent-gate=1~${Math.floor(now / 1000)}${items}`;
}

/**
 * Reads a fragment; nothing where it is not exactly one that we could have written.
 * @param hash with its `#`
 */
export function readCarried(hash: string): Carried | undefined {
  if (hash.length > LONGEST) return undefined;
  const [, own = '', seconds, answers] =
    /^#(?:(.+)&)?consent-gate=1~([1-9]\d{9})((?:~n\.[a-z0-9:-]{1,40}|~y\.[a-z0-9:-]{1,40}\.[0-9a-z]{4})+)$/.exec(
      hash,
    ) ?? [];
  if (!answers || own.includes('consent-gate=')) return undefined;
  const items = answers
    .slice(1)
    .split('~')
    .map((item) => item.split('.') as ['y' | 'n', string, string?]);
  const ids = items.map(([, id]) => id);
  // In order, and none twice.
  if (ids.join() !== [...new Set(ids)].sort().join()) return undefined;
  return {
    time: Number(seconds) * 1000,
    refused: new Set(items.flatMap(([word, id]) => (word === 'n' ? [id] : []))),
    granted: new Map(
      items.flatMap(([, id, fingerprint]) => (fingerprint ? [[id, fingerprint] as const] : [])),
    ),
    own,
  };
}

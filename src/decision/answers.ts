import type {Fingerprints} from './fingerprints.js';
import type {DecisionRecord} from './record.js';

/*
 * `DecisionRecord.answers` as a list: reading it, comparing it with the questions of today, and
 * putting two of them together.
 */

/** Question id → yes or no. */
const read = ({answers}: DecisionRecord) =>
  new Map([...answers.matchAll(/~([yn])\.([^.]+)\./g)].map(([, word, id]) => [id!, word === 'y']));

const write = (answers: ReadonlyMap<string, boolean>, fingerprints: Fingerprints) =>
  [...answers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, yes]) => `~${yes ? 'y' : 'n'}.${id}.${fingerprints.get(id)}`)
    .join('');

/** The record without the answers to questions that are not asked any more, or not in these words. */
export const stillValid = (record: DecisionRecord, fingerprints: Fingerprints): DecisionRecord => ({
  ...record,
  answers: record.answers.replace(/~[yn]\.(.*?)\.(\w+)/g, (item, id: string, fingerprint) =>
    fingerprints.get(id) === fingerprint ? item : '',
  ),
});

/** The record as it is written: in the order of the ids, each answer with the fingerprint of its question. */
export const sealed = (record: DecisionRecord, fingerprints: Fingerprints): DecisionRecord => ({
  ...record,
  answers: write(read(record), fingerprints),
});

/**
 * Two decisions that were made without knowing of each other, as one: where either says no, it is no.
 * @param mine how it was decided is taken from here
 */
export function merged(
  mine: DecisionRecord,
  theirs: DecisionRecord,
  fingerprints: Fingerprints,
): DecisionRecord {
  const answers = read(theirs);
  for (const [id, yes] of read(mine)) answers.set(id, yes && answers.get(id) !== false);
  return {...mine, answers: write(answers, fingerprints)};
}

/** Room for them in one cookie, in bytes. */
const MOST = 3500;

/**
 * A record with the answers that the jar holds to questions which this page does not ask: another page of
 * the host may, with a config of its own. A no stays. A yes stays where it was given on the same day, for it
 * must not hold longer than its days, and where not everything has been refused now, nor anything withdrawn:
 * which category it is of only its own page knows.
 */
export function withOthers(
  record: DecisionRecord,
  before: DecisionRecord | undefined,
  fingerprints: Fingerprints,
): DecisionRecord {
  const items = ({answers}: DecisionRecord) =>
    [...answers.matchAll(/~([yn])\.([^.]+)\.\w+/g)].map(
      ([item, word, id]) => ({item, yes: word === 'y', id: id!}) as const,
    );
  const own = items(record);
  const yesStays =
    own.some(({yes}) => yes) &&
    before?.decidedAt === record.decidedAt &&
    !own.some(({yes, id}) => !yes && before.answers.includes(`~y.${id}.`));
  const others = before
    ? items(before).filter(({yes, id}) => !fingerprints.has(id) && (!yes || yesStays))
    : [];
  const answers = [...own, ...others]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({item}) => item)
    .join('');
  return answers.length > MOST ? record : {...record, answers};
}

/**
 * A decision after another document has forgotten the one it was built on: a yes that stood there is none
 * any more, for it may not have been said again.
 * @param forgotten the answers that were known
 * @returns undefined where nothing is left
 */
export function withoutGrants(
  record: DecisionRecord,
  forgotten: string,
): DecisionRecord | undefined {
  const answers = record.answers.replace(/~y[^~]+/g, (item) =>
    forgotten.includes(item) ? '' : item,
  );
  return answers ? {...record, answers} : undefined;
}

/**
 * A record in which what has been refused elsewhere is refused, and nothing else is changed.
 * @param without how a record is made where there is none
 * @returns the same where it is so already
 */
export function withRefusals(
  record: DecisionRecord | undefined,
  refused: ReadonlySet<string>,
  without: DecisionRecord,
): DecisionRecord | undefined {
  const before = new Map(record && read(record));
  const after = new Map(before);
  for (const id of refused) after.set(id, false);
  if ([...after].every(([id, yes]) => before.get(id) === yes)) return record;
  const answers = [...after].map(([id, yes]) => `~${yes ? 'y' : 'n'}.${id}.`).join('');
  // As old as it was where a yes is left, which must not hold longer for it.
  return {...(answers.includes('~y') && record ? record : without), answers};
}

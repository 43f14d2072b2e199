/** How an answer came about: a person's click, a tool's click, or a call of the API. */
export type Method = 'ui' | 'synthetic' | 'api';

/** A decision as it is written in the cookie. */
export interface DecisionRecord {
  /** ISO 8601 day, UTC. */
  readonly decidedAt: string;
  readonly method: Method;
  readonly language: string;
  readonly policyVersion: string;
  /** Six characters: hash of all that the texts are made of. Added when it is written. */
  readonly textHash?: string;
  /**
   * `~y.<id>.<fingerprint>` or `~n.…` for each answer, in the order of the ids. What has just been
   * answered gets order and fingerprint when it is written.
   */
  readonly answers: string;
  /** All of it, as it was read. */
  readonly text?: string;
  /** In memory, of an answer given here: as in `Circumstances`. */
  readonly only?: boolean;
}

const DAY = 864e5;

/**
 * Reads a record to the letter: what could not have been written is no decision, nor is one of the
 * future or one older than `days`.
 * @param days how long an answer holds, in days
 * @param now ms since 1970
 */
export function readRecord(text: string, days: number, now: number): DecisionRecord | undefined {
  const record =
    /^(?<text>1~(?<decidedAt>\d{4}(-\d\d){2})~(?<method>ui|synthetic|api)~(?<language>[a-z]{2,3}(-\w{2,8}){0,3})~(?<policyVersion>[\w.-]{1,32})~(?<textHash>[0-9a-z]{6})(?<answers>(~[yn]\.[a-z0-9:-]{1,40}\.[0-9a-z]{4})+))$/.exec(
      text,
    )?.groups as DecisionRecord | undefined;
  if (record) {
    const time = Date.parse(record.decidedAt);
    const ids = record.answers.split('~').map((item) => item.slice(2, -5));
    if (
      // A clock may since have been put back by a day; not a number is never in the window.
      now - time > -DAY &&
      now - time < days * DAY &&
      // 30 February is another day.
      new Date(time).toISOString().startsWith(record.decidedAt) &&
      // In order, and none twice.
      ids.join() === [...new Set(ids)].sort().join()
    ) {
      return record;
    }
  }
  return undefined;
}

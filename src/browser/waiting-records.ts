import {AFTER_RELOAD} from './reload-note.js';

/**
 * In `localStorage`, what is still to be sent to the owner's endpoint. The same name as that of the note of a reload, for which every page of
 * ours looks in both storages (gates/any-left.ts): so a page with something to send fetches what sends it, and no other does.
 */
export const WAITING = AFTER_RELOAD;

/** A choice that is still to be sent. */
export interface WaitingRecord {
  /** UUID of the record that it becomes. */
  readonly id: string;
  /** Seconds since 1970 (UTC) of the choice. */
  readonly at: number;
  /** The decision as it stands in the cookie; empty where it was forgotten. */
  readonly said: string;
  /** What is sent, once it is written: from then on it stays the same. */
  readonly body?: string;
}

/** Where nothing can be stored it waits here. */
let unstored: readonly unknown[] | undefined;

const isOne = (item: unknown): item is WaitingRecord => {
  const {id, at, said, body = ''} = (item ?? {}) as Partial<Record<keyof WaitingRecord, unknown>>;
  return typeof at === 'number' && [id, said, body].every((text) => typeof text === 'string');
};

/** All that waits, the oldest first. What is none of ours is none. */
export function waitingRecords(): readonly WaitingRecord[] {
  let found: unknown = unstored;
  try {
    found ??= JSON.parse(localStorage.getItem(WAITING) ?? '[]');
  } catch {
    // There is no storage, or it holds something else.
  }
  return Array.isArray(found) ? found.filter(isOne) : [];
}

function keep(all: readonly WaitingRecord[]): boolean {
  try {
    if (all.length) localStorage.setItem(WAITING, JSON.stringify(all));
    else localStorage.removeItem(WAITING);
    unstored = undefined;
    // What a page has changed may store something else, without a word.
    if (waitingRecords().length !== all.length) throw new Error('not stored');
    return true;
  } catch {
    unstored = all;
    return false;
  }
}

/**
 * Adds one at the end.
 * @returns whether it is stored: where it is not, this copy of the file alone knows of it
 */
export const addWaiting = (item: WaitingRecord): boolean => keep([...waitingRecords(), item]);

/** Puts one into its place; one that has been sent meanwhile does not come back. */
export const changeWaiting = (item: WaitingRecord): boolean =>
  keep(waitingRecords().map((one) => (one.id === item.id ? item : one)));

/** Takes one out. */
export const dropWaiting = (gone: string): boolean =>
  keep(waitingRecords().filter(({id}) => id !== gone));

/**
 * From when on what waits may still be sent, in seconds since 1970.
 * @param days how long an answer holds
 */
export const oldestSent = (days: number): number => Date.now() / 1000 - days * 86_400;

/**
 * Takes out what is too old to be sent. Of a site that has no endpoint any more, the rest, too, goes with time: another page of this host
 * may have one.
 * @param oldest seconds since 1970
 */
export const dropOlder = (oldest: number): boolean =>
  keep(waitingRecords().filter(({at}) => at > oldest));

/** All records of a run, and what is read from them. */
import {measureOf} from './measures.mjs';
import {summarise} from './statistics.mjs';

export class Results {
  #records = new Map();

  constructor(emptyId) {
    this.emptyId = emptyId;
  }

  add(condition, round, contenderId, record) {
    this.#records.set(place(condition.id, round, contenderId), record);
    this.rounds = Math.max(this.rounds ?? 0, round + 1);
  }

  /** A measure as the report shows it: what has a `minus` as a difference to the empty page. */
  summary(conditionId, contenderId, key) {
    const {minus} = measureOf(key);
    return summarise(
      this.#rounds(conditionId, contenderId).map(({record, empty}) =>
        minus ? record?.[key] - empty?.[minus] : record?.[key],
      ),
    );
  }

  /** What the empty page has of it: where the others are differences, what they are differences to. */
  emptySummary(conditionId, key) {
    const {minus} = measureOf(key);
    return summarise(
      this.#rounds(conditionId, this.emptyId).map(({record}) => record?.[minus ?? key]),
    );
  }

  /** In how many of the rounds it was so. */
  share(conditionId, contenderId, key) {
    const seen = this.#rounds(conditionId, contenderId)
      .map(({record}) => record?.[key])
      .filter((value) => value !== undefined);
    return {yes: seen.filter(Boolean).length, n: seen.length};
  }

  #rounds(conditionId, contenderId) {
    return Array.from({length: this.rounds ?? 0}, (_, round) => ({
      record: this.#records.get(place(conditionId, round, contenderId)),
      empty: this.#records.get(place(conditionId, round, this.emptyId)),
    }));
  }
}

function place(...parts) {
  return parts.join(' ');
}

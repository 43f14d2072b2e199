import type {ConsentGateConfig} from '../config/config.js';
import type {Fingerprints} from './fingerprints.js';
import {isAhead} from './is-ahead.js';
import type {Question} from './question.js';
import type {DecisionRecord} from './record.js';

/*
 * Who has answered under an earlier version of the policy is asked what is new in it when it holds, not before. Until
 * then such a question counts as a no: in memory alone, for the visitor has not said it.
 */

const refuses = () => (navigator as {globalPrivacyControl?: boolean}).globalPrivacyControl;

/** What is asked, under which policy. */
export interface Asked {
  readonly config: Pick<ConsentGateConfig, 'policy'>;
  readonly questions: readonly Question[];
}

/** What a visitor brings who has answered under another version of the policy. */
interface Earlier {
  readonly config: Asked['config'];
  readonly record: DecisionRecord;
  /** Ids of the questions that are not asked yet. */
  readonly unasked: ReadonlySet<string>;
  /** The questions in the order that they had. */
  readonly order: readonly Question[];
}

let earlier: Earlier | undefined;

/** The answers in a record without those that nobody has given. */
const saidIn = ({answers}: DecisionRecord, {unasked}: Earlier): string =>
  answers.replace(/~n\.([^.]+)[^~]+/g, (item, id: string) => (unasked.has(id) ? '' : item));

/**
 * What the visitor still brings from an earlier version; nothing once everything has been answered under this one. A single
 * yes, such as that of a placeholder, is no answer to it.
 * @param record as it is in memory now
 */
export const earlierOf = (
  config: Asked['config'] | undefined,
  record: DecisionRecord | undefined,
): Earlier | undefined =>
  earlier?.config === config && (record?.only || record?.policyVersion !== config?.policy.version)
    ? earlier
    : undefined;

/** Whether a question that was not asked until now has been, with everything else. */
export const isAskedNow = (config: Asked['config'], record: DecisionRecord | undefined): boolean =>
  !!earlier?.unasked.size && !earlierOf(config, record);

/**
 * A record with a no for each question that is not asked yet; the record itself where there is none, and where none of its
 * answers holds here, for then everything is asked.
 * @param record with the answers that hold
 */
export function withUnasked(
  record: DecisionRecord,
  asked: Asked,
  fingerprints: Fingerprints,
): DecisionRecord {
  const {config} = asked;
  const questions = asked.questions as Question[];
  const order = earlier?.config === config ? earlier.order : [...questions];
  const {version, mode, publishedAt, effectiveAt = publishedAt} = config.policy;
  const unasked = new Set<string>();
  let {answers} = record;
  const isEarlier = record.policyVersion !== version && mode !== 'publish-is-effective';
  if (isEarlier && answers && isAhead(effectiveAt)) {
    for (const {id, category} of order) {
      // What the browser refuses by itself is no question now.
      if (answers.includes(`.${id}.`) || (category === 'advertising' && refuses())) continue;
      unasked.add(id);
      answers += `~n.${id}.${fingerprints.get(id)}`;
    }
  }
  earlier = isEarlier ? {config, record, unasked, order} : undefined;
  // The very list that the store goes by. `decide` has a category granted where its own question is, and all of its
  // services' that come after it: so what is not asked takes nothing away from what was granted.
  questions.splice(
    0,
    order.length,
    ...[true, false].flatMap((first) => order.filter(({id}) => unasked.has(id) === first)),
  );
  return {...record, answers};
}

/** What of a record in memory the visitor has said. */
export const saidOf = (
  config: Asked['config'],
  record: DecisionRecord | undefined,
): DecisionRecord | undefined => {
  const brought = earlierOf(config, record);
  return record && brought ? {...record, answers: saidIn(record, brought)} : record;
};

/** A no to what is not asked yet, from where the visitor was asked: from now on it has been said. */
export const hear = ({answers}: DecisionRecord): void =>
  earlier?.unasked.forEach((id) => {
    if (answers.includes(`~n.${id}.`)) (earlier!.unasked as Set<string>).delete(id);
  });

/**
 * A record as it may be written: without what the visitor has not said.
 * @param before what the jar holds
 */
export function withoutUnasked(
  mine: DecisionRecord,
  config: Asked['config'],
  before: DecisionRecord | undefined,
): DecisionRecord {
  const brought = earlierOf(config, mine);
  // Everything may have been answered meanwhile, in another document.
  if (!brought || before?.policyVersion === config.policy.version) return mine;
  const {policyVersion, textHash} = brought.record;
  return {
    ...mine,
    // So that it is looked at again at each load, and what is not asked stays so.
    policyVersion,
    textHash,
    answers: saidIn(mine, brought),
  };
}

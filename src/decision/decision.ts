import {wholeOf, type Question} from './question.js';
import type {DecisionRecord, Method} from './record.js';

export type {Method};

/** All answers of one visitor, with when and how they were given. Frozen. */
export interface Decision {
  /** 'decided' when every question of this site has a valid answer. */
  readonly status: 'undecided' | 'decided';
  /** Category id → granted: its own question and those of all its services. */
  readonly categories: Readonly<Record<string, boolean>>;
  /** Service or sub-question id → granted. */
  readonly services: Readonly<Record<string, boolean>>;
  /** Ids of the questions that are still to be asked. */
  readonly unanswered: readonly string[];
  /** ISO 8601 day (UTC) of the last answer, or null. */
  readonly decidedAt: string | null;
  readonly method: Method | null;
  /** Version of the policy that was shown when the visitor answered, or null. */
  readonly policyVersion: string | null;
  /** Language tag of the texts that were shown, or null. */
  readonly language: string | null;
}

/** What a question's state is: granted, denied, or not answered yet. */
export type Answered = boolean | undefined;

/** Whether a category, service or sub-question is granted; undefined for an id that is none of this site's. */
export const isGranted = ({categories, services}: Decision, id: string): boolean | undefined =>
  categories[id] ?? services[id];

/**
 * The decision that a record amounts to for the questions of this site.
 * @param free ids of the services under `necessary`, which need no grant
 * @param answerOf the valid answer to a question, standing refusals included; needed where there are any
 */
export function decide(
  questions: readonly Question[],
  free: readonly string[],
  record?: DecisionRecord,
  answerOf?: (question: Question) => Answered,
): Decision {
  // Without a prototype: a page that has changed Object.prototype must not look like a grant.
  const categories = Object.create(null) as Record<string, boolean>;
  const services = Object.create(null) as Record<string, boolean>;
  const unanswered: string[] = [];
  categories['necessary'] = true;
  free.forEach((id) => (services[id] = true));
  for (const question of questions) {
    const {id, category} = question;
    const answer = answerOf!(question);
    const whole = wholeOf(id);
    if (answer === undefined) unanswered.push(id);
    if (id === category) categories[id] = !!answer;
    else {
      services[id] = !!answer && (id === whole || services[whole]!);
      if (id === whole) categories[category] &&= !!answer;
    }
  }
  return Object.freeze({
    status: record && unanswered.length < 1 ? 'decided' : 'undecided',
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    unanswered: Object.freeze(unanswered),
    decidedAt: record?.decidedAt ?? null,
    method: record?.method ?? null,
    policyVersion: record?.policyVersion ?? null,
    language: record?.language ?? null,
  });
}

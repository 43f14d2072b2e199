import {decide, isGranted, type Answered, type Decision, type Method} from './decision.js';
import {wholeOf, type Question} from './question.js';
import type {DecisionRecord} from './record.js';

/** How an answer was given, for the record. */
export interface Circumstances {
  readonly method: Method;
  readonly language: string;
  /** True where nothing else was asked: what is not named by its own id is left as it was, answered or not. */
  readonly only?: boolean;
}

export interface StoreRules {
  readonly questions: readonly Question[];
  /** What was stored when the page began, without answers to questions that have changed since. */
  readonly record: DecisionRecord | undefined;
  readonly policyVersion: string;
  /** The services under `necessary`. */
  readonly free: readonly string[];
  /** A standing refusal of the browser, such as Global Privacy Control; the visitor's own answer goes before it. */
  refused(question: Question): boolean;
  /** Called before an answer is taken. */
  answering(): void;
  /**
   * Told at each change, once; without a record after a reset.
   * @param own true where it is to be written: decided here, not found in the jar
   */
  changed(previous: Decision, record: DecisionRecord | undefined, own: boolean): void;
}

/** The one place that knows the decision; everybody else asks or is told. */
export interface Store {
  readonly decision: Decision;
  readonly record: DecisionRecord | undefined;
  /** The answer to one question: yes, no, or none yet. */
  answer(id: string): Answered;
  /** Whether a category, service or sub-question is granted; undefined for an id that is none of this site's. */
  has(id: string): Answered;
  /**
   * Answers questions. `true`: yes to everything but what the browser refuses; `false`: no to
   * everything. By id: a service's own answer beats its category's; a sub-question is granted by its
   * own name only, and denied with its service; what is not named keeps its answer, and is no if it
   * had none, unless `how` says otherwise.
   */
  answerAs(what: boolean | ReadonlyMap<string, boolean>, how: Circumstances): void;
  reset(): void;
  /** Takes over what another document of the site has decided. */
  follow(record?: DecisionRecord): void;
}

export function createStore({questions, refused, ...rules}: StoreRules): Store {
  let {record} = rules;

  const own = ({id}: Question): Answered => {
    const said = (word: string) => record?.answers.includes(`~${word}.${id}.`);
    return said('y') || (said('n') ? false : undefined);
  };
  const answer = (question: Question) => own(question) ?? (refused(question) ? false : undefined);
  const decideNow = () => decide(questions, rules.free, record, answer);

  let decision = decideNow();
  const change = (next?: DecisionRecord, own = true) => {
    const previous = decision;
    record = next;
    decision = decideNow();
    rules.changed(previous, record, own);
  };
  const newAnswer = (
    question: Question,
    what: boolean | ReadonlyMap<string, boolean>,
    only?: boolean,
  ): Answered => {
    const {id, category} = question;
    // A standing refusal is never written down as if the visitor had said it.
    const refusal = refused(question) ? undefined : false;
    if (what === true) return refusal === false || own(question);
    if (!what) return false;
    if (only) return what.get(id) ?? own(question);
    const whole = wholeOf(id);
    const above = what.get(whole) ?? what.get(category);
    return what.get(id) ?? (id !== whole && above ? undefined : above) ?? own(question) ?? refusal;
  };

  return {
    get decision() {
      return decision;
    },
    answer: (id) =>
      questions
        .filter((question) => question.id === id)
        .map(answer)
        // Not `[0]`: an empty list may have one from a page's `Array.prototype`.
        .at(0),
    has: (id) => isGranted(decision, id),
    answerAs(what, how) {
      rules.answering();
      const answers = questions
        .map((question) => {
          const yes = newAnswer(question, what, how.only);
          return yes === undefined ? '' : `~${yes ? 'y' : 'n'}.${question.id}.`;
        })
        .join('');
      const decidedAt = new Date().toISOString().slice(0, 10);
      if (answers) change({...how, decidedAt, policyVersion: rules.policyVersion, answers});
    },
    reset: () => change(),
    follow: (next) => change(next, false),
    get record() {
      return record;
    },
  };
}

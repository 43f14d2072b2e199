import type {Choice, ChoiceCategory, Layer, Shown} from '../../src/decision/choice.js';
import type {Decision, Method} from '../../src/decision/decision.js';
import {messages as en} from '../../src/locales/en.js';
import type {Messages} from '../../src/locales/messages.js';
import {messages as ru} from '../../src/locales/ru.js';
import {details} from '../../src/services/details.js';

/** A call the UI has made. */
export type Call =
  | {call: 'acceptAll' | 'rejectAll'; method: Method; shown: Shown}
  | {call: 'choose'; answers: Readonly<Record<string, boolean>>; method: Method; shown: Shown}
  | {call: 'announce'; layer: Layer};

/** A `Choice` that writes down what it is told, with an answerable decision. */
export interface FakeChoice extends Choice {
  readonly calls: Call[];
  /** Language the page wants; `speak` alone does not tell the UI. */
  speak(language: string): void;
  /** Grants or denies by id, as if in another tab; everything else stays. */
  answer(answers: Readonly<Record<string, boolean>>): void;
  /** Forgets all answers. */
  forget(): void;
}

const yandexMetrica = {
  id: 'yandex-metrica',
  name: 'Yandex.Metrica',
  vendor: 'Yandex',
  country: 'RU',
  purposes: ['statistics', 'behaviour'],
  abroad: false,
  subQuestions: [{id: 'yandex-metrica:webvisor', purposes: ['session-replay']}],
};

const googleAnalytics = {
  id: 'google-analytics',
  name: 'Google Analytics',
  vendor: 'Google',
  country: 'US',
  purposes: ['statistics', 'behaviour'],
  abroad: true,
  subQuestions: [],
};

const helpdesk = {
  id: 'helpdesk',
  name: {en: 'Help desk chat', ru: 'Чат поддержки'},
  vendor: 'Help Desk Ltd',
  country: 'DE',
  purposes: ['communication'],
  abroad: true,
  subQuestions: [],
  stored: {
    cookies: [{name: 'chat_*', days: 30, purpose: 'keeps the conversation'}],
    storage: [{name: 'chat-draft', days: null}],
  },
};

/** The categories of a site with everything that the UI has to show. */
export const categories: readonly ChoiceCategory[] = [
  {id: 'necessary', services: []},
  {id: 'functional', services: [helpdesk]},
  {id: 'analytics', services: [yandexMetrica, googleAnalytics]},
  {id: 'advertising', services: []},
];

const optional = (all: readonly ChoiceCategory[]) => all.filter(({id}) => id !== 'necessary');

const texts: Readonly<Record<string, Messages>> = {en, ru};

/** Makes a fake choice; `over` replaces what a test is about. */
export function fakeChoice(over: Partial<Choice> = {}): FakeChoice {
  const all = over.categories ?? categories;
  const answers = new Map<string, boolean>();
  const listeners = new Set<(decision: Decision) => void>();
  const calls: Call[] = [];
  let language = 'en';

  const questions = optional(all).flatMap((category) => [
    category.id,
    ...category.services.flatMap(({id, subQuestions}) => [
      id,
      ...subQuestions.map((part) => part.id),
    ]),
  ]);
  const granted = (id: string) => answers.get(id) === true;
  const decision = (): Decision => ({
    status: questions.every((id) => answers.has(id)) ? 'decided' : 'undecided',
    categories: Object.fromEntries(
      all.map(({id, services}) => [
        id,
        id === 'necessary' || (granted(id) && services.every((service) => granted(service.id))),
      ]),
    ),
    services: Object.fromEntries(
      questions
        .filter((id) => all.every((category) => category.id !== id))
        .map((id) => [id, granted(id)]),
    ),
    unanswered: questions.filter((id) => !answers.has(id)),
    decidedAt: answers.size ? '2026-11-22' : null,
    method: answers.size ? 'ui' : null,
    policyVersion: answers.size ? '2026-11-01' : null,
    language: answers.size ? 'en' : null,
  });
  const tell = () => listeners.forEach((listener) => listener(decision()));
  const answerAll = (granted: boolean) => {
    questions.forEach((id) => answers.set(id, granted));
    tell();
  };

  return {
    categories: all,
    policy: {url: '/privacy', version: '2026-11-01'},
    operator: {name: 'IMPER Group', email: 'mail@example.com', country: 'RU'},
    theme: 'auto',
    layout: 'bar',
    privacySignal: false,
    decision,
    language: () => language,
    messages: (tag) => Promise.resolve(texts[tag]!),
    details: () => Promise.resolve(details),
    subscribe(fn) {
      listeners.add(fn);
      fn(decision());
      return () => void listeners.delete(fn);
    },
    acceptAll(method, shown) {
      calls.push({call: 'acceptAll', method, shown});
      answerAll(true);
    },
    rejectAll(method, shown) {
      calls.push({call: 'rejectAll', method, shown});
      answerAll(false);
    },
    choose(chosen, method, shown) {
      calls.push({call: 'choose', answers: chosen, method, shown});
      this.answer(chosen);
    },
    announce(layer) {
      calls.push({call: 'announce', layer});
    },
    ...over,
    calls,
    speak(tag) {
      language = tag;
    },
    answer(chosen) {
      for (const [id, granted] of Object.entries(chosen)) answers.set(id, granted);
      tell();
    },
    forget() {
      answers.clear();
      tell();
    },
  };
}

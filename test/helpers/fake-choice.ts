import type {ChoiceCategory, Layer} from '../../src/decision/choice.js';
import type {Decision, Method} from '../../src/decision/decision.js';
import {messages as en} from '../../src/locales/en.js';
import type {Messages} from '../../src/locales/messages.js';
import {messages as ru} from '../../src/locales/ru.js';
import {createPreferences} from '../../src/preferences.js';
import * as google from '../../src/services/details/google-analytics.js';
import * as metrica from '../../src/services/details/yandex-metrica.js';
import type {LayeredChoice} from '../../src/ui/choice/layered-choice.js';

/** A call the UI has made. */
export type Call =
  | {call: 'acceptAll' | 'rejectAll'; method: Method; language: string}
  | {call: 'choose'; answers: Readonly<Record<string, boolean>>; method: Method; language: string}
  | {call: 'announce'; layer: Layer};

/** A choice that writes down what it is told, with an answerable decision. */
export interface FakeChoice extends LayeredChoice {
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
  subQuestions: [{id: 'yandex-metrica:webvisor', purposes: ['session-replay']}],
};

const googleAnalytics = {
  id: 'google-analytics',
  name: 'Google Analytics',
  vendor: 'Google',
  country: 'US',
  purposes: ['statistics', 'behaviour'],
  subQuestions: [],
};

const helpdesk = {
  id: 'helpdesk',
  name: {en: 'Help desk chat', ru: 'Чат поддержки'},
  vendor: 'Help Desk Ltd',
  country: 'DE',
  purposes: ['communication'],
  subQuestions: [],
  cookies: [{name: 'chat_*', days: 30, purpose: 'keeps the conversation'}],
  storage: ['chat-draft'],
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
export function fakeChoice(over: Partial<LayeredChoice> = {}): FakeChoice {
  const all = over.categories ?? categories;
  const answers = new Map<string, boolean>();
  const listeners = new Set<() => void>();
  const calls: Call[] = [];
  let spoken = 'en';

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
  const tell = () => listeners.forEach((listener) => listener());
  const answerAll = (granted: boolean) => {
    questions.forEach((id) => answers.set(id, granted));
    tell();
  };

  return {
    categories: all,
    policy: {url: '/privacy', version: '2026-11-01'},
    operator: {name: 'IMPER Group', email: 'mail@example.com', country: 'RU'},
    jar: {name: '__Host-consent-gate', days: 182},
    privacySignal: false,
    decision,
    language: () => spoken,
    messages: (tag) => Promise.resolve(texts[tag]!),
    preferences: () =>
      Promise.resolve([
        {createPreferences},
        Promise.resolve(metrica),
        Promise.resolve(),
        Promise.resolve(google),
      ]),
    subscribe(fn) {
      listeners.add(fn);
    },
    answerAs(what, method, language) {
      if (typeof what === 'boolean') {
        calls.push({call: what ? 'acceptAll' : 'rejectAll', method, language});
        answerAll(what);
      } else {
        const chosen = Object.fromEntries(what);
        calls.push({call: 'choose', answers: chosen, method, language});
        this.answer(chosen);
      }
    },
    show(layer) {
      return document.querySelector('consent-choice')!.show(this, layer);
    },
    announce(layer) {
      calls.push({call: 'announce', layer});
    },
    ...over,
    calls,
    speak(tag) {
      spoken = tag;
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

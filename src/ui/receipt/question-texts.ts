import {categoryText} from '../choice/category-text.js';
import {categoryTitle} from '../choice/category-title.js';
import {isAsked, questions} from '../choice/questions.js';
import {abroad} from '../shared/abroad.js';
import {fill} from '../shared/fill.js';
import {localized} from '../shared/localized.js';
import {located} from '../shared/located.js';
import {purposes} from '../shared/purposes.js';
import type {View} from '../shared/view.js';

/**
 * Each question by itself, in the sentences in which both layers ask: who asks, what for, who gets the data, and where.
 * @returns by the id of the question
 */
export function questionTexts(view: View): ReadonlyMap<string, string> {
  const {choice, messages, language} = view;
  const asked = questions(view);
  const ask = (id: string) => {
    const {purposes: keys} = asked.find((question) => question.id === id)!;
    const operator = localized(choice.operator.name, language);
    return keys.length ? fill(messages.ask, {operator, purposes: purposes(keys, view)}) : '';
  };
  const sentences = (...all: string[]) => all.filter(Boolean).join(' ');
  return new Map(
    choice.categories.filter(isAsked).flatMap((category) => {
      const {id, services} = category;
      return [
        [
          id,
          sentences(`${categoryTitle(category, view)}:`, categoryText(category, view), ask(id)),
        ] as const,
        ...services.flatMap((service) => {
          const name = localized(service.name, language);
          const recipient = fill(messages.recipients, {vendors: located(service, view)});
          const place = abroad([service], view);
          return [service, ...service.subQuestions].map(
            (one) => [one.id, sentences(`${name}:`, ask(one.id), recipient, place)] as const,
          );
        }),
      ];
    }),
  );
}

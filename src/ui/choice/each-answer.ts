import type {ChoiceCategory} from '../../decision/choice.js';
import type {Decision} from '../../decision/decision.js';
import {localized} from '../shared/localized.js';
import {purposes} from '../shared/purposes.js';
import type {View} from '../shared/view.js';
import {categoryTitle} from './category-title.js';

/** A question in words, and what the visitor has said to it. */
type Answered = readonly [question: string, answer: string];

/** What the visitor has said to all that is asked, in the order of the settings. */
export const eachAnswer = (
  {categories, services}: Decision,
  asked: readonly ChoiceCategory[],
  view: View,
): Answered[] => {
  const {messages, language} = view;
  const state = (granted: boolean | undefined) => (granted ? messages.on : messages.off);
  return asked.flatMap((category): Answered[] => [
    [categoryTitle(category, view), state(categories[category.id])],
    ...category.services.flatMap(({id, name, subQuestions}): Answered[] => [
      [localized(name, language), state(services[id])],
      ...subQuestions.map((part): Answered => [
        `${localized(name, language)}, ${purposes(part.purposes, view)}`,
        state(services[part.id]),
      ]),
    ]),
  ]);
};

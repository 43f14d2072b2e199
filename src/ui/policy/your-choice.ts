import type {ChoiceCategory} from '../../decision/choice.js';
import type {Decision} from '../../decision/decision.js';
import {categoryTitle} from '../choice/category-title.js';
import {fill} from '../shared/fill.js';
import {localized} from '../shared/localized.js';
import {purposes} from '../shared/purposes.js';
import type {Block, Inline} from './blocks.js';
import {dayInWords, heading, pair, paragraph} from './phrases.js';
import type {PolicyView} from './policy-view.js';

/** What the visitor has said to all that is asked, and when. */
export function yourChoice(
  {decidedAt, categories, services}: Decision,
  asked: readonly ChoiceCategory[],
  view: PolicyView,
): Block[] {
  const {messages, words, language} = view;
  const state = (granted: boolean | undefined) => (granted ? messages.on : messages.off);
  return [
    heading(2, words.yourChoice),
    paragraph(
      decidedAt === null
        ? words.noChoice
        : fill(messages.decided, {date: dayInWords(decidedAt, language)}),
    ),
    ...(decidedAt === null
      ? []
      : [
          {
            kind: 'list',
            items: asked.flatMap((category): Inline[][] => [
              [pair(categoryTitle(category, view), state(categories[category.id]), language)],
              ...category.services.flatMap((service) => [
                [pair(localized(service.name, language), state(services[service.id]), language)],
                ...service.subQuestions.map((part) => [
                  pair(
                    `${localized(service.name, language)}, ${purposes(part.purposes, view)}`,
                    state(services[part.id]),
                    language,
                  ),
                ]),
              ]),
            ]),
          } as const,
        ]),
  ];
}

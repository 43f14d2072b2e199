import type {ChoiceCategory} from '../../decision/choice.js';
import type {Decision} from '../../decision/decision.js';
import {eachAnswer} from '../choice/each-answer.js';
import {fill} from '../shared/fill.js';
import type {Block} from './blocks.js';
import {dayInWords, heading, pair, paragraph} from './phrases.js';
import type {PolicyView} from './policy-view.js';

/** What the visitor has said to all that is asked, and when. */
export function yourChoice(
  decision: Decision,
  asked: readonly ChoiceCategory[],
  view: PolicyView,
): Block[] {
  const {messages, words, language} = view;
  const {decidedAt} = decision;
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
            items: eachAnswer(decision, asked, view).map(([question, answer]) => [
              pair(question, answer, language),
            ]),
          } as const,
        ]),
  ];
}

import {fill} from '../shared/fill.js';
import {letters, mailto, type Letter} from '../shared/letters.js';
import {localized} from '../shared/localized.js';
import type {Block, Inline} from './blocks.js';
import {heading, pair, paragraph} from './phrases.js';
import type {PolicyView} from './policy-view.js';

const asLink = (letter: Letter): Inline => ({text: letter.subject, href: mailto(letter)});

/** How consent is withdrawn by letter: each mailbox with its subjects. */
export function byLetter({choice, words, language}: PolicyView): Block[] {
  const all = letters(choice.operator, true, language);
  return [...new Set(all.map(({to}) => to))].flatMap((email): Block[] => [
    paragraph(fill(words.byLetter, {email})),
    {
      kind: 'list',
      items: all.filter(({to}) => to === email).map((letter) => [asLink(letter)]),
    },
  ]);
}

/** Who runs the site, where it is reached, and what else may be written for. */
export function aboutOperator({choice, words, language}: PolicyView): Block[] {
  const {name, address, registration, email} = choice.operator;
  return [
    heading(2, words.operator),
    {
      kind: 'list',
      items: [
        [localized(name, language)],
        ...(address ? [[pair(words.address, localized(address, language), language)]] : []),
        ...(registration ? [[pair(words.registration, registration, language)]] : []),
        ...(email
          ? [[pair(words.email, '', language), {text: email, href: `mailto:${email}`}]]
          : []),
        ...letters(choice.operator, false, language).map((letter) => [asLink(letter)]),
      ],
    },
  ];
}

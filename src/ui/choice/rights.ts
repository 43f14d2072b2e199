import {pair} from '../policy/phrases.js';
import {element} from '../shared/element.js';
import {letters, mailto, type Letter} from '../shared/letters.js';
import {localized} from '../shared/localized.js';
import {opens, quietButton, type Device, type Part} from './device-part.js';

const link = (letter: Letter) =>
  element('li', {}, element('a', {href: mailto(letter)}, letter.subject));

/** Who answers for the site, and what it may be written for; beside it the button that does the same at once. */
export function rights(device: Device): Part {
  const {details, heading} = opens('rights');
  const forget = quietButton('forget', () => device.forget());
  const who = element('div', {});
  const withdraw = element('p', {});
  const withdrawals = element('ul', {role: 'list'});
  const write = element('p', {});
  const others = element('ul', {role: 'list'});
  details.append(who, forget, withdraw, withdrawals, write, others);

  return {
    element: details,
    draw({choice, words, language}) {
      const {operator} = choice;
      const {name, address, registration, contacts} = operator;
      details.hidden = !(address || registration || contacts);
      if (details.hidden) return;
      heading.textContent = words.rights;
      who.replaceChildren(
        element('p', {}, localized(name, language)),
        ...(address
          ? [element('p', {}, pair(words.address, localized(address, language), language))]
          : []),
        ...(registration
          ? [element('p', {}, pair(words.registration, registration, language))]
          : []),
      );
      const decided = choice.decision().decidedAt !== null;
      const [taking, other] = [true, false].map((withdrawing) =>
        letters(operator, withdrawing, language),
      ) as [Letter[], Letter[]];
      withdraw.textContent = taking[0] ? words.withdraw : '';
      forget.textContent = words.forget;
      forget.hidden = !decided;
      withdrawals.replaceChildren(...taking.map(link));
      write.textContent = other[0] ? words.requests : '';
      others.replaceChildren(...other.map(link));
    },
    close() {
      details.open = false;
    },
  };
}

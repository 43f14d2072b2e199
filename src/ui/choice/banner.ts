import {abroad} from '../shared/abroad.js';
import {element} from '../shared/element.js';
import {fill} from '../shared/fill.js';
import {link} from '../shared/link.js';
import {localized} from '../shared/localized.js';
import {located} from '../shared/located.js';
import {purposes} from '../shared/purposes.js';
import {vendors} from '../shared/vendors.js';
import type {View} from '../shared/view.js';
import type {Answer} from './answer.js';
import {isAsked, questions} from './questions.js';

/**
 * The first layer: who asks for what, and three buttons, of which accept and reject are twins. Asks
 * only what has no answer yet.
 * @param isMisclick whether a click came too soon to be meant as a yes
 */
export function banner(
  view: View,
  answer: Answer,
  settings: () => unknown,
  isMisclick: (event: MouseEvent) => unknown,
): HTMLElement {
  const {choice, messages, language} = view;
  const {operator, policy, consent, categories, layout = 'bar', theme = 'auto'} = choice;
  const {unanswered, decidedAt, services: said} = choice.decision();
  const all = questions(view);
  const open = all.filter(({id}) => unanswered.includes(id));
  const services = categories
    .filter(isAsked)
    .flatMap((category) => category.services)
    .filter((service) => open.some(({id}) => id.split(':')[0] === service.id));
  // Other questions were answered before and keep their answers.
  const anew = decidedAt && open.length < all.length;
  const say = (key: 'title' | 'accept' | 'reject') => messages[anew ? (`${key}New` as const) : key];

  const button = (
    action: string,
    text: string,
    onClick: (event: MouseEvent) => unknown,
    attributes: Readonly<Record<string, string>> = {part: 'button'},
  ) => {
    const made = element('button', {...attributes, 'data-action': action}, text);
    made.onclick = onClick;
    return made;
  };
  const choose = (action: 'reject' | 'accept') =>
    button(
      action,
      say(action),
      (event) =>
        (action === 'reject' || !isMisclick(event)) &&
        answer(
          event,
          new Map(
            // A category's answer is not that of its services which have theirs.
            questions(
              view,
              categories.filter(({id}) => unanswered.includes(id)),
            )
              .map(({id}) => [id, said[id]!] as const)
              .concat(open.map(({id}) => [id, action === 'accept'])),
          ),
        ),
    );

  return element(
    'section',
    {class: `${layout} ${theme}`, 'aria-labelledby': 'title', part: 'banner'},
    element(
      'div',
      {class: 'inner'},
      element(
        'div',
        {class: 'words'},
        element('h2', {id: 'title'}, say('title')),
        element(
          'p',
          {},
          [
            anew && messages.noteNew,
            fill(messages.ask, {
              operator: localized(operator.name, language),
              purposes: purposes(
                open.flatMap((question) => question.purposes),
                view,
              ),
            }),
            services[0] &&
              fill(messages.recipients, {
                vendors: vendors(
                  services.map((service) => located(service, view)),
                  view,
                ),
              }),
            abroad(services, view),
            messages.change,
          ]
            .filter(Boolean)
            .join(' '),
        ),
        element(
          'p',
          {},
          link(policy.url, messages.policy, view),
          consent && link(consent.url, messages.consent, view),
        ),
      ),
      element(
        'div',
        {class: 'actions'},
        choose('reject'),
        choose('accept'),
        button('settings', messages.settings, settings, {class: 'quiet', part: 'quiet-button'}),
      ),
    ),
  );
}

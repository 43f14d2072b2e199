import type {ChoiceService} from '../../decision/choice.js';
import type {EmbedMessages} from '../../locales/embed.js';
import {abroad} from '../shared/abroad.js';
import {element} from '../shared/element.js';
import {fill} from '../shared/fill.js';
import {list} from '../shared/list.js';
import {localized} from '../shared/localized.js';
import {located} from '../shared/located.js';
import {vendors} from '../shared/vendors.js';
import type {View} from '../shared/view.js';

/** What its buttons do. */
export type Action = 'once' | 'always' | 'settings';

/** What a placeholder tells of its embed. */
export interface Embed {
  /** As the page's author calls it; may be empty. */
  readonly title: string;
  /** The host that it would be loaded from, where it is none of these services'; else empty. */
  readonly host: string;
  /** Address of a picture of the site's own to stand behind, if it has one. */
  readonly poster: string | undefined;
  /** Those that it waits for; none where it waits for a category as such. */
  readonly services: readonly ChoiceService[];
}

/** What would load, from whom, in which country; two buttons of one weight, and the way to the preferences. */
export function placeholder(
  view: View,
  words: EmbedMessages,
  {title, host, poster, services}: Embed,
  act: (action: Action, event: MouseEvent) => void,
): HTMLElement {
  const {choice, messages, language} = view;
  const names = services.map(({name}) => localized(name, language));
  const button = (
    action: Action,
    text: string,
    attributes: Readonly<Record<string, string>> = {part: 'button'},
  ) => {
    const made = element('button', {...attributes, 'data-action': action}, text);
    made.onclick = (event) => act(action, event);
    return made;
  };
  const heading = title || list(names, view) || host;
  return element(
    'section',
    {
      class: choice.theme ?? 'auto',
      part: 'placeholder',
      role: 'group',
      'aria-label': heading,
    },
    poster && element('img', {class: 'poster', part: 'poster', src: poster, alt: ''}),
    element(
      'div',
      {class: 'inner'},
      element(
        'div',
        {class: 'words'},
        element('p', {class: 'title'}, heading),
        element(
          'p',
          {},
          [
            fill(words.embed, {
              vendors: vendors(
                [
                  ...services.map((service, i) =>
                    names[i] === service.vendor
                      ? located(service, view)
                      : `${names[i]!} – ${located(service, view)}`,
                  ),
                  ...(host ? [host] : []),
                ],
                view,
              ),
            }),
            abroad(services, view),
          ]
            .filter(Boolean)
            .join(' '),
        ),
      ),
      element(
        'div',
        {class: 'actions'},
        button('once', words.once),
        button('always', words.always),
        button('settings', messages.open, {class: 'quiet', part: 'quiet-button'}),
      ),
    ),
  );
}

import type {ChoiceCategory} from '../../decision/choice.js';
import {localized} from '../shared/localized.js';
import type {View} from '../shared/view.js';

/** The owner's title of a category, else the language's own for a built-in one, else its id. */
export const categoryTitle = ({id, title}: ChoiceCategory, {messages, language}: View): string => {
  const own = messages as unknown as Readonly<Record<string, string | undefined>>;
  return localized(title ?? (own[`${id}Text`] && own[id]) ?? id, language);
};

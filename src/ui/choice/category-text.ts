import type {ChoiceCategory} from '../../decision/choice.js';
import {localized} from '../shared/localized.js';
import type {View} from '../shared/view.js';

/** The owner's description of a category, else the language's own for a built-in one. */
export const categoryText = (
  {id, description}: ChoiceCategory,
  {messages, language}: View,
): string => {
  const own = messages as unknown as Readonly<Record<string, string | undefined>>;
  return localized(description ?? own[`${id}Text`] ?? '', language);
};

import type {ChoiceCategory} from '../../decision/choice.js';
import type {View} from '../shared/view.js';
import {categoryTitle} from './category-title.js';

/** What is asked with one yes or no, and what for. */
export interface Asked {
  readonly id: string;
  readonly purposes: readonly string[];
}

/** Whether a category is a question: what is necessary is none. */
export const isAsked = ({id}: ChoiceCategory): boolean => id !== 'necessary';

/**
 * All that is asked, in the order of the config: a category, its services, each with its parts.
 * @param categories where only some are meant
 */
export const questions = (view: View, categories = view.choice.categories): readonly Asked[] =>
  categories.filter(isAsked).flatMap((category) => {
    const {id, services} = category;
    // A category is a purpose itself, where it has no service or the owner has written none for one.
    const purpose =
      view.messages[`purposes.${id}` as 'purposes.media'] ?? categoryTitle(category, view);
    return [
      {id, purposes: services.length ? [] : [purpose]},
      ...services.flatMap((service) => [
        {id: service.id, purposes: service.purposes[0] ? service.purposes : [purpose]},
        ...service.subQuestions,
      ]),
    ];
  });

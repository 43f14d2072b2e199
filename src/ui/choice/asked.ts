import type {ChoiceService} from '../../decision/choice.js';
import {categoryTitle} from './category-title.js';
import type {View} from '../shared/view.js';

/** What the banner asks about: only what has no answer yet. */
export interface Asked {
  /** True where other questions were answered before and keep their answers. */
  readonly anew: boolean;
  readonly services: readonly ChoiceService[];
  /** Keys of the vocabulary, the owner's own words, and titles of categories that have no service. */
  readonly purposes: readonly string[];
}

export function asked(view: View): Asked {
  const {unanswered, decidedAt} = view.choice.decision();
  const services: ChoiceService[] = [];
  const purposes: string[] = [];
  let answered = false;
  for (const category of view.choice.categories) {
    if (category.id === 'necessary') continue;
    const isOpen = ({id}: {readonly id: string}) => unanswered.includes(id);
    answered ||= !isOpen(category);
    for (const service of category.services) {
      const parts = [service, ...service.subQuestions];
      const open = parts.filter(isOpen);
      answered ||= open.length < parts.length;
      if (open.length) services.push(service);
      purposes.push(...open.flatMap((part) => part.purposes));
    }
    if (!category.services.length && isOpen(category)) {
      purposes.push(
        category.id in view.messages.purposes ? category.id : categoryTitle(category, view),
      );
    }
  }
  return {anew: decidedAt !== null && answered, services, purposes};
}

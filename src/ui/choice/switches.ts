import type {ChoiceCategory} from '../../decision/choice.js';
import type {View} from '../shared/view.js';
import {questions} from './questions.js';

/** Question id → whether its switch is on. */
export type Switches = Map<string, boolean>;

/** The switches as the decision has them. */
export function decided(view: View): Switches {
  const {categories, services} = view.choice.decision();
  return new Map(questions(view).map(({id}) => [id, categories[id] ?? services[id] === true]));
}

/**
 * Moves a switch: a category's moves those of its services, and theirs move the category's.
 * A part, e.g. session replay, is never switched on by another switch, and never stays on without its service.
 * @param moved id of a question of the category
 */
export function move(
  switches: Switches,
  category: ChoiceCategory,
  moved: string,
  on: boolean,
): void {
  const {services} = category;
  switches.set(moved, on);
  for (const {id, subQuestions} of services) {
    if (moved === category.id || (on && subQuestions.some((part) => part.id === moved))) {
      switches.set(id, on);
    }
    for (const part of subQuestions) if (!switches.get(id)) switches.set(part.id, false);
  }
  if (services.length)
    switches.set(
      category.id,
      services.every(({id}) => switches.get(id)),
    );
}

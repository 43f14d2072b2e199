import type {Choice} from '../../decision/choice.js';
import type {AttendantMessages} from '../../locales/attendant.js';

/** The text for what the visitor has said now to all that is asked: a re-ask asks less. */
export function answerInWords({categories, decision}: Choice): keyof AttendantMessages {
  const now = decision();
  const said = categories.flatMap(({id, services}) =>
    id === 'necessary'
      ? []
      : [
          now.categories[id],
          ...services.flatMap((service) =>
            [service, ...service.subQuestions].map((one) => now.services[one.id]),
          ),
        ],
  );
  return said.every(Boolean) ? 'accepted' : said.some(Boolean) ? 'saved' : 'rejected';
}

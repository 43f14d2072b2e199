import type {HeldService} from '../services/held-service.js';

/** What the visitor is asked. */
export interface Question {
  /** A category's id, a service's id, or `service:part` for a sub-question. */
  readonly id: string;
  readonly category: string;
}

/** The service that a sub-question is a part of; any other id itself. */
export const wholeOf = (id: string): string => id.split(':')[0]!;

/**
 * The questions of a site, each category's before those of its services, a service's before those of
 * its parts.
 * @param categories ids of the site's categories; `necessary` is not asked
 */
export const questionsOf = (
  categories: readonly string[],
  held: readonly HeldService[],
): Question[] =>
  categories
    .filter((category) => category !== 'necessary')
    .flatMap((category) =>
      [
        category,
        ...held
          .filter((candidate) => candidate.category === category)
          .flatMap(({service, parts}) => [service.id, ...parts]),
      ].map((id) => ({id, category})),
    );

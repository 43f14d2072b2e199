import type {ConsentGateConfig, OwnServiceEntry} from './config.js';

/** A service whose vendor records data outside the operator's country. */
export type Abroad = readonly [id: string, country: string];

/**
 * The services of a Russian operator that record abroad and do not say so with `crossBorder`.
 * @param facts what the register knows of a service, by id
 */
export const undeclaredAbroad = (
  {operator, categories}: ConsentGateConfig,
  facts: Readonly<Record<string, {readonly country: string}>>,
): Abroad[] =>
  operator.country === 'RU'
    ? Object.values(categories)
        .flatMap(({services}) => services ?? [])
        .filter(({crossBorder}) => !crossBorder)
        .map((entry): Abroad => [
          entry.service,
          facts[entry.service]?.country ?? (entry as OwnServiceEntry).country,
        ])
        .filter(([, country]) => country !== 'RU')
    : [];

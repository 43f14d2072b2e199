import type {Listed} from './check.js';
import type {ConsentGateConfig, OwnServiceEntry, ServiceEntry} from './config.js';

/** A service that is looked at once more, in a file that few sites need. */
export type Doubt = readonly [
  entry: ServiceEntry,
  /** Whereto a Russian operator's data goes, who has not said so with `crossBorder`. */
  abroad: string | false,
  /** Whether it is one of the owner's own that is said to be necessary. */
  necessary: boolean,
];

/**
 * What a look at the form of a config cannot settle.
 * @param listed as in `checkConfig`
 */
export const doubtsIn = ({operator, categories}: ConsentGateConfig, listed: Listed): Doubt[] =>
  Object.entries(categories)
    .flatMap(([category, {services = []}]) =>
      services.map((entry): Doubt => {
        const known = listed(entry.service);
        const {country} = known ? known.facts : (entry as OwnServiceEntry);
        return [
          entry,
          operator.country === 'RU' && !entry.crossBorder && country !== 'RU' && country,
          category === 'necessary' && !known,
        ];
      }),
    )
    .filter(([, ...doubts]) => doubts.some(Boolean));

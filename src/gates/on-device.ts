import {cookieNames} from '../browser/cookies.js';
import type {Leaves} from '../services/service.js';
import type {Leftovers} from './leftovers.js';

/** Where something lies in this browser. */
export type Place = 'cookie' | 'localStorage' | 'sessionStorage';

/** One thing that a page can see there: never its value. */
export interface Entry {
  readonly name: string;
  readonly place: Place;
}

/** What a service may leave, and whether it may now. */
export interface Keeper extends Leaves {
  readonly id: string;
  readonly granted: boolean;
}

/** What is in this browser at this moment, by whose it is. */
export interface OnDevice {
  /** By service, in the order of the config; only those of which something is there. */
  readonly services: readonly {readonly id: string; readonly entries: readonly Entry[]}[];
  /** The record of the decision, and what else we keep ourselves. */
  readonly own: readonly Entry[];
  /** How many there are of which this site's config says nothing. */
  readonly others: number;
}

/** As the sweep has it: what ends like this is ours. */
const OWN = /consent-gate$/;

const keysOf = (place: 'localStorage' | 'sessionStorage'): string[] => {
  try {
    // The getter itself throws where storage is blocked.
    return Object.keys(window[place]);
  } catch {
    return [];
  }
};

/** All that a page can see: no cookie that is for the server alone, nor one of another path. */
export const entries = (): Entry[] => [
  // Two cookies of one name look like one.
  ...[...new Set(cookieNames())].filter(Boolean).map((name): Entry => ({name, place: 'cookie'})),
  ...(['localStorage', 'sessionStorage'] as const).flatMap((place) =>
    keysOf(place).map((name): Entry => ({name, place})),
  ),
];

/**
 * Says whose is what. What several services may have left belongs to those that are granted, and where none is to all of them.
 * @param found all there is
 */
export function onDevice(keepers: readonly Keeper[], found: readonly Entry[]): OnDevice {
  const known = keepers.map(({id, granted, cookies, storage}) => {
    const [ofCookies, ofStorage] = [cookies, storage].map(
      (names) => new RegExp(`^(${names || '\\b\\B'})$`),
    );
    const keeps = ({name, place}: Entry) =>
      !OWN.test(name) && (place === 'cookie' ? ofCookies : ofStorage)!.test(name);
    return {id, granted, keeps};
  });
  const services = known.flatMap(({id, granted, keeps}) => {
    const its = found.filter(
      (entry) =>
        keeps(entry) && (granted || !known.some((other) => other.granted && other.keeps(entry))),
    );
    return its[0] ? [{id, entries: its}] : [];
  });
  const own = found.filter(({name}) => OWN.test(name));
  const listed = new Set([...own, ...services.flatMap((service) => service.entries)]);
  return {services, own, others: found.length - listed.size};
}

/** The names of entries, as the sweep wants them. */
export const namesOf = (all: readonly Entry[]): Leftovers => ({
  cookies: all.filter(({place}) => place === 'cookie').map(({name}) => name),
  storage: all.filter(({place}) => place !== 'cookie').map(({name}) => name),
});

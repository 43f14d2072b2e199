import type {Leaves} from '../services/service.js';
import {findLeftovers} from './leftovers.js';
import {sweep} from './sweep.js';

/** What the visitor has said of a service. */
export interface Said {
  has(id: string): boolean | undefined;
  /** Undefined while there is no answer. */
  answer(id: string): boolean | undefined;
}

/**
 * Deletes what services have left that are not granted: everywhere where they are denied, on this host
 * alone where the visitor has not answered.
 * @param everywhere also where there is no answer: after a reset
 */
export function sweepDenied(
  services: readonly (Leaves & {readonly id: string})[],
  said: Said,
  everywhere: boolean,
): void {
  const granted = services.filter(({id}) => said.has(id));
  for (const denied of [true, false]) {
    const left = findLeftovers(
      services.filter(({id}) => !said.has(id) && (said.answer(id) === false) === denied),
      granted,
    );
    sweep(left, denied || everywhere);
  }
}

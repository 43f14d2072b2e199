import type {Ledger} from './ledger.js';

/** Firefox says in the same place what it has thrown at nobody. */
const ONLY_SAID = /: (Loading module from .* was blocked|Cookie .* has been rejected)/;

/**
 * What nobody has caught in any page of this ledger: errors and rejected promises. What we say in the
 * console ourselves is none of it.
 */
export const uncaught = (ledger: Ledger): string[] =>
  ledger.consoleProblems({except: ONLY_SAID}).filter((line) => line.startsWith('uncaught'));

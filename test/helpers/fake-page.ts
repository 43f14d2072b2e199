import type {Page} from '../../src/services/service.js';

/** A page for a service: what is granted is said by the test, what is inserted is written down. */
export interface FakePage extends Page {
  /** Set by a test for a page whose visitor has said yes on an earlier one. */
  early?: boolean;
  readonly granted: Set<string>;
  /** Asked, and not granted: of what is in neither set nobody is asked. */
  readonly denied: Set<string>;
  /** Addresses of scripts, in order. */
  readonly inserted: string[];
}

/** A page where these ids are granted. */
export function fakePage(...ids: readonly string[]): FakePage {
  const granted = new Set(ids);
  const denied = new Set<string>();
  const inserted: string[] = [];
  return {
    granted,
    denied,
    inserted,
    has: (id) => granted.has(id) || (denied.has(id) ? false : undefined),
    insertScript: (url) => void inserted.push(url),
    signal: new AbortController().signal,
  };
}

import type {Page} from '../../src/services/service.js';

/** A page for a service: what is granted is said by the test, what is inserted is written down. */
export interface FakePage extends Page {
  /** Set by a test for a page whose visitor has said yes on an earlier one. */
  early?: boolean;
  readonly granted: Set<string>;
  /** Addresses of scripts, in order. */
  readonly inserted: string[];
}

/** A page where these ids are granted. */
export function fakePage(...ids: readonly string[]): FakePage {
  const granted = new Set(ids);
  const inserted: string[] = [];
  return {
    granted,
    inserted,
    has: (id) => granted.has(id),
    insertScript: (url) => void inserted.push(url),
    signal: new AbortController().signal,
  };
}

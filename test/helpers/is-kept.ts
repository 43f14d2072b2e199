import {expect} from 'playwright/test';
import type {Site} from './site.js';

/** Waits until an answer is in the cookie: a page that is loaded before that knows nothing of it. */
export const isKept = (site: Site): Promise<void> =>
  expect.poll(() => site.ledger.cookieNames()).toContain('__Host-consent-gate');

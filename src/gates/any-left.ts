import {cookieNames} from '../browser/cookies.js';
import {AFTER_RELOAD} from '../browser/reload-note.js';
import {storedKeys} from '../browser/web-storage.js';
import type {Service} from '../services/service.js';

/**
 * Whether this browser holds anything that services may have left, or a note of ours that an answer is to be confirmed. It looks at names alone, and broadly, so a
 * cookie that another service may keep counts too: `sweepDenied` looks closer.
 */
export function anyLeft(services: readonly Service[]): boolean {
  const left = new RegExp(`^(${AFTER_RELOAD}|${services.map(({traces}) => traces).join('|')})$`);
  // One that leaves nothing makes it an expression of nothing, too.
  return [...cookieNames(), ...storedKeys()].some((name) => name && left.test(name));
}

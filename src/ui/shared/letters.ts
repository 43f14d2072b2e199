import type {ConsentGateConfig} from '../../config/config.js';
import {localized} from './localized.js';

/** A letter to the operator, with the subject that is promised to be answered to. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
}

/** @param withdrawing whether those that withdraw consent are meant, by the name that the owner gives them, or the others */
export const letters = (
  {contacts = {}, email: own}: ConsentGateConfig['operator'],
  withdrawing: boolean,
  language: string,
): Letter[] =>
  Object.entries(contacts).flatMap(([name, {email, subject}]) => {
    const to = email ?? own;
    return to && /withdraw|revo[ck]/i.test(name) === withdrawing
      ? [{to, subject: localized(subject, language)}]
      : [];
  });

/** The address that begins it in the visitor's own program for mail. */
export const mailto = ({to, subject}: Letter): string =>
  // Nothing in an address adds another one; half a letter is none.
  `mailto:${to.replace(/[?&%,]/g, encodeURIComponent)}?subject=${encodeURIComponent(subject.replace(/\p{Surrogate}/gu, '\ufffd'))}`;

import {offered} from './arrive.js';
import type {Messages} from './locales/messages.js';
import {sisterMessages, type SisterMessages} from './locales/sisters.js';
import {namesOf} from './sister-sites.js';

/**
 * The texts that tell of sister sites, in place of those without. What was granted on one is offered only where all that is
 * asked here was: then a yes to the banner is the same choice, by the same button as any, beside the same no.
 * @param messages of the language, with the owner's own
 * @param unanswered ids of what is still to be asked
 */
export function withSisters(
  messages: Messages & Partial<SisterMessages>,
  all: readonly string[],
  language: string,
  unanswered: readonly string[],
): Messages & Partial<SisterMessages> {
  const sites = namesOf({sites: [...all]}).join(', ');
  if (!sites) return messages;
  const spoken = language.slice(0, 2) as keyof typeof sisterMessages;
  const said = {...(sisterMessages[spoken] ?? sisterMessages.en), ...messages};
  const told = said.sisters.replace('{sites}', () => sites);
  const offer = offered();
  const isSame = offer && unanswered[0] && unanswered.every((id) => offer.granted.has(id));
  return {
    ...messages,
    ...(isSame && {
      ask: `${said.sameHere.replace('{site}', () => namesOf({sites: [offer.from]}).join())} ${said.ask}`,
    }),
    change: `${said.change} ${told}`,
    intro: `${said.intro} ${told}`,
    // For the policy.
    sisters: told,
  };
}

import {makeChoice} from '../choice.js';
import type {ConsentGateConfig} from '../config/config.js';
import {isAhead} from '../decision/is-ahead.js';
import type {Store} from '../decision/store.js';
import {detailsOf} from '../details-of.js';
import {languages, pickLanguage, type Language} from '../locales/languages.js';
import {sisterMessages, type SisterMessages} from '../locales/sisters.js';
import {fetchModule, type Modules} from '../modules.js';
import {recordJar} from '../record-jar.js';
import {facts} from '../services/facts.js';
import {namesOf} from '../sister-sites.js';
import {holdServices} from '../services/held-service.js';
import {direction} from '../ui/shared/direction.js';
import {policyDocument} from '../ui/policy/policy-document.js';
import {toHtml} from '../ui/policy/to-html.js';
import {toMarkdown} from '../ui/policy/to-markdown.js';
import type {ReadSite} from './read-site.js';

/** What is said of sister sites, where there are any besides the site itself. */
function sistersIn(config: ConsentGateConfig, language: string): Partial<SisterMessages> {
  const sites = namesOf(config).join(', ');
  const {sisters} = {...sisterMessages[language as Language], ...config.texts?.[language]};
  return sites ? {sisters: sisters.replace('{sites}', () => sites)} : {};
}

/**
 * The cookie policy of a valid config.
 * @param wish the tag of a language; the config's own, else English, where it is not given
 */
export async function policyOf(
  {config, services}: ReadSite,
  wish: string | undefined,
  format: 'html' | 'markdown',
): Promise<string> {
  const language = pickLanguage([wish, config!.language], languages);
  const fetch = fetchModule as (name: keyof Modules) => Promise<never>;
  const held = holdServices(config!.categories, services);
  const choice = makeChoice(
    {
      config: config!,
      held,
      jar: recordJar(config!),
      privacySignal: false,
      coming: [],
      signal: new AbortController().signal,
      language: () => language,
      fetch,
      show: () => {},
      // Nobody has decided anything here, and nobody is asked.
      store: undefined as unknown as Store,
    },
    facts,
  );
  const document = policyDocument({
    choice,
    language,
    messages: {...(await choice.messages(language)), ...sistersIn(config!, language)},
    words: (await fetchModule(`policy-${language as Language}`)).policyMessages,
    details: await detailsOf(held, fetch),
    ahead: held.filter(({service}) => service.ahead).map(({service}) => service.id),
    isUpcoming: isAhead(config!.policy.effectiveAt),
  });
  return format === 'html'
    ? toHtml(document, {language, direction: direction(language)})
    : toMarkdown(document);
}

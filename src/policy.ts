import {select} from './browser/document.js';
import {report} from './browser/report.js';
import {makeChoice, type ChoiceSource} from './choice.js';
import {detailsOf} from './details-of.js';
import {languages, type Language} from './locales/languages.js';
import type {PolicyMessages} from './locales/policy/messages.js';
import {facts} from './services/facts.js';
import {direction} from './ui/shared/direction.js';
import './ui/policy/consent-policy.js';
import {policyDocument} from './ui/policy/policy-document.js';
import type {ConsentPolicy} from './ui/policy/policy-element.js';

/** Of a site, what its policy is made of. */
export interface PolicySite extends ChoiceSource {
  readonly fetch: ChoiceSource['fetch'] &
    ((name: `policy-${Language}`) => Promise<{readonly policyMessages: PolicyMessages}>);
}

const policies = () => select<ConsentPolicy>('consent-policy');

/** Has the policy stand in each `<consent-policy>` of the page, in its language and as things are, from now on. */
export function showPolicy(site: PolicySite): void {
  const {signal, held, store} = site;
  const choice = makeChoice(site, facts);
  /** The text that each of them shows: what is written anew is mostly the same. */
  const shown = new WeakMap<Element, string>();
  const write = async () => {
    const elements = policies();
    if (!elements[0] || signal.aborted) return;
    const wanted = choice.language();
    const spoken = wanted.slice(0, 2);
    // What stands in one page is in one language.
    const language = languages.includes(spoken) ? wanted : 'en';
    // Until then nobody knows what is said of them.
    await Promise.all(site.coming);
    const [messages, {policyMessages}, details] = await Promise.all([
      choice.messages(language),
      site.fetch(`policy-${language.slice(0, 2) as Language}`),
      detailsOf(held, site.fetch),
    ]);
    if (signal.aborted || choice.language() !== wanted) return;
    const blocks = policyDocument({
      choice,
      language,
      messages,
      words: policyMessages,
      details,
      ahead: held.filter(({service}) => service.ahead).map(({service}) => service.id),
      decision: store.decision,
    });
    const text = language + JSON.stringify(blocks);
    for (const element of elements) {
      if (shown.get(element) === text && (element.shadowRoot ?? element).childElementCount)
        continue;
      shown.set(element, text);
      element.show(blocks, language, direction(language));
    }
  };
  const again = () => void write().catch(report);
  again();
  document.addEventListener('consent-change', again, {signal});
  const observer = new MutationObserver((records) => {
    // The root, which may have another language; or one that has come since.
    if (
      records.some(({target}) => !target.parentElement) ||
      [...policies()].some((element) => !shown.has(element))
    )
      again();
  });
  observer.observe(document, {childList: true, subtree: true, attributeFilter: ['lang']});
  signal.addEventListener('abort', () => observer.disconnect());
}

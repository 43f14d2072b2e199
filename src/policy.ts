import {report} from './browser/report.js';
import {makeChoice, type ChoiceSource} from './choice.js';
import {isAhead} from './decision/is-ahead.js';
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

/** All there are, always: a look at them costs nothing while the page stays as it is. */
const policies = Document.prototype.getElementsByTagName.call(
  document,
  'consent-policy',
) as HTMLCollectionOf<ConsentPolicy>;

/** What the policy says now, and in which language. */
async function compose(site: PolicySite) {
  const {config, held, store, coming} = site;
  // Until then nobody knows what is said of them.
  await Promise.all(coming);
  const wanted = site.language();
  // What stands in one page is in one language.
  const language = languages.includes(wanted.slice(0, 2)) ? wanted : 'en';
  const choice = makeChoice(site, facts);
  const [messages, {policyMessages}, details] = await Promise.all([
    choice.messages(language),
    site.fetch(`policy-${language.slice(0, 2) as Language}`),
    detailsOf(held, site.fetch),
  ]);
  const blocks = policyDocument({
    choice,
    language,
    messages,
    words: policyMessages,
    details,
    ahead: held.filter(({service}) => service.ahead).map(({service}) => service.id),
    isUpcoming: isAhead(config.policy.effectiveAt),
    decision: store.decision,
  });
  return {blocks, language, isCurrent: site.language() === wanted};
}

/** Has the policy stand in each `<consent-policy>` of the page, in its language and as things are, from now on. */
export function showPolicy(site: PolicySite): void {
  const {signal} = site;
  /** The text that each of them shows: what is written anew is mostly the same. */
  const shown = new WeakMap<Element, string>();
  /** In which nothing can be shown: one in a drawing is none of ours, one with a root of somebody else takes none. */
  const closed = new WeakSet<Element>();
  const isBare = (element: ConsentPolicy) =>
    !closed.has(element) &&
    (!shown.has(element) || !(element.shadowRoot ?? element).childElementCount);

  /** Whether one is being written, and whether something has changed since. */
  let writing = false;
  let changed = false;
  /** Written again at the next answer only, not at whatever the page does: it may never succeed. */
  let failed = false;
  const write = async () => {
    changed = true;
    if (writing) return;
    writing = true;
    try {
      while (changed && policies[0] && !signal.aborted) {
        changed = false;
        const {blocks, language, isCurrent} = await compose(site);
        if (signal.aborted) return;
        if (!isCurrent) changed = true;
        const text = language + JSON.stringify(blocks);
        for (const [i, element] of [...policies].entries()) {
          if (closed.has(element) || (shown.get(element) === text && !isBare(element))) continue;
          shown.set(element, text);
          try {
            element.show(blocks, language, direction(language), i);
          } catch (error) {
            closed.add(element);
            report(error);
          }
        }
      }
      failed = false;
    } catch (error) {
      failed = true;
      report(error);
    } finally {
      writing = false;
    }
  };

  void write();
  document.addEventListener('consent-change', () => void write(), {signal});
  const observer = new MutationObserver((records) => {
    if (failed) return;
    // The root, which may have another language; or one that has come, or has been emptied.
    if (
      records.some(({target}) => target.parentNode === document || target === document) ||
      [...policies].some(isBare)
    )
      void write();
  });
  observer.observe(document, {childList: true, subtree: true, attributeFilter: ['lang']});
  signal.addEventListener('abort', () => observer.disconnect());
}

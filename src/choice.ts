import type {ConsentGateConfig, OwnServiceEntry} from './config/config.js';
import type {Choice, ChoiceService} from './decision/choice.js';
import type {Store} from './decision/store.js';
import {languages} from './locales/languages.js';
import type {Messages} from './locales/messages.js';
import type {HeldService} from './services/held-service.js';
import type {ServiceDetails, ServiceFacts} from './services/service.js';

type Facts = Readonly<Record<string, ServiceFacts>>;

/** What of a site the UI is made from. */
export interface ChoiceSource extends Pick<Choice, 'jar' | 'language' | 'privacySignal' | 'show'> {
  readonly config: ConsentGateConfig;
  readonly held: readonly HeldService[];
  readonly store: Store;
  /** Each resolves when a service has its file, or will not get it. */
  readonly coming: readonly Promise<unknown>[];
  /** Ends it all. */
  readonly signal: AbortSignal;
  readonly fetch: ((name: 'locale-en') => Promise<{readonly messages: Messages}>) &
    ((name: 'details-0') => Promise<{readonly details: ServiceDetails}>);
}

/**
 * A service in words: what the register tells of it, else the entry in which the owner has written it out. Nothing of one whose file
 * has not come: what cannot be described is not asked.
 */
function describe(
  {service: {id, facts: its}, configured, parts}: HeldService,
  {[id]: facts = its}: Facts,
): ChoiceService | [] {
  const said = facts ?? (configured[0] as unknown as OwnServiceEntry);
  return said.vendor
    ? {
        ...said,
        id,
        purposes: [
          ...(facts?.purposes ?? []),
          ...configured.flatMap(({purposes = []}) => purposes),
        ],
        subQuestions: parts.map((part) => ({id: part, purposes: facts?.parts?.[part] ?? []})),
      }
    : [];
}

/** Hands the UI what it may know and do. */
export function makeChoice(site: ChoiceSource, facts: Facts): Choice {
  const {config, store, signal} = site;
  return {
    ...config,
    categories: Object.entries(config.categories).map(([id, category]) => ({
      ...category,
      id,
      services: site.held
        .filter((held) => held.category === id)
        .flatMap((held) => describe(held, facts)),
    })),
    jar: site.jar,
    privacySignal: site.privacySignal,
    decision: () => store.decision,
    language: site.language,
    show: site.show,
    async messages(language) {
      // The owner's own may be a region's.
      const spoken = language.slice(0, 2);
      const {messages} = await site.fetch(
        `locale-${languages.includes(spoken) ? spoken : 'en'}` as 'locale-en',
      );
      return {...messages, ...config.texts?.[language]};
    },
    subscribe: (fn) => document.addEventListener('consent-change', fn, {signal}),
    answerAs: (what, method, language) => store.answerAs(what, {method, language}),
    announce: (layer) =>
      void EventTarget.prototype.dispatchEvent.call(
        document,
        Object.assign(new Event('consent-shown'), {decision: store.decision, layer}),
      ),
  };
}

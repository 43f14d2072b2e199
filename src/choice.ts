import type {LocalizedText, OwnServiceEntry} from './config/config.js';
import type {Choice, ChoiceService, Shown} from './decision/choice.js';
import {ConsentEvent} from './decision/events.js';
import type {Method} from './decision/decision.js';
import {languages} from './locales/languages.js';
import type {Messages} from './locales/messages.js';
import type {HeldService} from './services/held-service.js';
import type {ServiceFacts} from './services/service.js';
import type {Site} from './site.js';

/** A service in the words of the preferences. */
function describe(
  {service: {id}, settings, parts}: HeldService,
  facts: Readonly<Record<string, ServiceFacts>>,
  home?: string,
): ChoiceService {
  const entry = settings[0] as unknown as OwnServiceEntry;
  const listed = facts[id];
  const {name, vendor, country} = listed ?? entry;
  const added = settings.flatMap(({purposes}) => (purposes as string[] | undefined) ?? []);
  const items = (list: OwnServiceEntry['cookies'] = []) =>
    list.map((item) =>
      typeof item === 'string' ? {name: item, days: null} : {days: null, ...item},
    );
  return {
    id,
    name,
    vendor,
    country,
    purposes: [...new Set([...(listed?.purposes ?? []), ...added])],
    abroad: !!home && home !== country,
    subQuestions: parts.map((part) => ({id: part, purposes: listed?.parts?.[part] ?? []})),
    // What a service of the register stores is in its details.
    stored: listed ? undefined : {cookies: items(entry.cookies), storage: items(entry.storage)},
  };
}

/** The messages of a language with the owner's texts laid over them; a purpose is `purposes.<key>` there. */
async function messagesOf({fetch, config}: Site, language: string): Promise<Messages> {
  const {messages} = await fetch(
    `locale-${languages.includes(language) ? language : 'en'}` as 'locale-en',
  );
  const texts = config.texts?.[language] ?? {};
  const purposes = Object.entries(messages.purposes).map(([key, text]) => [
    key,
    texts[`purposes.${key}`] ?? text,
  ]);
  return {...messages, ...texts, purposes: Object.fromEntries(purposes) as Messages['purposes']};
}

/** Hands the UI what it may know and do. */
export async function makeChoice(site: Site): Promise<Choice> {
  // With the check, which a first visit has already: no second copy of the facts here.
  const {facts} = await site.fetch('check');
  const {config, store, textHash} = site;
  const how = (method: Method, {language}: Shown) => ({
    method,
    language,
    textHash: textHash(language),
  });
  return {
    categories: Object.entries(config.categories).map(([id, {title, description}]) => ({
      id,
      title,
      description,
      services: site.held
        .filter(({category}) => category === id)
        .map((held) => describe(held, facts, config.operator.country)),
    })),
    policy: config.policy,
    consent: config.consent,
    operator: config.operator as {name: LocalizedText; email?: string; country?: string},
    theme: config.theme ?? 'auto',
    layout: config.layout ?? 'bar',
    privacySignal: site.privacySignal,
    decision: () => store.decision,
    language: site.language,
    messages: (language) => messagesOf(site, language),
    details: async () => (await import('./services/details.js')).details,
    subscribe(fn) {
      fn(store.decision);
      const tell = () => fn(store.decision);
      document.addEventListener('consent-change', tell, {signal: site.signal});
      return () => document.removeEventListener('consent-change', tell);
    },
    acceptAll: (method, shown) => store.answerAs(true, how(method, shown)),
    rejectAll: (method, shown) => store.answerAs(false, how(method, shown)),
    choose: (answers, method, shown) =>
      store.answerAs(new Map(Object.entries(answers)), how(method, shown)),
    announce: (layer) =>
      void document.dispatchEvent(
        new ConsentEvent('consent-shown', {decision: store.decision, layer}),
      ),
  };
}

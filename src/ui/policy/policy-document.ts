import type {ConsentGateConfig, StorageEntry} from '../../config/config.js';
import type {ChoiceCategory, ChoiceService} from '../../decision/choice.js';
import type {Decision} from '../../decision/decision.js';
import type {PolicyMessages} from '../../locales/policy/messages.js';
import type {ServiceDetails, StoredItem, UnreachableItem} from '../../services/service.js';
import {categoryText} from '../choice/category-text.js';
import {categoryTitle} from '../choice/category-title.js';
import {abroad} from '../shared/abroad.js';
import {duration} from '../shared/duration.js';
import {fill} from '../shared/fill.js';
import {list} from '../shared/list.js';
import {localized} from '../shared/localized.js';
import {located} from '../shared/located.js';
import {purposes} from '../shared/purposes.js';
import type {View} from '../shared/view.js';
import type {Block, Inline} from './blocks.js';

/** What the policy page needs to know: what is asked, in which words, and what each service leaves. */
export interface PolicyView extends View {
  /** Its own words, in the language of the others. */
  readonly words: PolicyMessages;
  /** Of the services of the register. */
  readonly details: readonly ServiceDetails[];
  /** Ids of services that run before anybody has answered. */
  readonly ahead: readonly string[];
  /** What the visitor has said; none where nobody reads it in a page of ours. */
  readonly decision?: Decision;
}

const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({kind: 'heading', level, text});
const paragraph = (...parts: readonly Inline[]): Block => ({kind: 'paragraph', parts});

/** "Label: value", as the language writes it. */
const pair = (label: string, value: string, language: string): string =>
  `${label}${/^fr/.test(language) ? '\u00a0: ' : /^zh/.test(language) ? '：' : ': '}${value}`;
/** One sentence after another. */
const sentences = (all: readonly string[], language: string): string =>
  all.filter(Boolean).join(/^zh/.test(language) ? '' : ' ');

/** A day in words. @param day ISO 8601 (UTC) */
export const dayInWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(day));

const edition = (
  {version, publishedAt, effectiveAt}: ConsentGateConfig['policy'],
  {words, language}: PolicyView,
): string =>
  [
    fill(words.version, {version}),
    ...(publishedAt ? [fill(words.published, {date: dayInWords(publishedAt, language)})] : []),
    ...(effectiveAt ? [fill(words.effective, {date: dayInWords(effectiveAt, language)})] : []),
  ].join(' · ');

/** Name, purpose, whose, and term of all that a service leaves; nothing where it leaves nothing. */
function storedTable(service: ChoiceService, view: PolicyView, title: string): Block[] {
  const {messages, words, language} = view;
  const details = view.details.find(({id}) => id === service.id);
  const {cookies = [], storage = [], unreachable = []} = {...details, ...service};
  // What for is said above the table, of all of them; here where one has its own word.
  const told = [...cookies, ...storage, ...unreachable].some(
    (item) => typeof item === 'object' && item.purpose,
  );
  const row = (
    item: StoredItem | StorageEntry | string,
    kind: string,
    party: string,
    unknown = '—',
  ): Inline[][] => {
    const {
      name,
      purpose,
      days = null,
    } = typeof item === 'string' ? ({name: item} as StorageEntry) : item;
    return [
      [{code: name}],
      ...(told ? [[purpose ? localized(purpose, language) : '—']] : []),
      [kind],
      [party],
      [days === null ? unknown : duration(days, view)],
    ];
  };
  const rows = [
    ...cookies.map((item) => row(item, messages.cookie, words.first)),
    ...storage.map((item) => row(item, messages.storage, words.first, messages.unlimited)),
    ...unreachable.map((item: UnreachableItem) =>
      item.where === 'HttpOnly'
        ? row(item, `${messages.cookie}, HttpOnly`, words.first)
        : row(item, messages.cookie, `${words.third}, ${item.where}`),
    ),
  ];
  const head = [
    messages.name,
    ...(told ? [words.purpose] : []),
    messages.kind,
    words.party,
    messages.keptFor,
  ];
  const used = purposes(service.purposes, view);
  return rows.length
    ? [{kind: 'table', caption: told || !used ? title : pair(title, used, language), head, rows}]
    : [];
}

function aboutService(service: ChoiceService, view: PolicyView): Block[] {
  const {messages, words, language} = view;
  const name = localized(service.name, language);
  const policyUrl = view.details.find(({id}) => id === service.id)?.policyUrl;
  const used = purposes(service.purposes, view);
  return [
    heading(4, name),
    paragraph(
      sentences(
        [
          `${service.country ? located(service, view) : service.vendor}${/^zh/.test(language) ? '。' : '.'}`,
          ...(used ? [fill(messages.usedFor, {purposes: used})] : []),
          ...service.subQuestions.map((part) =>
            fill(words.apart, {purposes: purposes(part.purposes, view)}),
          ),
          abroad([service], view),
        ],
        language,
      ),
      ...(policyUrl
        ? [' ', {text: fill(messages.vendorPolicy, {vendor: service.vendor}), href: policyUrl}]
        : []),
    ),
    ...storedTable(service, view, name),
  ];
}

function aboutCategory(category: ChoiceCategory, view: PolicyView): Block[] {
  const text = categoryText(category, view);
  return [
    heading(3, categoryTitle(category, view)),
    ...(text ? [paragraph(text)] : []),
    ...(category.services.length
      ? category.services.flatMap((service) => aboutService(service, view))
      : [paragraph(view.words.empty)]),
  ];
}

/** Our own cookie, first among what is necessary, as in the settings. */
function withOwn({choice, messages, language}: PolicyView): readonly ChoiceCategory[] {
  const {categories, jar, operator} = choice;
  const necessary = categories.find(({id}) => id === 'necessary');
  const own: ChoiceService = {
    id: 'consent-gate',
    name: messages.record,
    vendor: localized(operator.name, language),
    country: operator.country ?? '',
    purposes: ['preferences'],
    subQuestions: [],
    cookies: [jar],
  };
  const others = categories.filter((category) => category !== necessary);
  return [
    {
      id: 'necessary',
      ...necessary,
      services: [...(others.length ? [own] : []), ...(necessary?.services ?? [])],
    },
    ...others,
  ];
}

/** What the visitor has said to all that is asked, and when. */
function yourChoice(
  {decidedAt, unanswered, categories, services}: Decision,
  asked: readonly ChoiceCategory[],
  view: PolicyView,
): Block[] {
  const {messages, words, language} = view;
  const state = (granted: boolean | undefined) => (granted ? messages.on : messages.off);
  return [
    heading(2, words.yourChoice),
    paragraph(
      decidedAt === null || unanswered.length
        ? words.noChoice
        : fill(messages.decided, {date: dayInWords(decidedAt, language)}),
    ),
    ...(decidedAt === null
      ? []
      : [
          {
            kind: 'list',
            items: asked.flatMap((category): Inline[][] => [
              [pair(categoryTitle(category, view), state(categories[category.id]), language)],
              ...category.services.flatMap((service) => [
                [pair(localized(service.name, language), state(services[service.id]), language)],
                ...service.subQuestions.map((part) => [
                  pair(
                    `${localized(service.name, language)}, ${purposes(part.purposes, view)}`,
                    state(services[part.id]),
                    language,
                  ),
                ]),
              ]),
            ]),
          } as const,
        ]),
  ];
}

/** What may be written to the operator, each with the subject that is promised to be answered to. */
function letters({choice, words}: PolicyView): Block[] {
  const {operator} = choice;
  const written = Object.values(operator.contacts ?? {}).flatMap(({email, subject}) => {
    const to = email ?? operator.email;
    return to ? [{to, subject}] : [];
  });
  return [...new Set(written.map(({to}) => to))].flatMap((to): Block[] => [
    paragraph(fill(words.byLetter, {email: to})),
    {
      kind: 'list',
      items: written
        .filter((one) => one.to === to)
        .map(({subject}) => [
          {text: subject, href: `mailto:${to}?subject=${encodeURIComponent(subject)}`},
        ]),
    },
  ]);
}

function aboutOperator({choice, words, language}: PolicyView): Block[] {
  const {name, address, registration, email} = choice.operator;
  return [
    heading(2, words.operator),
    {
      kind: 'list',
      items: [
        [localized(name, language)],
        ...(address ? [[pair(words.address, localized(address, language), language)]] : []),
        ...(registration ? [[pair(words.registration, registration, language)]] : []),
        ...(email
          ? [[pair(words.email, '', language), {text: email, href: `mailto:${email}`}]]
          : []),
      ],
    },
  ];
}

/**
 * The cookie policy of a site, made of its config: nothing in it can differ from what is asked and done.
 * @returns what a page shows, from the heading of the page on
 */
export function policyDocument(view: PolicyView): Block[] {
  const {choice, messages, words, language} = view;
  const {policy, consent, jar} = choice;
  const categories = withOwn(view);
  const term = duration(jar.days, view);
  const asked = categories.filter(({id}) => id !== 'necessary');
  const others = asked.flatMap(({services}) => services);
  const changes = policy.changes && localized(policy.changes, language);
  const free = choice.categories.some(
    ({id, services}) => id === 'necessary' && services.length > 0,
  );
  return [
    heading(1, messages.policy),
    paragraph(edition(policy, view)),
    paragraph(
      sentences(
        [
          ...(free || view.ahead.length ? [] : [words.nothingBefore]),
          ...(asked.length ? [fill(words.equal, {term}), words.anyTime] : []),
        ],
        language,
      ),
    ),
    ...(changes ? [heading(2, words.changes), paragraph(changes)] : []),
    ...aboutOperator(view),
    ...(consent ? [paragraph({text: messages.consent, href: consent.url})] : []),
    heading(2, words.what),
    paragraph(words.whatText),
    heading(2, words.uses),
    ...categories.flatMap((category) => aboutCategory(category, view)),
    ...(asked.length
      ? [
          heading(2, words.kept),
          paragraph(fill(words.keptText, {term})),
          ...(view.details.some(({unreachable}) => unreachable?.length)
            ? [paragraph(words.unreachable)]
            : []),
        ]
      : []),
    ...(others.length
      ? [
          heading(2, words.recipients),
          paragraph(words.recipientsText),
          {
            kind: 'list',
            items: [...new Set(others.map((service) => located(service, view)))].map((vendor) => [
              pair(
                vendor,
                list(
                  others
                    .filter((service) => located(service, view) === vendor)
                    .map((service) => localized(service.name, language)),
                  view,
                ),
                language,
              ),
            ]),
          } as const,
          ...(abroad(others, view) ? [paragraph(abroad(others, view))] : []),
        ]
      : []),
    ...(asked.length
      ? [
          heading(2, words.withdraw),
          paragraph(words.inSettings),
          {kind: 'settings', text: messages.open} as const,
          paragraph(words.inBrowser),
          paragraph(words.byDefault),
        ]
      : []),
    ...letters(view),
    ...(asked.length ? [paragraph(words.changesText)] : []),
    ...(asked.length && view.decision ? yourChoice(view.decision, asked, view) : []),
  ];
}

import {CLOSED} from '../../browser/closed-note.js';
import type {ConsentGateConfig} from '../../config/config.js';
import type {SisterMessages} from '../../locales/sisters.js';
import type {ChoiceCategory, ChoiceService} from '../../decision/choice.js';
import {abroad} from '../shared/abroad.js';
import {duration} from '../shared/duration.js';
import {fill} from '../shared/fill.js';
import {list} from '../shared/list.js';
import {localized} from '../shared/localized.js';
import {located} from '../shared/located.js';
import {aboutOperator, byLetter} from './about-operator.js';
import {aboutCategory} from './about-services.js';
import type {Block} from './blocks.js';
import {dayInWords, heading, pair, paragraph, sentences} from './phrases.js';
import type {PolicyView} from './policy-view.js';
import {yourChoice} from './your-choice.js';

const edition = (
  {version, publishedAt, effectiveAt}: ConsentGateConfig['policy'],
  {words, language}: PolicyView,
): string =>
  [
    fill(words.version, {version}),
    ...(publishedAt ? [fill(words.published, {date: dayInWords(publishedAt, language)})] : []),
    ...(effectiveAt ? [fill(words.effective, {date: dayInWords(effectiveAt, language)})] : []),
  ].join(' · ');

/** What we keep ourselves among what is necessary, as in the settings; here it comes first. */
function withOwn({choice, messages, words, language}: PolicyView): readonly ChoiceCategory[] {
  const {categories, jar, operator, policy, records} = choice;
  const necessary = categories.find(({id}) => id === 'necessary');
  /** Where a change of the policy is announced. */
  const noted = policy.mode !== 'publish-is-effective';
  const own: ChoiceService = {
    id: 'consent-gate',
    name: messages.record,
    vendor: localized(operator.name, language),
    country: operator.country ?? '',
    purposes: ['preferences'],
    subQuestions: [],
    cookies: noted || records ? [{...jar, purpose: words.ownAnswers}] : [jar],
    storage: [
      ...(noted ? [{name: CLOSED, purpose: words.ownNotice}] : []),
      ...(records ? [{name: '-consent-gate', days: jar.days, purpose: words.onItsWay}] : []),
    ],
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

/**
 * The cookie policy of a site, made of its config: nothing in it can differ from what is asked and done.
 * @returns what a page shows, from the heading of the page on
 */
export function policyDocument(view: PolicyView): Block[] {
  const {choice, messages, words, language} = view;
  const {policy, consent, jar, operator} = choice;
  const categories = withOwn(view);
  const term = duration(jar.days, view);
  const operatorName = localized(operator.name, language);
  const asked = categories.filter(({id}) => id !== 'necessary');
  // Who asks gives itself nothing.
  const others = asked
    .flatMap(({services}) => services)
    .filter(({vendor}) => vendor !== operatorName);
  const changes = policy.changes && localized(policy.changes, language);
  const free = categories
    .flatMap(({id, services}) => (id === 'necessary' ? services : []))
    .filter(({vendor}) => vendor !== operatorName);
  const getting = [...free, ...others];
  const leaves = abroad(getting, view);
  const {sisters} = messages as Partial<SisterMessages>;
  /** Whether all that goes to others waits for a yes. */
  const allWait = !free.length && !view.ahead.length;
  return [
    heading(1, messages.policy),
    paragraph(edition(policy, view)),
    ...(view.isUpcoming ? [paragraph(words.upcoming)] : []),
    paragraph(
      sentences(
        [
          ...(asked.length && !view.ahead.length ? [words.nothingBefore] : []),
          ...(asked.length ? [fill(words.equal, {term}), words.anyTime] : []),
        ],
        language,
      ),
    ),
    ...(changes ? [heading(2, words.changes), paragraph(changes)] : []),
    ...aboutOperator(view),
    ...(consent ? [paragraph({text: messages.consent, href: consent.url})] : []),
    heading(2, words.what),
    // Its last sentence says that those of others wait.
    paragraph(allWait ? words.whatText : words.whatText.replace(/[^.。]+[.。]$/, '').trim()),
    heading(2, words.uses),
    ...categories.flatMap((category) => aboutCategory(category, view)),
    ...(asked.length
      ? [
          heading(2, words.kept),
          paragraph(fill(words.keptText, {term})),
          ...(choice.records ? [paragraph(words.recorded)] : []),
          ...(view.details.some(({unreachable}) => unreachable?.length)
            ? [paragraph(words.unreachable)]
            : []),
        ]
      : []),
    ...(getting.length
      ? [
          heading(2, words.recipients),
          ...(allWait ? [paragraph(words.recipientsText)] : []),
          {
            kind: 'list',
            items: [...new Set(getting.map((service) => located(service, view)))].map((vendor) => [
              pair(
                vendor,
                list(
                  getting
                    .filter((service) => located(service, view) === vendor)
                    .map((service) => localized(service.name, language)),
                  view,
                ),
                language,
              ),
            ]),
          } as const,
          ...(leaves ? [paragraph(leaves)] : []),
        ]
      : []),
    ...(asked.length
      ? [
          heading(2, words.withdraw),
          // What runs whatever is said does not stop.
          ...(view.ahead.length ? [] : [paragraph(words.inSettings)]),
          {kind: 'settings', text: messages.open} as const,
          paragraph(words.inBrowser),
          // Filled in where there are any.
          ...(choice.sites && sisters ? [paragraph(sisters)] : []),
          // Global Privacy Control, of which it speaks, refuses the category of that name.
          ...(asked.some(({id}) => id === 'advertising') ? [paragraph(words.byDefault)] : []),
        ]
      : []),
    ...byLetter(view),
    ...(asked.length && policy.mode !== 'publish-is-effective'
      ? [paragraph(words.changesText)]
      : []),
    ...(asked.length && view.decision ? yourChoice(view.decision, asked, view) : []),
  ];
}

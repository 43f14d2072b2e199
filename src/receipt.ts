import {sha256} from './browser/sha256.js';
import {makeChoice, type ChoiceSource} from './choice.js';
import type {DecisionRecord} from './decision/record.js';
import {answersIn, type Receipt} from './decision/receipt.js';
import type {Question} from './decision/question.js';
import {facts} from './services/facts.js';
import {localized} from './ui/shared/localized.js';
import {purposes} from './ui/shared/purposes.js';
import {questionTexts} from './ui/receipt/question-texts.js';
import {version} from './version.js';

/** What a receipt is made from. */
export interface ReceiptSource extends ChoiceSource {
  readonly questions: readonly Question[];
  isCurrent(record: DecisionRecord): boolean;
}

const METHODS = {
  ui: 'a click of a person on the site',
  synthetic: 'a click on the site that a tool has made for a person',
  api: 'a call of the site’s own, for a person who has answered there',
} as const;

const DAY = 864e5;

/**
 * Writes the receipt of a decision, in the language in which it was asked.
 * @param record undefined where nothing is decided, or no more
 */
export async function makeReceipt(
  site: ReceiptSource,
  record: DecisionRecord | undefined,
): Promise<Receipt> {
  const {config, coming, language: wanted, jar} = site;
  const {operator, policy, consent} = config;
  // What has no file yet has no words.
  await Promise.all(coming);
  const language = record?.language ?? wanted();
  const choice = makeChoice(site, facts);
  const view = {choice, language, messages: await choice.messages(language)};
  const texts = questionTexts(view);
  const said = answersIn(record, site);
  const answers = await Promise.all(
    said.map(async ({isToday, ...answer}) => {
      const text = (isToday && texts.get(answer.id)) || null;
      return {...answer, text, language, sha256: text === null ? null : await sha256(text)};
    }),
  );
  const time = record ? Date.parse(record.decidedAt) : 0;
  const granted = (id: string) =>
    said.some((answer) => answer.id === id && answer.isToday && answer.granted);
  return {
    schema: 'consent-gate/receipt/1',
    library: `consent-gate ${version}`,
    site: location.origin,
    jurisdiction: operator.country ?? null,
    consentTimestamp: record ? time / 1000 : null,
    collectionMethod: record ? METHODS[record.method] : null,
    piiControllers: [
      {
        piiController: localized(operator.name, language),
        ...(operator.address && {
          address: {
            streetAddress: localized(operator.address, language),
            ...(operator.country && {addressCountry: operator.country}),
          },
        }),
        ...(operator.email && {email: operator.email}),
        piiControllerUrl: location.origin,
      },
    ],
    policyUrl: new URL(policy.url, location.origin).href,
    services: choice.categories.flatMap(({id: category, services}) =>
      services
        .filter(({id}) => granted(id))
        .map((service) => ({
          service: localized(service.name, language),
          purposes: [
            {
              purpose: purposes(
                [
                  ...service.purposes,
                  ...service.subQuestions
                    .filter(({id}) => granted(id))
                    .flatMap((part) => part.purposes),
                ],
                view,
              ),
              purposeCategory: [category],
              consentType: 'EXPLICIT' as const,
              termination: new Date(time + jar.days * DAY).toISOString().slice(0, 10),
              thirdPartyDisclosure: service.vendor !== localized(operator.name, language),
              thirdPartyName: service.vendor,
            },
          ],
        })),
    ),
    operator,
    policy,
    consent: consent ?? null,
    decidedAt: record?.decidedAt ?? null,
    method: record?.method ?? null,
    language: record?.language ?? null,
    policyVersion: record?.policyVersion ?? null,
    // What has been answered just now is not hashed yet.
    asShown: !record?.textHash || site.isCurrent(record),
    answers,
  };
}

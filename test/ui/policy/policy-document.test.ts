import {expect} from '@open-wc/testing';
import {policyWords} from '../../../src/locales/policy/all.js';
import {languages, type Language} from '../../../src/locales/languages.js';
import {policyMessages as en} from '../../../src/locales/policy/en.js';
import {details as google} from '../../../src/services/details/google-analytics.js';
import {details as metrica} from '../../../src/services/details/yandex-metrica.js';
import type {LayeredChoice} from '../../../src/ui/choice/layered-choice.js';
import type {Block, Inline} from '../../../src/ui/policy/blocks.js';
import {policyDocument} from '../../../src/ui/policy/policy-document.js';
import type {PolicyView} from '../../../src/ui/policy/policy-view.js';
import {fakeChoice} from '../../helpers/fake-choice.js';

const view = async (
  over: Partial<LayeredChoice> = {},
  more: Partial<PolicyView> = {},
): Promise<PolicyView> => {
  const choice = fakeChoice(over);
  return {
    choice,
    language: 'en',
    messages: await choice.messages('en'),
    words: en,
    details: [metrica, google],
    ahead: [],
    ...more,
  };
};
const textOf = (part: Inline): string =>
  typeof part === 'string' ? part : 'code' in part ? part.code : part.text;
const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.parts.map(textOf).join('')]
      : block.kind === 'list'
        ? block.items.map((item) => item.map(textOf).join(''))
        : block.kind === 'table'
          ? block.rows.map((cells) => cells.map((cell) => cell.map(textOf).join('')).join(' | '))
          : [block.text],
  );
const headings = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${block.text}`] : []));
const hrefs = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    (block.kind === 'paragraph'
      ? block.parts
      : block.kind === 'list'
        ? block.items.flat()
        : []
    ).flatMap((part) => (typeof part === 'object' && 'href' in part ? [part.href] : [])),
  );

describe('the policy', () => {
  it('has one heading of the first level, and none that skips one', async () => {
    const blocks = policyDocument(await view());
    const levels = headings(blocks).map((text) => Number(text[0]));
    expect(levels[0]).to.equal(1);
    expect(levels.filter((level) => level === 1)).to.have.length(1);
    for (const [i, level] of levels.entries()) {
      if (i) expect(level, headings(blocks)[i]).to.be.at.most(levels[i - 1]! + 1);
    }
  });

  it('tells of every category and service, its vendor, its country, what for, and its own policy', async () => {
    const blocks = policyDocument(await view());
    expect(headings(blocks)).to.include.members([
      '3 Necessary',
      '4 Your choice',
      '3 Functional',
      '4 Help desk chat',
      '3 Analytics',
      '4 Yandex.Metrica',
      '4 Google Analytics',
      '3 Advertising',
    ]);
    const text = linesOf(blocks).join('\n');
    for (const said of [
      'Help Desk Ltd (Germany). Used for communication. Data leaves Russia for: Germany.',
      'Yandex (Russia). Used for statistics and behaviour analysis. Asked separately: session replay. Privacy policy of Yandex',
      'Google (US). Used for statistics and behaviour analysis. Data leaves Russia for: US. Privacy policy of Google',
      'Yandex (Russia): Yandex.Metrica',
      'Google (US): Google Analytics',
    ])
      expect(text).to.include(said);
    expect(hrefs(blocks)).to.include.members([metrica.policyUrl, google.policyUrl]);
  });

  it('lists what is kept: name, what for, kind, whose, and how long', async () => {
    const rows = linesOf(policyDocument(await view()));
    expect(rows).to.include.members([
      '__Host-consent-gate | your answers | cookie | this site’s | 182 days',
      'notice-consent-gate | which notice of a change of the policy you have closed | storage | this site’s | no fixed term',
      'chat_* | keeps the conversation | cookie | this site’s | 30 days',
      'chat-draft | — | storage | this site’s | no fixed term',
      '_ga | cookie | this site’s | 2 years',
    ]);
    const {unreachable = []} = metrica;
    const [foreign] = unreachable.filter(({where}) => where !== 'HttpOnly');
    expect(rows.find((row) => row.startsWith(`${foreign!.name} |`))).to.include(
      `another company’s, ${foreign!.where}`,
    );
    expect(rows).to.include(en.unreachable);
  });

  it('says that a version does not hold yet, and knows of no note where publication is what counts', async () => {
    const policy = {url: '/privacy', version: '7', effectiveAt: '2126-11-01'};
    const before = {...(await view({policy})), isUpcoming: true};
    expect(linesOf(policyDocument(before))).to.include(en.upcoming);
    expect(linesOf(policyDocument(await view({policy})))).not.to.include(en.upcoming);
    const rows = linesOf(
      policyDocument(await view({policy: {...policy, mode: 'publish-is-effective'}})),
    );
    expect(rows).to.include('__Host-consent-gate | cookie | this site’s | 182 days');
    expect(rows.join()).not.to.include('notice-consent-gate');
  });

  it('names version and days, the operator, and subjects of letters by the mailbox they go to', async () => {
    const blocks = policyDocument(
      await view({
        policy: {
          url: '/privacy',
          version: '7',
          publishedAt: '2026-10-15',
          effectiveAt: '2026-11-01',
          changes: {en: 'A new counter.'},
        },
        consent: {url: '/consent', version: '1'},
        operator: {
          name: {en: 'IMPER Group'},
          address: 'Samara',
          registration: '1036300000000',
          email: 'mail@example.com',
          country: 'RU',
          contacts: {
            withdraw: {subject: 'Withdrawal & more'},
            update: {email: 'data@example.com', subject: 'Update'},
            odd: {email: 'a@example.com&bcc=b@example.com', subject: 'half a \ud83d letter'},
          },
        },
      }),
    );
    const lines = linesOf(blocks);
    expect(lines).to.include.members([
      'Version 7 · published on October 15, 2026 · in force from November 1, 2026',
      'IMPER Group',
      'Address: Samara',
      'Registration: 1036300000000',
      'E-mail: mail@example.com',
      'A new counter.',
      'By e-mail to mail@example.com with one of these subjects:',
      // What does not withdraw stands with the operator.
      'Update',
      'Consent document',
    ]);
    expect(hrefs(blocks)).to.include.members([
      'mailto:mail@example.com?subject=Withdrawal%20%26%20more',
      'mailto:data@example.com?subject=Update',
      'mailto:a@example.com%26bcc=b@example.com?subject=half%20a%20%EF%BF%BD%20letter',
      '/consent',
    ]);
  });

  describe('says only what is so:', () => {
    const said = async (over: Partial<LayeredChoice>, more: Partial<PolicyView> = {}) =>
      linesOf(policyDocument(await view(over, more))).join('\n');
    const waits = 'here they wait for your answer as well';
    const [, functional, analytics] = fakeChoice().categories;

    it('where all waits for a yes it says so', async () => {
      const text = await said({});
      for (const one of [en.nothingBefore, en.recipientsText, waits, en.inSettings])
        expect(text).to.include(one);
    });

    it('where a service is necessary, nothing of a yes that others wait for, and it is named among who gets data', async () => {
      const text = await said({
        categories: [{id: 'necessary', services: functional!.services}, analytics!],
      });
      expect(text).to.include(en.nothingBefore);
      expect(text).not.to.include(en.recipientsText);
      expect(text).not.to.include(waits);
      expect(text).to.include('An identifier in them points at one browser');
      expect(text).to.include('Help Desk Ltd (Germany): Help desk chat');
    });

    it('where a service goes ahead of an answer, nothing of a silence before it, nor of a stop', async () => {
      const text = await said({}, {ahead: ['google-analytics']});
      for (const one of [en.nothingBefore, en.recipientsText, waits, en.inSettings])
        expect(text).not.to.include(one);
    });

    it('of Global Privacy Control only where it refuses something', async () => {
      expect(await said({})).to.include(en.byDefault);
      expect(await said({categories: [analytics!]})).not.to.include(en.byDefault);
    });

    it('of answers that stay only where a new version does not ask again', async () => {
      expect(await said({})).to.include(en.changesText);
      const policy = {url: '/p', version: '1', mode: 'publish-is-effective'} as const;
      expect(await said({policy})).not.to.include(en.changesText);
    });

    it('of who asks nothing as of somebody who gets data', async () => {
      const text = await said({operator: {name: 'Help Desk Ltd', country: 'DE'}});
      expect(text).not.to.include('Help Desk Ltd (Germany): ');
      expect(text).to.include('Google (US): Google Analytics');
    });
  });

  it('where nothing is asked there is no way to say no, no term, and no cookie of ours', async () => {
    const lines = linesOf(policyDocument(await view({categories: []}))).join('\n');
    for (const text of [en.withdraw, en.kept, '__Host-consent-gate', en.recipients])
      expect(lines).not.to.include(text);
    expect(lines).to.include('IMPER Group');
  });

  it('repeats what the visitor has said, with its day', async () => {
    const choice = fakeChoice();
    choice.answerAs(
      new Map(
        ['functional', 'helpdesk', 'analytics', 'yandex-metrica', 'advertising'].map((id) => [
          id,
          true,
        ]),
      ),
      'ui',
      'en',
    );
    choice.answerAs(
      new Map([
        ['google-analytics', false],
        ['yandex-metrica:webvisor', false],
      ]),
      'ui',
      'en',
    );
    const lines = linesOf(policyDocument(await view({}, {choice, decision: choice.decision()})));
    expect(lines).to.include.members([
      'Your choice was made on November 22, 2026',
      'Functional: On',
      'Analytics: Off',
      'Yandex.Metrica: On',
      'Yandex.Metrica, session replay: Off',
      'Google Analytics: Off',
    ]);
    const before = linesOf(policyDocument(await view({}, {decision: fakeChoice().decision()})));
    expect(before).to.include(en.noChoice);
    expect(before.join('\n')).not.to.include(': Off');
  });

  it('is written in every language, with the placeholders of the English', async () => {
    for (const language of languages) {
      const {policyMessages} = await policyWords[language as Language]();
      expect(Object.keys(policyMessages), language).to.deep.equal(Object.keys(en));
      for (const [key, text] of Object.entries(policyMessages)) {
        const placeholders = (said: string) => (said.match(/\{\w+\}/g) ?? []).sort();
        expect(placeholders(text), `${language}.${key}`).to.deep.equal(
          placeholders(en[key as 'what']),
        );
        expect(text, `${language}.${key}`).not.to.match(/^\s|\s$|[<>]|undefined/);
      }
    }
  });

  it('says that answers are sent to the operator, and what waits for that, where they are', async () => {
    const lines = async (over: Partial<LayeredChoice>) => linesOf(policyDocument(await view(over)));
    const sent = (all: string[]) =>
      all.filter((line) => /on its way|sent to the operator/.test(line));
    expect(sent(await lines({}))).to.deep.equal([]);
    expect(sent(await lines({records: {endpoint: '/consent-records'}}))).to.deep.equal([
      '-consent-gate | An answer on its way to the operator | storage | this site’s | 182 days',
      en.recorded,
    ]);
  });
});

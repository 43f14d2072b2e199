import {expect} from '@open-wc/testing';
import {messages as en} from '../../src/locales/en.js';
import {languages} from '../../src/locales/languages.js';
import type {Messages} from '../../src/locales/messages.js';
import {noticeMessages} from '../../src/locales/notice.js';
import {messages as ru} from '../../src/locales/ru.js';
import {LABEL, LABELS} from '../../src/opener.js';

const locales: Readonly<Record<string, Messages>> = {en, ru};

/** Key → text. */
const texts = (messages: object) => messages as Readonly<Record<string, string>>;
const english: Readonly<Record<string, string>> = {...texts(en), ...noticeMessages['en']};

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What a fair banner does not say: flattery, feelings, and labels that are no verbs of consent. */
const banned =
  /we value|your privacy (is|matters)|experience|enjoy|best|improv|опыт|улучш|ценим|заботимся|комфорт|удобств|\bok\b|got it|continue|понятно|продолж|хорошо|\p{Extended_Pictographic}|!/iu;

describe('messages', () => {
  it('of every language are looked at here', () => {
    expect(Object.keys(locales)).to.have.members([...languages]);
  });

  for (const [language, messages] of Object.entries(locales)) {
    describe(language, () => {
      const all = {...texts(messages), ...noticeMessages[language]};

      it('are all there, those of the notice too', () => {
        expect(languages).to.contain(language);
        expect(all).to.include.keys(Object.keys(english).filter((key) => !key.startsWith('more_')));
      });

      it('have no phrase of a dark pattern', () => {
        for (const [key, text] of Object.entries(all)) {
          expect(text, key).not.to.match(banned);
        }
      });

      it('have no markup, no empty text, and no space to spare', () => {
        for (const [key, text] of Object.entries(all)) {
          expect(text, key)
            .to.match(/^\S(.*\S)?$/)
            .and.not.match(/[<>]|\s{2}/);
        }
      });

      it('have the placeholders of English', () => {
        for (const [key, text] of Object.entries(all)) {
          const source = english[key] ?? en.more_other;
          expect(placeholders(text), key).to.deep.equal(placeholders(source));
        }
      });

      it('have every plural form of the language', () => {
        const {pluralCategories} = new Intl.PluralRules(language).resolvedOptions();
        for (const category of pluralCategories)
          expect(messages[`more_${category}`]).to.be.a('string');
      });

      it('name accept and reject in the same form and with as many words', () => {
        for (const [accept, reject] of [
          [messages.accept, messages.reject],
          [messages.acceptNew, messages.rejectNew],
        ] as const) {
          expect(accept).not.to.equal(reject);
          expect(accept.split(' ').slice(1)).to.deep.equal(reject.split(' ').slice(1));
        }
      });

      it('name the way back as the core does, which has no messages', () => {
        expect(LABELS[language] ?? LABEL).to.equal(messages.open);
      });
    });
  }
});

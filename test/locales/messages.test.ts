import {expect} from '@open-wc/testing';
import {announcementMessages} from '../../src/locales/announcement.js';
import {attendantMessages} from '../../src/locales/attendant.js';
import {deviceMessages} from '../../src/locales/device/en.js';
import {messages as en} from '../../src/locales/en.js';
import {languages, type Language} from '../../src/locales/languages.js';
import type {Messages} from '../../src/locales/messages.js';
import {noticeMessages} from '../../src/locales/notice.js';
import {sisterMessages} from '../../src/locales/sisters.js';
import {fetchModule} from '../../src/modules.js';
import {LABELS} from '../../src/opener.js';

/** Key → text. */
const texts = (messages: object) => messages as Readonly<Record<string, string>>;
const english: Readonly<Record<string, string>> = {
  ...texts(en),
  ...noticeMessages['en'],
  ...attendantMessages['en'],
  ...deviceMessages,
  ...sisterMessages['en'],
  ...announcementMessages['en'],
};

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What a fair banner does not say in any language: flattery, feelings, and labels that are no verbs of consent. */
const banned = new RegExp(
  [
    /we value|your privacy (is|matters)|experience|enjoy|\bbest\b|improv|\bok\b|got it|continue/,
    /опыт|улучш|ценим|заботимся|комфорт|удобств|понятно|продолж|хорошо/,
    /паляпш|зручн|клапоц|покращ|турбу|цінуємо|жақсарт|ыңғайл|құрметт/,
    /yaxshila|qulay|qadrla|deneyim|iyileştir|önemsiyor|popraw|wygod|cenimy|dbamy/,
    /verbesser|erlebnis|wertvoll|am herzen|expérience|améliorer|experiencia|mejorar|esperienza|migliorare|experiência|melhorar/,
    /体验|改善|تجربة|تحسين|חוויה|לשפר/,
    /\p{Extended_Pictographic}|!/u,
  ]
    .map(({source}) => source)
    .join('|'),
  'iu',
);

/**
 * "To refuse" takes another case of "all" in Kazakh; "accept" is two words in Turkish, and both are in Uzbek; in
 * Chinese a label is one.
 */
const OTHER_FORMS: ReadonlySet<string> = new Set(['kk', 'tr', 'uz', 'zh']);

describe('messages', () => {
  it('are there in sixteen languages', () => {
    expect([...languages].sort()).to.deep.equal(Object.keys(noticeMessages).sort());
    expect(languages).to.have.length(16);
  });

  for (const language of languages as readonly Language[]) {
    describe(language, () => {
      let messages: Messages;
      let all: Readonly<Record<string, string>>;
      before(async () => {
        ({messages} = await fetchModule(`locale-${language}`));
        all = {
          ...texts(messages),
          ...noticeMessages[language],
          ...attendantMessages[language],
          ...(await fetchModule(`device-${language}`)).deviceMessages,
          ...sisterMessages[language],
          ...announcementMessages[language],
        };
      });

      it('are all there, those of the notice, the confirmation and the end of the settings too', () => {
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
          const source = english[key] ?? (key === 'listNext' ? en.listLast : en.more_other);
          expect(placeholders(text), key).to.deep.equal(placeholders(source));
        }
      });

      it('have every plural form of the language', () => {
        const {pluralCategories} = new Intl.PluralRules(language).resolvedOptions();
        for (const category of pluralCategories)
          expect(messages[`more_${category}`]).to.be.a('string');
      });

      it('name accept and reject in the same form: they differ in the verb', () => {
        for (const [accept, reject] of [
          [messages.accept, messages.reject],
          [messages.acceptNew, messages.rejectNew],
        ] as const) {
          const words = (text: string) => text.split(' ');
          const same = words(accept).filter((word) => words(reject).includes(word));
          expect(accept).not.to.equal(reject);
          if (OTHER_FORMS.has(language)) continue;
          expect(same, accept).to.have.length(words(accept).length - 1);
        }
      });

      it('name the way back as the core does, which has no messages', () => {
        if (LABELS[language]) expect(LABELS[language]).to.equal(messages.open);
      });
    });
  }
});

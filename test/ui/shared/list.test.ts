import {expect} from '@open-wc/testing';
import {messages as en} from '../../../src/locales/en.js';
import {languages, type Language} from '../../../src/locales/languages.js';
import {messages as ru} from '../../../src/locales/ru.js';
import {fetchModule} from '../../../src/modules.js';
import {list} from '../../../src/ui/shared/list.js';
import type {View} from '../../../src/ui/shared/view.js';

const inEnglish = {messages: en, language: 'en'} as View;

/** Where ours differs from the browser's on purpose: two and three items as we join them, and why. */
const OUR_OWN: Partial<Record<Language, readonly [two: string, three: string, why: string]>> = {
  en: ['A and B', 'A, B and C', 'no comma before the "and", as in British English'],
  es: ['A, B', 'A, B, C', '"y" is "e" before a name like Intercom'],
  kk: ['A және B', 'A, B және C', 'three are joined as two: the browser has no "and" there'],
  ar: ['A، وB', 'A، وB، وC', 'Arabic between two names in Latin letters, which would change sides'],
  he: [
    'A וכן B',
    'A, \u200fB וכן C',
    'a right-to-left mark between Latin names, and a word that takes no hyphen before them',
  ],
};

/** As Unicode's own data (CLDR 48) have it, for browsers that know less languages: Chromium neither of these two. */
const UNICODE: Partial<Record<Language, readonly [two: string, three: string]>> = {
  be: ['A і B', 'A, B і C'],
  uz: ['A va B', 'A, B va C'],
};

describe('list', () => {
  it('of none, one, two and three', () => {
    expect(list([], inEnglish)).to.equal('');
    expect(list(['a'], inEnglish)).to.equal('a');
    expect(list(['a', 'b'], inEnglish)).to.equal('a and b');
    expect(list(['a', 'b', 'c'], inEnglish)).to.equal('a, b and c');
    expect(list(['a', 'b', 'c'], {messages: ru, language: 'ru'} as View)).to.equal('a, b и c');
  });

  it('names once what stands twice, and takes words with braces as they are', () => {
    expect(list(['{item}', 'b', '{item}', '{list}'], inEnglish)).to.equal('{item}, b and {list}');
  });

  for (const language of languages as readonly Language[]) {
    const [two, three, why] = OUR_OWN[language] ?? [];
    it(`joins as the browser does in ${language}${why ? `, but: ${why}` : ''}`, async () => {
      const {messages} = await fetchModule(`locale-${language}`);
      const ours = [['A'], ['A', 'B'], ['A', 'B', 'C']].map((items) =>
        list(items, {messages, language} as View),
      );
      const isKnown = Intl.ListFormat.supportedLocalesOf(language).length > 0;
      const format = new Intl.ListFormat(language, {type: 'conjunction', style: 'long'});
      const others = isKnown
        ? [format.format(['A', 'B']), format.format(['A', 'B', 'C'])]
        : UNICODE[language]!;
      expect(ours).to.deep.equal(['A', ...(why ? [two, three] : others)]);
      // What has become the browser's own is no difference any more.
      if (why) expect(others).not.to.deep.equal([two, three]);
    });
  }
});

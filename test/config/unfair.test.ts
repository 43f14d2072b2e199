import {expect} from '@open-wc/testing';
import {explain} from '../../src/config/explain.js';
import {readJson} from '../../src/config/read-json.js';
import {unfair} from '../../src/config/unfair.js';
import type {Messages} from '../../src/locales/messages.js';
import {languages} from '../../src/locales/languages.js';
import {fetchModule} from '../../src/modules.js';

const problems = (texts: object) => unfair(readJson({texts: {en: texts}}));
const keys = (texts: object) =>
  problems(texts).map(([at, what]) => `${at.replace('texts.en.', '')} ${what}`);

describe('texts that would make the answers unfair', () => {
  const WRONG: readonly (readonly [string, object, string])[] = [
    ['no letter that can be seen', {reject: '\u3164'}, 'reject label'],
    ['no letter that can be seen, half as wide', {reject: '\uffa0'}, 'reject label'],
    ['an OK in another alphabet', {accept: '\u041eK'}, 'accept label'],
    ['all of an OK in another alphabet', {accept: '\u041e\u041a'}, 'accept label'],
    ['the other answer in another alphabet', {reject: '\u0410ccept all'}, 'reject label'],
    [
      'the other answer with what is not seen',
      {reject: 'Accept \u2060all\u3164'},
      'reject otherLabel',
    ],
    ['turned around', {reject: '\u202eReject'}, 'reject label'],
    ['a face', {accept: '😀 Yes please'}, 'accept label'],
    ['good', {accept: 'Good'}, 'accept label'],
    ['the way on', {accept: 'Continue to site'}, 'accept label'],
    ['a longer one', {reject: `Reject ${'and lose it '.repeat(13)}`}, 'reject short'],
    ['settings that are called an answer', {settings: 'Reject all'}, 'settings otherLabel'],
    ['a save that is called an answer', {save: 'Accept all'}, 'save otherLabel'],
    ['states that are one', {on: 'off'}, 'on otherLabel'],
    ['states that are one, by the other', {off: 'On'}, 'off otherLabel'],
    ['states that are both the owner’s', {on: 'x', off: 'X'}, 'on otherLabel'],
    ['a question without its facts', {ask: 'We use cookies.'}, 'ask facts'],
    ['a question without its purposes', {ask: '{operator} uses cookies.'}, 'ask facts'],
    ['recipients nobody knows', {recipients: 'Partners may help.'}, 'recipients facts'],
    ['a country of nobody', {abroad: 'x'}, 'abroad facts'],
  ];
  for (const [what, texts, expected] of WRONG) {
    it(`${what} is an error`, () => expect(keys(texts)).to.deep.equal([expected]));
  }

  it('says what is missing', () => {
    expect(explain(problems({ask: '{operator} uses cookies.'}))).to.include(
      'texts.en.ask: expected a text with {purposes}',
    );
    expect(explain(problems({reject: `Reject ${'now '.repeat(20)}`}))).to.include(
      'at most 60 letters',
    );
  });

  it('lets honest ones pass', () => {
    for (const texts of [
      {accept: 'Yes, count me in', reject: 'No, thanks'},
      {accept: 'Принять cookie', reject: 'Отклонить cookie'},
      {accept: 'Zustimmen', reject: 'Nicht zustimmen'},
      {reject: 'Не согласен с cookies'},
      {settings: 'More about it', save: 'Save', on: 'Yes', off: 'No'},
      {ask: '{operator} asks: may we use cookies for {purposes}?', recipients: 'To {vendors}.'},
      {title: 'x', change: 'x'},
      {},
    ])
      expect(keys(texts), JSON.stringify(texts)).to.deep.equal([]);
  });

  it('finds nothing in our own texts, in any language', async () => {
    for (const language of languages) {
      const {messages} = (await fetchModule(`locale-${language}` as 'locale-en')) as {
        messages: Messages;
      };
      expect(keys(messages), language).to.deep.equal([]);
    }
  });
});

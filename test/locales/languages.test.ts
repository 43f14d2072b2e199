import {expect} from '@open-wc/testing';
import {languages, pickLanguage} from '../../src/locales/languages.js';
import {fetchModule, type Modules} from '../../src/modules.js';

describe('languages', () => {
  it('have messages, each in a file of its own that can be fetched', async () => {
    for (const language of languages) {
      const file = (await fetchModule(`locale-${language}` as keyof Modules)) as {messages: object};
      expect(file.messages).to.be.an('object');
    }
  });

  it('are picked by the first wish that there are messages for', () => {
    const pick = (...wishes: string[]) => pickLanguage(wishes, ['en', 'ru', 'pt-BR']);
    expect(pick('ru')).to.equal('ru');
    expect(pick('ru-RU')).to.equal('ru');
    expect(pick('RU')).to.equal('ru');
    expect(pick('de', 'ru', 'en')).to.equal('ru');
    expect(pick('', 'en-GB')).to.equal('en');
    expect(pick('auto', 'ru')).to.equal('ru');
    expect(pick('pt-br')).to.equal('pt-BR');
    expect(pick('pt-BR-x-y')).to.equal('pt-BR');
    expect(pick('pt')).to.equal('en');
    expect(pick('rus')).to.equal('en');
    expect(pick('r')).to.equal('en');
    expect(pick()).to.equal('en');
    expect(pick('*', '', ' ', 'x-klingon')).to.equal('en');
  });
});

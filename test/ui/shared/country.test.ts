import {expect} from '@open-wc/testing';
import {messages as en} from '../../../src/locales/en.js';
import {messages as ru} from '../../../src/locales/ru.js';
import {country} from '../../../src/ui/shared/country.js';
import type {View} from '../../../src/ui/shared/view.js';

const inEnglish = {messages: en, language: 'en'} as View;
const inRussian = {messages: ru, language: 'ru'} as View;

describe('country', () => {
  it('is named in the language', () => {
    expect(country('DE', inEnglish)).to.equal('Germany');
    expect(country('DE', inRussian)).to.equal('Германия');
  });

  it('is named by the messages as the browser would name it', () => {
    for (const view of [inEnglish, inRussian]) {
      const names = new Intl.DisplayNames(view.language, {type: 'region', style: 'short'});
      for (const code of ['RU', 'US']) expect(country(code, view)).to.equal(names.of(code));
    }
  });

  it('is written out: in short the United Kingdom would be RU in Spanish', () => {
    const inSpanish = {messages: {} as View['messages'], language: 'es'} as View;
    expect(country('GB', inSpanish)).to.equal('Reino Unido');
  });

  it('is the code itself where that is none', () => {
    expect(country('no code', inEnglish)).to.equal('no code');
  });
});

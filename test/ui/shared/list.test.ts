import {expect} from '@open-wc/testing';
import {messages as en} from '../../../src/locales/en.js';
import {messages as ru} from '../../../src/locales/ru.js';
import {list} from '../../../src/ui/shared/list.js';
import type {View} from '../../../src/ui/shared/view.js';

const inEnglish = {messages: en, language: 'en'} as View;

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
});

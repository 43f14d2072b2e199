import {expect} from '@open-wc/testing';
import {messages as en} from '../../../src/locales/en.js';
import {messages as ru} from '../../../src/locales/ru.js';
import {duration} from '../../../src/ui/shared/duration.js';
import {fakeChoice} from '../../helpers/fake-choice.js';

const choice = fakeChoice();

describe('duration', () => {
  for (const [days, english, russian] of [
    [0, en.session, ru.session],
    [730, '2 years', '2 года'],
    [400, '400 days', '400 дней'],
    [1, '1 day', '1 день'],
    [20 / 24, '20 hours', '20 часов'],
    [30 / 1440, '30 minutes', '30 минут'],
    [30 / 86_400, '30 seconds', '30 секунд'],
  ] as const) {
    it(`${days} days`, () => {
      expect(duration(days, {choice, messages: en, language: 'en'})).to.equal(english);
      expect(duration(days, {choice, messages: ru, language: 'ru'})).to.equal(russian);
    });
  }
});

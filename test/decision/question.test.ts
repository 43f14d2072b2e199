import {expect} from '@open-wc/testing';
import type {CategoryConfig, OwnServiceEntry, ServiceEntry} from '../../src/config/config.js';
import {questionsOf, wholeOf} from '../../src/decision/question.js';
import {readJson} from '../../src/config/read-json.js';
import {holdServices} from '../../src/services/held-service.js';

const chat = {
  service: 'chat',
  name: 'Chat',
  vendor: 'Chat Ltd',
  country: 'DE',
  purposes: ['communication', 'statistics'],
  scripts: ['https://chat.example/1.js'],
  cookies: ['chat_*', {name: 'id', days: 30}],
  storage: ['draft'],
} satisfies OwnServiceEntry;

const metrica = {service: 'yandex-metrica', counterId: 1} satisfies ServiceEntry;

type Categories = Record<string, CategoryConfig>;

/** Id → fingerprint, as a site with this config asks. */
function asked(categories: Categories, edition: readonly unknown[] = [undefined, false]) {
  const config = readJson({categories}).config!.categories;
  const held = Object.keys(config).flatMap((id) => holdServices(id, config[id]!.services));
  const ids = Object.keys(config).filter((id) => id !== 'necessary');
  return questionsOf(ids, held, edition);
}
const print = (categories: Categories, id: string, edition?: readonly unknown[]) =>
  asked(categories, edition).find((question) => question.id === id)?.fingerprint;
const chatPrint = (changes: object = {}) =>
  print({functional: {services: [{...chat, ...changes}]}}, 'chat');

describe('questions', () => {
  it('are one for each category and each service in it, and one for each part that is configured', () => {
    const questions = asked({
      necessary: {services: [{...chat, service: 'core'}]},
      functional: {services: [chat]},
      analytics: {
        services: [
          {...metrica, options: {webvisor: true}},
          {...metrica, counterId: 2},
        ],
      },
      advertising: {},
    });
    expect(questions.map(({id, category}) => [id, category])).to.deep.equal([
      ['functional', 'functional'],
      ['chat', 'functional'],
      ['analytics', 'analytics'],
      ['yandex-metrica', 'analytics'],
      ['yandex-metrica:webvisor', 'analytics'],
      ['advertising', 'advertising'],
    ]);
    for (const {fingerprint} of questions) expect(fingerprint).to.match(/^[0-9a-z]{4}$/);
  });

  it('know what a sub-question is a part of', () => {
    expect(wholeOf('yandex-metrica:webvisor')).to.equal('yandex-metrica');
    expect(wholeOf('yandex-metrica')).to.equal('yandex-metrica');
  });

  describe('invariant 6: are new ones (F28)', () => {
    const wider: Readonly<Record<string, object>> = {
      'for another vendor': {vendor: 'Other Ltd'},
      'in another country': {country: 'US'},
      'with a purpose more': {purposes: [...chat.purposes, 'advertising']},
      'with a purpose less': {purposes: ['communication']},
      'with other words for a purpose': {purposes: ['communication', 'counting']},
      'with a cookie more': {cookies: [...chat.cookies, 'more']},
      'with a wider name of a cookie': {cookies: ['chat*', {name: 'id', days: 30}]},
      'with storage more': {storage: ['draft', 'archive']},
    };
    for (const [name, changes] of Object.entries(wider)) {
      it(name, () => {
        expect(chatPrint(changes)).not.to.equal(chatPrint());
      });
    }

    it('in another category', () => {
      expect(print({analytics: {services: [chat]}}, 'chat')).not.to.equal(chatPrint());
    });

    it('under another id', () => {
      expect(print({functional: {services: [{...chat, service: 'chat2'}]}}, 'chat2')).not.to.equal(
        chatPrint(),
      );
    });

    it('where the owner adds a purpose to a service of the register', () => {
      const plain = print({analytics: {services: [metrica]}}, 'yandex-metrica');
      const wide = print(
        {analytics: {services: [{...metrica, purposes: ['advertising']}]}},
        'yandex-metrica',
      );
      expect(wide).not.to.equal(plain);
    });

    it('where any counter of a service adds one', () => {
      const two = (purposes: string[]) =>
        print(
          {analytics: {services: [metrica, {...metrica, counterId: 2, purposes}]}},
          'yandex-metrica',
        );
      expect(two(['advertising'])).not.to.equal(two([]));
    });
  });

  describe('are the same as before', () => {
    const same: Readonly<Record<string, object>> = {
      'with a comma more': {purposes: ['communication,', 'statistics.']},
      'in other case and spacing': {purposes: [' Communication ', 'STATISTICS']},
      'in another order': {purposes: ['statistics', 'communication']},
      'under another name': {name: {en: 'Chat!', ru: 'Чат'}},
      'from another address': {scripts: ['https://chat.example/2.js']},
      'with what is done at a withdrawal': {onWithdraw: 'reload'},
      'with the transfer acknowledged': {crossBorder: true},
    };
    for (const [name, changes] of Object.entries(same)) {
      it(name, () => {
        expect(chatPrint(changes)).to.equal(chatPrint());
      });
    }

    it('with a title, a description or another service beside them', () => {
      const before = asked({functional: {services: [chat]}});
      const after = asked({
        functional: {title: 'Extras', description: 'More', services: [metrica, chat]},
        analytics: {},
      });
      for (const question of before) expect(after).to.deep.include(question);
    });

    it('with other parameters of the counter', () => {
      const counter = (changes: object) =>
        print({analytics: {services: [{...metrica, ...changes}]}}, 'yandex-metrica');
      expect(counter({counterId: 5, options: {clickmap: false}})).to.equal(counter({}));
    });

    it('in Cyrillic too', () => {
      const words = (purposes: string[]) => chatPrint({purposes});
      expect(words(['Ответы, на вопросы'])).to.equal(words(['ответы на вопросы']));
      expect(words(['Ответы на вопросы'])).not.to.equal(words(['Вопросы на ответы']));
    });
  });

  it('invariant 6: are all new with a new edition', () => {
    const categories = {functional: {services: [chat]}, analytics: {services: [metrica]}};
    const old = asked(categories, ['1', false]);
    const young = asked(categories, ['2', false]);
    old.forEach(({id, fingerprint}, i) => {
      expect(young[i]!.id).to.equal(id);
      expect(young[i]!.fingerprint).not.to.equal(fingerprint);
    });
  });

  it('do not run together: two entries are not one with both words', () => {
    expect(chatPrint({purposes: ['ab', 'c']})).not.to.equal(chatPrint({purposes: ['a', 'bc']}));
    expect(chatPrint({vendor: 'A,B', country: 'DE'})).not.to.equal(
      chatPrint({vendor: 'A', country: 'DE'}),
    );
  });
});

import {expect} from '@open-wc/testing';
import type {CategoryConfig, ConsentGateConfig} from '../../src/config/config.js';
import {readJson} from '../../src/config/read-json.js';
import {fingerprintsOf} from '../../src/decision/fingerprints.js';
import {questionsOf} from '../../src/decision/question.js';
import {hold} from '../helpers/hold.js';
import {chat, metrica} from '../helpers/entries.js';

type Categories = Record<string, CategoryConfig>;

/** Id → fingerprint, as a site with this config asks. */
function prints(categories: Categories, more: Partial<ConsentGateConfig> = {}) {
  const config = readJson({policy: {url: '/', version: '1'}, categories, ...more}).config!;
  const held = hold(config.categories);
  return fingerprintsOf({config, held, questions: questionsOf(Object.keys(categories), held)});
}
const print = (categories: Categories, id: string, more?: Partial<ConsentGateConfig>) =>
  prints(categories, more).get(id);
const chatPrint = (changes: object = {}) =>
  print({functional: {services: [{...chat, ...changes}]}}, 'chat');

describe('fingerprints of questions', () => {
  it('are four letters and digits, as they have always been', () => {
    // Another one would ask every visitor anew.
    expect([
      ...prints({
        functional: {services: [chat]},
        analytics: {services: [{...metrica, options: {webvisor: true}}]},
      }),
    ]).to.deep.equal([
      ['functional', 'piws'],
      ['chat', 'ja5c'],
      ['analytics', 'fi7m'],
      ['yandex-metrica', 'f2se'],
      ['yandex-metrica:webvisor', 'lenz'],
    ]);
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

  it('invariant 6: are new ones where a part is not asked by itself any more: a yes to the rest is none to it', () => {
    const questions = (ask: 'google-ads:personalization'[]) =>
      prints({
        advertising: {
          services: [{service: 'google-ads', conversionId: 'AW-1', consentMode: {ask}}],
        },
      });
    const [apart, whole] = [questions(['google-ads:personalization']), questions([])];
    expect([...apart.keys()]).to.deep.equal([
      'advertising',
      'google-ads',
      'google-ads:personalization',
    ]);
    expect([...whole.keys()]).to.deep.equal(['advertising', 'google-ads']);
    expect(apart.get('google-ads')).not.to.equal(whole.get('google-ads'));
    expect(apart.get('advertising')).to.equal(whole.get('advertising'));
  });

  it('invariant 6: are new ones where a service of ours is one of another country or host', () => {
    const about = (variant?: string) => {
      const held = [
        {
          service: {id: 'matomo', revision: 1, hosts: [], ...(variant && {variant})},
          category: 'analytics',
          configured: [{service: 'matomo'}],
          parts: [],
        },
      ];
      const config = {policy: {url: '/', version: '1'}};
      return fingerprintsOf({config, held, questions: questionsOf(['analytics'], held)}).get(
        'matomo',
      );
    };
    expect(new Set([about(), about('a DE'), about('a FR'), about('b DE')]).size).to.equal(4);
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
      const before = prints({functional: {services: [chat]}});
      const after = prints({
        functional: {title: 'Extras', description: 'More', services: [metrica, chat]},
        analytics: {},
      });
      for (const [id, fingerprint] of before) expect(after.get(id)).to.equal(fingerprint);
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
    const old = prints(categories, {consent: {url: '/consent', version: '1'}});
    const young = prints(categories, {consent: {url: '/consent', version: '2'}});
    expect([...young.keys()]).to.deep.equal([...old.keys()]);
    for (const [id, fingerprint] of old) expect(young.get(id)).not.to.equal(fingerprint);
  });

  it('are all new with a new policy where its publication is what counts, and only there', () => {
    const policy = (version: string, mode: 'notice' | 'publish-is-effective') =>
      print({functional: {services: [chat]}}, 'chat', {policy: {url: '/', version, mode}});
    expect(policy('1', 'notice')).to.equal(policy('2', 'notice'));
    expect(policy('1', 'publish-is-effective')).not.to.equal(policy('2', 'publish-is-effective'));
  });

  it('do not run together: two entries are not one with both words', () => {
    expect(chatPrint({purposes: ['ab', 'c']})).not.to.equal(chatPrint({purposes: ['a', 'bc']}));
    expect(chatPrint({vendor: 'A,B', country: 'DE'})).not.to.equal(
      chatPrint({vendor: 'A', country: 'DE'}),
    );
  });
});

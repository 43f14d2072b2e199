import {expect} from '@open-wc/testing';
import {readJson} from '../../src/config/read-json.js';
import {questionsOf, wholeOf} from '../../src/decision/question.js';
import {hold} from '../helpers/hold.js';
import {chat, metrica} from '../helpers/entries.js';

describe('questions', () => {
  it('are one for each category and each service in it, and one for each part that is configured', () => {
    const {categories} = readJson({
      categories: {
        necessary: {services: [{...chat, service: 'core'}]},
        functional: {services: [chat]},
        analytics: {
          services: [
            {...metrica, options: {webvisor: true}},
            {...metrica, counterId: 2},
          ],
        },
        advertising: {},
      },
    }).config!;
    expect(questionsOf(Object.keys(categories), hold(categories))).to.deep.equal(
      [
        ['functional', 'functional'],
        ['chat', 'functional'],
        ['analytics', 'analytics'],
        ['yandex-metrica', 'analytics'],
        ['yandex-metrica:webvisor', 'analytics'],
        ['advertising', 'advertising'],
      ].map(([id, category]) => ({id, category})),
    );
  });

  it('know what a sub-question is a part of', () => {
    expect(wholeOf('yandex-metrica:webvisor')).to.equal('yandex-metrica');
    expect(wholeOf('yandex-metrica')).to.equal('yandex-metrica');
  });
});

import {expect} from '@open-wc/testing';
import {fingerprintsOf} from '../../src/decision/fingerprints.js';
import type {Asking} from '../../src/decision/fingerprints.js';
import {answersIn} from '../../src/decision/receipt.js';
import {createStore, type Store} from '../../src/decision/store.js';

/** A site with two categories, in a browser that refuses advertising. */
function open(): Asking & {readonly store: Store} {
  const questions = ['advertising', 'analytics'].map((id) => ({id, category: id}));
  const store = createStore({
    questions,
    record: undefined,
    policyVersion: '1',
    free: [],
    refused: ({category}) => category === 'advertising',
    answering: () => {},
    changed: () => {},
  });
  return {config: {policy: {url: '/privacy', version: '1'}}, held: [], questions, store};
}
const how = {method: 'ui', language: 'en'} as const;
const granted = (source: ReturnType<typeof open>) =>
  Object.fromEntries(answersIn(source.store.record, source).map(({id, granted}) => [id, granted]));

describe('the receipt', () => {
  it('invariant 16: says what the visitor has answered, and nothing that the browser refuses by itself', () => {
    const source = open();
    expect(granted(source)).to.deep.equal({advertising: null, analytics: null});
    source.store.answerAs(false, how);
    expect(granted(source), 'a no to everything').to.deep.equal({
      advertising: false,
      analytics: false,
    });
    source.store.reset();
    source.store.answerAs(new Map([['analytics', true]]), how);
    expect(granted(source)).to.deep.equal({advertising: null, analytics: true});
    source.store.answerAs(new Map([['advertising', true]]), how);
    expect(granted(source), 'the own switch goes before it').to.deep.equal({
      advertising: true,
      analytics: true,
    });
  });

  it('has the fingerprints that are in the cookie', () => {
    const source = open();
    const fingerprints = fingerprintsOf(source);
    for (const {id, fingerprint} of answersIn(source.store.record, source)) {
      expect(fingerprint).to.equal(fingerprints.get(id));
    }
  });

  it('says what was answered to a question that has changed since, or is no more, and not in which words', () => {
    const source = open();
    const record = {answers: '~y.analytics.zzzz~n.gone.abcd'};
    expect(
      answersIn(record, source).map(({granted, fingerprint, isToday}) => [
        granted,
        fingerprint,
        isToday,
      ]),
    ).to.deep.equal([
      [null, fingerprintsOf(source).get('advertising'), true],
      [true, 'zzzz', false],
      [false, 'abcd', false],
    ]);
  });
});

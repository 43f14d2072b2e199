import {expect} from '@open-wc/testing';
import {merged, sealed, stillValid} from '../../src/decision/answers.js';
import type {DecisionRecord} from '../../src/decision/record.js';

const recordOf = (answers: string, language = 'en'): DecisionRecord => ({
  decidedAt: '2026-11-22',
  method: 'ui',
  language,
  policyVersion: '1',
  textHash: '000000',
  answers,
});
const fingerprints = new Map([
  ['a', '1111'],
  ['b', '2222'],
  ['s:part', '3333'],
]);

describe('answers', () => {
  it('invariant 6: those to other questions, or in other words, are none', () => {
    const {answers} = stillValid(
      recordOf('~y.a.1111~y.b.1111~n.gone.4444~y.s:part.3333'),
      fingerprints,
    );
    expect(answers).to.equal('~y.a.1111~y.s:part.3333');
  });

  it('get their order and fingerprints when they are written', () => {
    const {answers} = sealed(recordOf('~y.s:part.~n.b.~y.a.9999'), fingerprints);
    expect(answers).to.equal('~y.a.1111~n.b.2222~y.s:part.3333');
  });

  describe('of two decisions that did not know of each other', () => {
    const answersOf = (mine: string, theirs: string) =>
      merged(recordOf(mine), recordOf(theirs), fingerprints).answers;

    it('invariant 11: a no of either wins', () => {
      expect(answersOf('~y.a.1111~n.b.2222', '~n.a.1111~y.b.2222')).to.equal('~n.a.1111~n.b.2222');
    });

    it('a yes of both is one', () => {
      expect(answersOf('~y.a.1111', '~y.a.1111')).to.equal('~y.a.1111');
    });

    it('what only one has answered stands', () => {
      expect(answersOf('~y.a.1111', '~y.b.2222')).to.equal('~y.a.1111~y.b.2222');
      expect(answersOf('~n.a.1111', '~n.b.2222')).to.equal('~n.a.1111~n.b.2222');
    });

    it('the later one says how', () => {
      expect(
        merged(recordOf('~y.a.1111', 'ru'), recordOf('~y.a.1111', 'en'), fingerprints).language,
      ).to.equal('ru');
    });
  });
});

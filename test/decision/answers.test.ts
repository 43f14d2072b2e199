import {expect} from '@open-wc/testing';
import {merged, sealed, stillValid, withRefusals} from '../../src/decision/answers.js';
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

  describe('with what was refused on a sister site', () => {
    const without = {...recordOf(''), decidedAt: '2026-11-29', method: 'api'} as const;
    const refuse = (answers: string | undefined, ...ids: string[]) =>
      withRefusals(answers === undefined ? undefined : recordOf(answers), new Set(ids), without);

    it('are no there, and nothing else', () => {
      expect(refuse('~y.a.1111~y.b.2222', 'a')?.answers).to.equal('~n.a.~y.b.');
      expect(refuse('~y.b.2222', 'a')?.answers).to.equal('~y.b.~n.a.');
      expect(refuse(undefined, 'a', 'b')?.answers).to.equal('~n.a.~n.b.');
    });

    it('make no record where nothing changes', () => {
      const record = recordOf('~n.a.1111~y.b.2222');
      expect(withRefusals(record, new Set(['a']), without)).to.equal(record);
      expect(withRefusals(record, new Set(), without)).to.equal(record);
      expect(refuse(undefined)).to.equal(undefined);
    });

    it('invariant 8: a yes that is left holds no longer for it', () => {
      expect(refuse('~y.a.1111~y.b.2222', 'a')).to.include({decidedAt: '2026-11-22', method: 'ui'});
      expect(refuse('~y.a.1111', 'a')).to.include({decidedAt: '2026-11-29', method: 'api'});
    });
  });
});

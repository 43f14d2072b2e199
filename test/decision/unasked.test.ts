import {expect} from '@open-wc/testing';
import {decide} from '../../src/decision/decision.js';
import type {Question} from '../../src/decision/question.js';
import type {DecisionRecord} from '../../src/decision/record.js';
import {
  earlierOf,
  hear,
  isAskedNow,
  saidOf,
  withoutUnasked,
  withUnasked,
  type Asked,
} from '../../src/decision/unasked.js';

const far = '2999-01-01';
const fingerprints = new Map(
  ['analytics', 'old', 'new', 'new:part', 'maps'].map((id) => [id, 'abcd']),
);
/** A site whose policy has a version more, with a service, a part and a category that are new. */
const open = (policy: Partial<Asked['config']['policy']> = {}): Asked => ({
  config: {policy: {url: '/', version: '2', effectiveAt: far, ...policy}},
  questions: [
    ...['analytics', 'old', 'new', 'new:part'].map((id) => ({id, category: 'analytics'})),
    {id: 'maps', category: 'maps'},
  ],
});
const record: DecisionRecord = {
  decidedAt: '2026-11-01',
  method: 'ui',
  language: 'en',
  policyVersion: '1',
  textHash: 'aaaaaa',
  answers: '~y.analytics.abcd~y.old.abcd',
};
const answerOf =
  ({answers}: DecisionRecord) =>
  ({id}: Question) =>
    answers.includes(`~y.${id}.`) || (answers.includes(`~n.${id}.`) ? false : undefined);

describe('what is not asked yet', () => {
  it('is a no, asks nothing, and takes nothing from its category', () => {
    const site = open();
    const now = withUnasked(record, site, fingerprints);
    const {unanswered, categories, services} = decide(site.questions, [], now, answerOf(now));
    expect(unanswered).to.deep.equal([]);
    expect({...categories}).to.deep.equal({necessary: true, analytics: true, maps: false});
    expect({...services}).to.deep.equal({old: true, new: false, 'new:part': false});
  });

  it('is what has no answer that holds, before the day alone', () => {
    const unasked = (policy: Partial<Asked['config']['policy']>, of = record) => {
      const site = open(policy);
      const now = withUnasked(of, site, fingerprints);
      return [...(earlierOf(site.config, now)?.unasked ?? [])];
    };
    expect(unasked({})).to.deep.equal(['new', 'new:part', 'maps']);
    expect(unasked({effectiveAt: undefined, publishedAt: far}), 'not published').to.have.length(3);
    expect(unasked({effectiveAt: '2026-01-01'}), 'it holds').to.deep.equal([]);
    expect(unasked({effectiveAt: undefined}), 'no day').to.deep.equal([]);
    expect(unasked({mode: 'publish-is-effective'})).to.deep.equal([]);
    expect(unasked({}, {...record, policyVersion: '2'}), 'the same version').to.deep.equal([]);
    expect(unasked({}, {...record, answers: ''}), 'no answer that holds').to.deep.equal([]);
  });

  it('is not written; a single yes leaves the record one of the earlier version', () => {
    const site = open();
    const now = withUnasked(record, site, fingerprints);
    const one = {
      ...now,
      policyVersion: '2',
      textHash: 'bbbbbb',
      only: true,
      answers: now.answers.replace('~n.maps', '~y.maps'),
    };
    expect(withoutUnasked(one, site.config, record)).to.deep.include({
      policyVersion: '1',
      textHash: 'aaaaaa',
      answers: '~y.analytics.abcd~y.old.abcd~y.maps.abcd',
    });
    expect(isAskedNow(site.config, one)).to.be.false;
  });

  it('is an answer like any other after one to everything', () => {
    const site = open();
    const now = withUnasked(record, site, fingerprints);
    const order = site.questions.map(({id}) => id);
    const all = {...now, policyVersion: '2', textHash: 'bbbbbb'};
    expect(withoutUnasked(all, site.config, record)).to.equal(all);
    expect(isAskedNow(site.config, all)).to.be.true;
    withUnasked(all, site, fingerprints);
    expect(isAskedNow(site.config, all)).to.be.false;
    expect(site.questions.map(({id}) => id)).to.deep.equal(open().questions.map(({id}) => id));
    expect(order).not.to.deep.equal(open().questions.map(({id}) => id));
  });

  it('is of one site alone', () => {
    const site = open();
    const now = withUnasked(record, site, fingerprints);
    expect(earlierOf(open().config, now)).to.be.undefined;
    expect(earlierOf(undefined, now)).to.be.undefined;
  });

  it('is said once it has been refused elsewhere, and the rest is not', () => {
    const site = open();
    const now = withUnasked(record, site, fingerprints);
    expect(saidOf(site.config, now)!.answers).to.equal(record.answers);
    const heard = {...record, answers: `${record.answers}~n.maps.`};
    hear(heard);
    expect([...earlierOf(site.config, now)!.unasked]).to.deep.equal(['new', 'new:part']);
    expect(withoutUnasked(heard, site.config, record).answers).to.contain('~n.maps.');
  });
});

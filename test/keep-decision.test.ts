import {expect} from '@open-wc/testing';
import {createStore} from '../src/decision/store.js';
import {keepDecision, keepRecord, type Keeper} from '../src/keep-decision.js';
import {storedRecord} from '../src/record-jar.js';
import {clearCookies} from './helpers/cookies.js';
import {settled} from './helpers/settled.js';

const jar = {name: 'consent-gate', days: 182};
const how = {method: 'ui', language: 'en', textHash: 'abcdef'} as const;
const by = (answers: Readonly<Record<string, boolean>>) => new Map(Object.entries(answers));

/** A document of a site with two categories. */
function openDocument(): Keeper {
  const questions = ['advertising', 'analytics'].map((id) => ({id, category: id}));
  const store = createStore({
    questions,
    record: storedRecord(jar),
    policyVersion: '1',
    free: ['necessary'],
    refused: () => false,
    changed: () => {},
  });
  const config = {policy: {url: '/', version: '1'}};
  return {config, held: [], questions, jar, store, seen: JSON.stringify(storedRecord(jar))};
}
const answersOf = ({store}: Keeper) => ({...store.decision.categories});

describe('keeping a decision', () => {
  beforeEach(clearCookies);
  afterEach(async () => {
    await settled();
    clearCookies();
  });

  it('writes what the next page reads', () => {
    const page = openDocument();
    page.store.answerAs(by({analytics: true}), how);
    keepDecision(page);
    const next = openDocument();
    expect(next.seen).to.equal(page.seen);
    expect(answersOf(next)).to.deep.equal({necessary: true, advertising: false, analytics: true});
  });

  it('invariant 11: puts it together with what another document has written meanwhile, and both say the same', () => {
    const [one, other] = [openDocument(), openDocument()];
    one.store.answerAs(by({analytics: true, advertising: false}), how);
    keepDecision(one);
    other.store.answerAs(by({analytics: true, advertising: true}), how);
    keepDecision(other);
    expect(answersOf(other)).to.deep.equal({necessary: true, advertising: false, analytics: true});
    expect(answersOf(openDocument())).to.deep.equal(answersOf(other));
  });

  it('a later decision of one that has seen the other replaces it', () => {
    const one = openDocument();
    one.store.answerAs(false, how);
    keepDecision(one);
    const other = openDocument();
    other.store.answerAs(true, how);
    keepDecision(other);
    expect(answersOf(openDocument())).to.deep.include({advertising: true, analytics: true});
  });

  it('and so does one of the same document, at once', () => {
    const page = openDocument();
    page.store.answerAs(false, how);
    keepDecision(page);
    page.store.answerAs(true, how);
    keepDecision(page);
    expect(answersOf(openDocument())).to.deep.include({advertising: true, analytics: true});
  });

  it('invariant 11: looks again whether it is still there, and wins back a refusal that was written over', async () => {
    const [one, other] = [openDocument(), openDocument()];
    one.store.answerAs(false, how);
    keepDecision(one);
    // At the same moment: it has not seen the first one's.
    other.store.answerAs(true, how);
    keepRecord(jar, {
      ...other.store.record!,
      answers: storedRecord(jar)!.answers.replaceAll('n.', 'y.'),
    });
    await settled(50);
    expect(answersOf(openDocument())).to.deep.include({advertising: false, analytics: false});
  });

  it('forgets after a reset', () => {
    const page = openDocument();
    page.store.answerAs(true, how);
    keepDecision(page);
    page.store.reset();
    keepDecision(page);
    expect(storedRecord(jar)).to.equal(undefined);
  });
});

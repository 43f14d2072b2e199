import {expect} from '@open-wc/testing';
import {createStore} from '../src/decision/store.js';
import {keepDecision, keepRecord, type Keeper} from '../src/keep-decision.js';
import {storedRecord} from '../src/record-jar.js';
import {listenToConsole} from './helpers/console-calls.js';
import {clearCookies} from './helpers/cookies.js';
import {fakeCookie} from './helpers/fake-cookie.js';
import {settled} from './helpers/settled.js';

const jar = {name: 'consent-gate', days: 182};
const how = {method: 'ui', language: 'en'} as const;
const by = (answers: Readonly<Record<string, boolean>>) => new Map(Object.entries(answers));

/** A document of a site with two categories. */
function openDocument(): Keeper {
  const questions = ['advertising', 'analytics'].map((id) => ({id, category: id}));
  const store = createStore({
    questions,
    record: storedRecord(jar),
    policyVersion: '1',
    free: [],
    refused: () => false,
    answering: () => {},
    changed: () => {},
  });
  const config = {policy: {url: '/', version: '1'}};
  const hashTexts = () => 'abcdef';
  return {
    config,
    held: [],
    questions,
    jar,
    store,
    hashTexts,
    signal: new AbortController().signal,
    writing: 1,
    seen: storedRecord(jar)?.answers,
  };
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
    void keepDecision(page);
    const next = openDocument();
    expect(next.seen).to.equal(page.seen);
    expect(answersOf(next)).to.deep.equal({necessary: true, advertising: false, analytics: true});
  });

  it('invariant 11: puts it together with what another document has written meanwhile, and both say the same', () => {
    const [one, other] = [openDocument(), openDocument()];
    one.store.answerAs(by({analytics: true, advertising: false}), how);
    void keepDecision(one);
    other.store.answerAs(by({analytics: true, advertising: true}), how);
    void keepDecision(other);
    expect(answersOf(other)).to.deep.equal({necessary: true, advertising: false, analytics: true});
    expect(answersOf(openDocument())).to.deep.equal(answersOf(other));
  });

  it('a later decision of one that has seen the other replaces it', () => {
    const one = openDocument();
    one.store.answerAs(false, how);
    void keepDecision(one);
    const other = openDocument();
    other.store.answerAs(true, how);
    void keepDecision(other);
    expect(answersOf(openDocument())).to.deep.include({advertising: true, analytics: true});
  });

  it('and so does one of the same document, at once', () => {
    const page = openDocument();
    page.store.answerAs(false, how);
    void keepDecision(page);
    page.store.answerAs(true, how);
    void keepDecision(page);
    expect(answersOf(openDocument())).to.deep.include({advertising: true, analytics: true});
  });

  it('invariant 11: looks again whether it is still there, and wins back a refusal that was written over', async () => {
    const [one, other] = [openDocument(), openDocument()];
    one.store.answerAs(false, how);
    void keepDecision(one);
    // At the same moment: it has not seen the first one's.
    other.store.answerAs(true, how);
    keepRecord(jar, {
      ...other.store.record!,
      answers: storedRecord(jar)!.answers.replaceAll('n.', 'y.'),
    });
    await settled(50);
    expect(answersOf(openDocument())).to.deep.include({advertising: false, analytics: false});
  });

  it('invariant 20: says once that it cannot, and keeps the choice for the page', () => {
    const spoken = listenToConsole();
    const restore = fakeCookie({});
    const page = openDocument();
    try {
      page.store.answerAs(true, how);
      void keepDecision(page);
      expect(spoken.warnings).to.have.length(1);
      expect(page.frozen).to.be.false;
      expect(answersOf(page)).to.deep.include({advertising: true, analytics: true});
    } finally {
      restore();
      spoken.restore();
    }
  });

  it('knows a jar that holds an older answer and takes no new one', () => {
    const page = openDocument();
    page.store.answerAs(true, how);
    void keepDecision(page);
    const spoken = listenToConsole();
    const old = document.cookie;
    const restore = fakeCookie({get: () => old});
    try {
      page.store.answerAs(false, how);
      void keepDecision(page);
      expect(page.frozen).to.be.true;
      expect(page.seen).to.equal(storedRecord(jar)?.answers);
      expect(answersOf(page)).to.deep.include({advertising: false, analytics: false});
    } finally {
      restore();
      spoken.restore();
    }
  });

  it('forgets after a reset', () => {
    const page = openDocument();
    page.store.answerAs(true, how);
    void keepDecision(page);
    page.store.reset();
    void keepDecision(page);
    expect(storedRecord(jar)).to.equal(undefined);
  });
});

import {expect} from '@open-wc/testing';
import {sealed} from '../src/decision/answers.js';
import {fingerprintsOf} from '../src/decision/fingerprints.js';
import {createStore} from '../src/decision/store.js';
import {keepDecision, keepRecord, type Keeper} from '../src/keep-decision.js';
import {storedRecord} from '../src/record-jar.js';
import {listenToConsole} from './helpers/console-calls.js';
import {clearCookies, setCookies} from './helpers/cookies.js';
import {fakeCookie} from './helpers/fake-cookie.js';
import {settled} from './helpers/settled.js';

const jar = {name: 'consent-gate', days: 182};
const how = {method: 'ui', language: 'en'} as const;
const by = (answers: Readonly<Record<string, boolean>>) => new Map(Object.entries(answers));

let stopping: AbortController;

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
    signal: stopping.signal,
    writing: 1,
    seen: storedRecord(jar)?.text,
  };
}
const withoutLocks = () => {
  Object.defineProperty(navigator, 'locks', {configurable: true, value: undefined});
  return () => Reflect.deleteProperty(navigator, 'locks');
};
const answersOf = ({store}: Keeper) => ({...store.decision.categories});

describe('keeping a decision', () => {
  beforeEach(() => {
    stopping = new AbortController();
    clearCookies();
  });
  afterEach(clearCookies);

  it('writes what the next page reads', async () => {
    const page = openDocument();
    page.store.answerAs(by({analytics: true}), how);
    await keepDecision(page);
    expect(page.writing).to.equal(0);
    const next = openDocument();
    expect(next.seen).to.equal(page.seen);
    expect(answersOf(next)).to.deep.equal({necessary: true, advertising: false, analytics: true});
  });

  it('invariant 11: puts it together with what another document has written meanwhile, and both say the same', async () => {
    const [one, other] = [openDocument(), openDocument()];
    one.store.answerAs(by({analytics: true, advertising: false}), how);
    other.store.answerAs(by({analytics: true, advertising: true}), how);
    await Promise.all([keepDecision(one), keepDecision(other)]);
    expect(answersOf(other)).to.deep.equal({necessary: true, advertising: false, analytics: true});
    expect(answersOf(openDocument())).to.deep.equal(answersOf(other));
  });

  it('a later decision of one that has seen the other replaces it', async () => {
    const one = openDocument();
    one.store.answerAs(false, how);
    await keepDecision(one);
    const other = openDocument();
    other.store.answerAs(true, how);
    await keepDecision(other);
    expect(answersOf(openDocument())).to.deep.include({advertising: true, analytics: true});
  });

  describe('answers to questions that only another page of the host asks', () => {
    const today = new Date().toISOString().slice(0, 10);
    const theirs = (decidedAt: string, answers = '~y.analytics.0000~n.chat.1111~y.maps.2222') =>
      setCookies(`${jar.name}=1~${decidedAt}~ui~en~1~abcdef${answers}; Path=/`);
    const kept = async (what: boolean) => {
      const page = openDocument();
      page.store.answerAs(what, how);
      await keepDecision(page);
      expect(page.seen).to.equal(storedRecord(jar)?.text);
      return storedRecord(jar)!.answers.match(/[yn]\.(chat|maps)/g) ?? [];
    };
    const yesterday = new Date(Date.now() - 864e5).toISOString().slice(0, 10);

    it('stay where they were given on the same day', async () => {
      theirs(today);
      expect(await kept(true)).to.deep.equal(['n.chat', 'y.maps']);
      expect(answersOf(openDocument())).to.deep.include({advertising: true, analytics: true});
    });
    it('a yes is none any more where everything is refused', async () => {
      theirs(today);
      expect(await kept(false)).to.deep.equal(['n.chat']);
    });
    it('nor where it would hold longer than its days', async () => {
      theirs(yesterday);
      expect(await kept(true)).to.deep.equal(['n.chat']);
    });
    it('go where there is no room for them', async () => {
      const many = Array.from(
        {length: 180},
        (_, i) => `~n.chat-${String(i).padStart(3, '0')}-long.1111`,
      );
      theirs(today, many.join(''));
      expect(storedRecord(jar)?.answers.length).to.be.above(3400);
      await kept(true);
      expect(storedRecord(jar)!.answers).to.match(/^~y\.advertising\.\w+~y\.analytics\.\w+$/);
    });
    it('are erased by a reset', async () => {
      theirs(today);
      const page = openDocument();
      page.store.reset();
      await keepDecision(page);
      expect(storedRecord(jar)).to.equal(undefined);
    });
  });

  it('and so does one of the same document, at once', async () => {
    const page = openDocument();
    page.store.answerAs(false, how);
    const first = keepDecision(page);
    page.store.answerAs(true, how);
    await Promise.all([first, keepDecision(page)]);
    expect(answersOf(openDocument())).to.deep.include({advertising: true, analytics: true});
  });

  it('invariant 11: waits while another document writes, and then sees it', async () => {
    const [one, other] = [openDocument(), openDocument()];
    other.store.answerAs(true, how);
    let kept: Promise<void> | undefined;
    await navigator.locks.request('consent-gate', async () => {
      kept = keepDecision(other);
      await settled(50);
      expect(storedRecord(jar), 'nothing is written out of turn').to.equal(undefined);
      one.store.answerAs(false, how);
      const record = {...one.store.record!, textHash: 'abcdef'};
      keepRecord(jar, sealed(record, fingerprintsOf(one)));
    });
    await kept;
    expect(answersOf(other)).to.deep.include({advertising: false, analytics: false});
    expect(answersOf(openDocument())).to.deep.equal(answersOf(other));
  });

  for (const [event, happens] of [
    ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
    ['the page is about to go', () => window.dispatchEvent(new Event('beforeunload'))],
    ['the gate is stopped', () => stopping.abort()],
  ] as const) {
    it(`writes at once where ${event}, and not again in its turn`, async () => {
      const page = openDocument();
      page.store.answerAs(false, how);
      let kept: Promise<void> | undefined;
      await navigator.locks.request('consent-gate', async () => {
        kept = keepDecision(page);
        await settled();
        expect(storedRecord(jar)).to.equal(undefined);
        happens();
        expect(answersOf(openDocument())).to.deep.include({advertising: false, analytics: false});
        clearCookies();
      });
      await kept;
      expect(storedRecord(jar)).to.equal(undefined);
    });
  }

  it('writes at once what was decided before the gate was stopped', () => {
    const page = openDocument();
    page.store.answerAs(false, how);
    stopping.abort();
    void keepDecision(page);
    expect(answersOf(openDocument())).to.deep.include({advertising: false, analytics: false});
  });

  it('invariant 11: a document that holds the lock for ever holds nobody up', async () => {
    let release = () => {};
    void navigator.locks.request(
      'consent-gate',
      () => new Promise<void>((resolve) => (release = resolve)),
    );
    const page = openDocument();
    page.store.answerAs(false, how);
    await keepDecision(page);
    release();
    expect(answersOf(openDocument())).to.deep.include({advertising: false, analytics: false});
  });

  it('invariants 11, 20: without locks it looks again, and wins back a refusal that was written over', async () => {
    const restore = withoutLocks();
    try {
      const [one, other] = [openDocument(), openDocument()];
      one.store.answerAs(false, how);
      const kept = keepDecision(one);
      // At the same moment: it has not seen the first one's.
      other.store.answerAs(true, how);
      keepRecord(jar, {
        ...other.store.record!,
        textHash: 'abcdef',
        answers: storedRecord(jar)!.answers.replaceAll('n.', 'y.'),
      });
      expect(answersOf(openDocument())).to.deep.include({advertising: true, analytics: true});
      await kept;
      expect(answersOf(openDocument())).to.deep.include({advertising: false, analytics: false});
    } finally {
      restore();
    }
  });

  it('invariant 3: what another document forgets meanwhile does not come back with an answer', async () => {
    const before = openDocument();
    before.store.answerAs(true, how);
    await keepDecision(before);
    const page = openDocument();
    page.store.answerAs(by({advertising: false}), how);
    keepRecord(jar, undefined);
    await keepDecision(page);
    expect(answersOf(page)).to.deep.equal({necessary: true, advertising: false, analytics: false});
    expect(page.store.decision.unanswered).to.deep.equal(['analytics']);
    expect(answersOf(openDocument())).to.deep.equal(answersOf(page));
  });

  it('invariant 20: says once that it cannot, and keeps the choice for the page', async () => {
    const spoken = listenToConsole();
    const restore = fakeCookie({});
    const page = openDocument();
    try {
      page.store.answerAs(true, how);
      await keepDecision(page);
      expect(spoken.warnings).to.have.length(1);
      expect(page.frozen).to.be.false;
      expect(answersOf(page)).to.deep.include({advertising: true, analytics: true});
    } finally {
      restore();
      spoken.restore();
    }
  });

  it('knows a jar that holds an older answer and takes no new one', async () => {
    const page = openDocument();
    page.store.answerAs(true, how);
    await keepDecision(page);
    const spoken = listenToConsole();
    const old = document.cookie;
    const restore = fakeCookie({get: () => old});
    try {
      page.store.answerAs(false, how);
      await keepDecision(page);
      expect(page.frozen).to.be.true;
      expect(page.seen).to.equal(storedRecord(jar)?.text);
      expect(answersOf(page)).to.deep.include({advertising: false, analytics: false});
    } finally {
      restore();
      spoken.restore();
    }
  });

  it('forgets after a reset', async () => {
    const page = openDocument();
    page.store.answerAs(true, how);
    await keepDecision(page);
    page.store.reset();
    await keepDecision(page);
    expect(storedRecord(jar)).to.equal(undefined);
  });
});

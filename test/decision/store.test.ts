import {expect} from '@open-wc/testing';
import {sealed, stillValid} from '../../src/decision/answers.js';
import type {Decision} from '../../src/decision/decision.js';
import type {Question} from '../../src/decision/question.js';
import {readRecord, type DecisionRecord} from '../../src/decision/record.js';
import {createStore, type Store, type StoreRules} from '../../src/decision/store.js';
import {writeRecord} from '../../src/decision/write-record.js';

const how = {method: 'ui', language: 'en'} as const;

/** As the public `choose` names its answers. */
const by = (answers: Readonly<Record<string, boolean>>) => new Map(Object.entries(answers));

const ask = (category: string, id = category): Question => ({id, category});
const questions: readonly Question[] = [
  ask('functional'),
  ask('functional', 'youtube'),
  ask('analytics'),
  ask('analytics', 'yandex-metrica'),
  ask('analytics', 'yandex-metrica:webvisor'),
  ask('analytics', 'google-analytics'),
  ask('advertising'),
  ask('advertising', 'google-ads'),
];

const fingerprints = new Map(questions.map(({id}) => [id, '0000']));

interface Told {
  readonly previous: Decision;
  readonly record: DecisionRecord | undefined;
}

function open(rules: Partial<StoreRules> = {}): Store & {told: Told[]} {
  const told: Told[] = [];
  const store = createStore({
    questions,
    record: undefined,
    policyVersion: '2026-11-01',
    free: ['session-check'],
    refused: () => false,
    answering: () => {},
    changed: (previous, record) => void told.push({previous, record}),
    ...rules,
  });
  return Object.defineProperty(store, 'told', {value: told}) as Store & {told: Told[]};
}
/** Ids that are granted, but for what needs no grant. */
const granted = ({decision}: Store) =>
  Object.entries({...decision.categories, ...decision.services})
    .filter(([id, yes]) => yes && id !== 'necessary' && id !== 'session-check')
    .map(([id]) => id);
const answers = (store: Store) =>
  Object.fromEntries(questions.map(({id}) => [id, store.answer(id)]));
/** As it is written. */
const lastRecord = ({told}: {told: Told[]}) =>
  sealed({...told.at(-1)!.record!, textHash: 'abcdef'}, fingerprints);
const recordOf = (text: string): DecisionRecord => ({
  decidedAt: new Date().toISOString().slice(0, 10),
  method: 'ui',
  language: 'ru',
  policyVersion: '2026-01-01',
  textHash: '000000',
  answers: text,
});

const GPC = ({category}: Question) => category === 'advertising';
const all = questions.map(({id}) => id);
const everything = [...all]
  .sort()
  .map((id) => `~y.${id}.0000`)
  .join('');
const without = (...ids: string[]) => all.filter((id) => !ids.includes(id));

describe('the store', () => {
  describe('before a choice', () => {
    it('invariant 3: grants nothing but what is necessary', () => {
      const store = open();
      expect(store.decision.status).to.equal('undecided');
      expect({...store.decision.categories}).to.deep.equal({
        necessary: true,
        functional: false,
        analytics: false,
        advertising: false,
      });
      expect({...store.decision.services}).to.deep.equal({
        'session-check': true,
        youtube: false,
        'yandex-metrica': false,
        'yandex-metrica:webvisor': false,
        'google-analytics': false,
        'google-ads': false,
      });
      expect(store.decision.unanswered).to.deep.equal(all);
      const {decidedAt, method, policyVersion, language} = store.decision;
      expect([decidedAt, method, policyVersion, language]).to.deep.equal([null, null, null, null]);
      expect(store.told).to.deep.equal([]);
    });

    it('invariant 3: has nothing, also under names that every object has', () => {
      const store = open();
      for (const id of [
        ...all,
        'unknown',
        '',
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
      ]) {
        expect(store.has(id), id).to.equal(all.includes(id) ? false : undefined);
      }
      expect(store.has('necessary')).to.be.true;
      expect(store.has('session-check')).to.be.true;
    });
  });

  it('gives a decision that nobody can change', () => {
    const store = open();
    for (const act of [() => {}, () => store.answerAs(true, how), () => store.reset()]) {
      act();
      const {decision} = store;
      for (const part of [decision, decision.categories, decision.services, decision.unanswered]) {
        expect(Object.isFrozen(part)).to.be.true;
      }
      expect(() => {
        (decision.categories as Record<string, boolean>)['analytics'] = true;
      }).to.throw(TypeError);
      expect(() => {
        (store as {decision: unknown}).decision = {};
      }).to.throw(TypeError);
    }
  });

  it('gives the same decision until there is another', () => {
    const store = open();
    const before = store.decision;
    expect(store.decision).to.equal(before);
    store.answerAs(true, how);
    expect(store.decision).not.to.equal(before);
    expect(store.told[0]!.previous).to.equal(before);
  });

  describe('acceptAll', () => {
    it('grants every question and writes who, when and what', () => {
      const store = open();
      store.answerAs(true, how);
      expect(granted(store)).to.have.members(all);
      expect(store.decision).to.include({
        status: 'decided',
        decidedAt: new Date().toISOString().slice(0, 10),
        method: 'ui',
        policyVersion: '2026-11-01',
        language: 'en',
      });
      expect(store.decision.unanswered).to.deep.equal([]);
    });

    it('invariant 16: says how it was given', () => {
      for (const method of ['ui', 'synthetic', 'api'] as const) {
        const store = open();
        store.answerAs(true, {method, language: 'ru'});
        expect(store.decision).to.include({method, language: 'ru'});
        expect(lastRecord(store)).to.include({method, language: 'ru'});
      }
    });

    it('tells once', () => {
      const store = open();
      store.answerAs(true, how);
      expect(store.told).to.have.length(1);
    });
  });

  describe('rejectAll', () => {
    it('denies every question', () => {
      const store = open();
      store.answerAs(false, how);
      expect(granted(store)).to.deep.equal([]);
      expect(store.decision.status).to.equal('decided');
      expect(store.decision.unanswered).to.deep.equal([]);
      expect(store.decision.categories['necessary']).to.be.true;
    });

    it('invariant 5: writes a refusal as firmly as consent', () => {
      const [yes, no] = [open(), open()];
      yes.answerAs(true, how);
      no.answerAs(false, how);
      const [accepted, refused] = [writeRecord(lastRecord(yes)), writeRecord(lastRecord(no))];
      expect(refused).to.equal(accepted.replaceAll('~y.', '~n.'));
      expect(readRecord(refused, 182, Date.now())).not.to.equal(undefined);
      expect(readRecord(accepted, 182, Date.now())).not.to.equal(undefined);
    });

    it('takes back what was granted', () => {
      const store = open();
      store.answerAs(true, how);
      store.answerAs(false, how);
      expect(granted(store)).to.deep.equal([]);
    });
  });

  describe('choose', () => {
    it('by category speaks for its services, not for their parts', () => {
      const store = open();
      store.answerAs(by({analytics: true}), how);
      expect(answers(store)).to.deep.equal({
        functional: false,
        youtube: false,
        analytics: true,
        'yandex-metrica': true,
        'yandex-metrica:webvisor': false,
        'google-analytics': true,
        advertising: false,
        'google-ads': false,
      });
    });

    it('by service beats its category', () => {
      const store = open();
      store.answerAs(by({analytics: true, 'google-analytics': false}), how);
      expect(store.has('yandex-metrica')).to.be.true;
      expect(store.has('google-analytics')).to.be.false;
      expect(store.has('analytics'), 'a category is all of its services').to.be.false;
      expect(store.answer('analytics')).to.be.true;

      store.answerAs(by({analytics: false, 'google-analytics': true}), how);
      expect(store.has('yandex-metrica')).to.be.false;
      expect(store.has('google-analytics')).to.be.true;
      expect(store.has('analytics')).to.be.false;
    });

    it('keeps what it does not name, and denies it where it had no answer', () => {
      const store = open();
      store.answerAs(by({youtube: true}), how);
      expect(granted(store)).to.deep.equal(['youtube']);
      expect(store.decision.unanswered).to.deep.equal([]);
      store.answerAs(by({'google-ads': true}), how);
      expect(granted(store)).to.have.members(['youtube', 'google-ads']);
      store.answerAs(by({}), how);
      expect(granted(store)).to.have.members(['youtube', 'google-ads']);
    });

    it('grants a part by its own name only', () => {
      const store = open();
      store.answerAs(by({'yandex-metrica': true}), how);
      expect(store.has('yandex-metrica:webvisor')).to.be.false;
      store.answerAs(by({'yandex-metrica:webvisor': true}), how);
      expect(store.has('yandex-metrica:webvisor')).to.be.true;
    });

    it('keeps a part when its service is granted again', () => {
      const store = open();
      store.answerAs(by({'yandex-metrica': true, 'yandex-metrica:webvisor': true}), how);
      store.answerAs(by({'yandex-metrica': true}), how);
      expect(store.has('yandex-metrica:webvisor')).to.be.true;
      store.answerAs(by({analytics: true}), how);
      expect(store.has('yandex-metrica:webvisor')).to.be.true;
    });

    for (const above of ['yandex-metrica', 'analytics']) {
      it(`denies a part with its ${above === 'analytics' ? 'category' : 'service'}, for good`, () => {
        const store = open();
        store.answerAs(true, how);
        store.answerAs(by({[above]: false}), how);
        expect(store.has('yandex-metrica:webvisor')).to.be.false;
        store.answerAs(by({[above]: true}), how);
        expect(store.has('yandex-metrica')).to.be.true;
        expect(store.has('yandex-metrica:webvisor')).to.be.false;
      });
    }

    it('never has a part without its service', () => {
      const store = open();
      store.answerAs(by({'yandex-metrica': false, 'yandex-metrica:webvisor': true}), how);
      expect(store.has('yandex-metrica:webvisor')).to.be.false;
    });

    it('answers nothing for ids that are no question', () => {
      const store = open();
      const hostile = JSON.parse('{"__proto__":true,"constructor":true,"unknown":true}') as Record<
        string,
        boolean
      >;
      store.answerAs(by(hostile), how);
      expect(granted(store)).to.deep.equal([]);
      expect(store.decision.categories).not.to.have.property('unknown');
    });

    it('cannot switch off what is necessary', () => {
      const store = open();
      store.answerAs(by({necessary: false, 'session-check': false}), how);
      expect(store.has('necessary')).to.be.true;
      expect(store.has('session-check')).to.be.true;
    });
  });

  describe('with a standing refusal of the browser (GPC)', () => {
    it('asks nothing of what is refused, and has it not', () => {
      const store = open({refused: GPC});
      expect(store.decision.unanswered).to.deep.equal(without('advertising', 'google-ads'));
      expect(store.answer('advertising')).to.be.false;
    });

    it('acceptAll does not override it, nor writes it down as said by the visitor', () => {
      const store = open({refused: GPC});
      store.answerAs(true, how);
      expect(granted(store)).to.have.members(without('advertising', 'google-ads'));
      expect(store.decision.status).to.equal('decided');
      expect(lastRecord(store).answers)
        .not.to.contain('advertising')
        .and.not.to.contain('google-ads');
    });

    it('a category not named by choose stays open in the record', () => {
      const store = open({refused: GPC});
      store.answerAs(by({analytics: true}), how);
      expect(lastRecord(store).answers).not.to.contain('advertising');
      expect(store.has('advertising')).to.be.false;
    });

    it('its own switch goes before it, and acceptAll keeps that', () => {
      const store = open({refused: GPC});
      store.answerAs(by({advertising: true}), how);
      expect(store.has('advertising')).to.be.true;
      store.answerAs(true, how);
      expect(store.has('advertising')).to.be.true;
      expect(store.has('google-ads')).to.be.true;
    });

    it('a refusal by the visitor is written', () => {
      const store = open({refused: GPC});
      store.answerAs(false, how);
      expect(lastRecord(store).answers).to.contain('~n.advertising.');
    });

    it('writes no record where everything is refused and nothing answered', () => {
      const store = open({refused: () => true});
      store.answerAs(true, how);
      expect(store.told).to.deep.equal([]);
      expect(store.decision.unanswered).to.deep.equal([]);
      expect(granted(store)).to.deep.equal([]);
    });
  });

  describe('with a record', () => {
    it('knows the answers, and how they were given', () => {
      const store = open({record: recordOf(everything)});
      expect(granted(store)).to.have.members(all);
      expect(store.decision).to.include({
        status: 'decided',
        method: 'ui',
        language: 'ru',
        policyVersion: '2026-01-01',
      });
    });

    it('invariant 6: an answer to another question is none', () => {
      const record = recordOf(everything.replace('~y.youtube.0000', '~y.youtube.0001'));
      const store = open({record: stillValid(record, fingerprints)});
      expect(store.has('youtube')).to.be.false;
      expect(store.has('functional'), 'the category is not whole').to.be.false;
      expect(store.decision.unanswered).to.deep.equal(['youtube']);
      expect(store.decision.status).to.equal('undecided');
      expect(store.has('yandex-metrica')).to.be.true;
    });

    it('invariant 6: the answers to what is no longer asked are forgotten with the next one', () => {
      const store = open({record: recordOf('~y.gone.0000~y.youtube.0000')});
      store.answerAs(by({analytics: false}), how);
      expect(lastRecord(store).answers).not.to.contain('gone');
      expect(lastRecord(store).answers).to.contain('~y.youtube.0000');
    });

    it('an id inside another one is not that id', () => {
      const store = open({record: recordOf('~y.my-youtube.0000~y.youtube-2.0000~n.youtube.0000')});
      expect(store.answer('youtube')).to.be.false;
    });
  });

  describe('follows another document', () => {
    it('and tells what has changed, as nothing that is to be written', () => {
      const owns: boolean[] = [];
      const previous: Decision[] = [];
      const store = open({
        changed: (before, _record, own) => {
          owns.push(own);
          previous.push(before);
        },
      });
      store.follow(recordOf(everything));
      expect(granted(store)).to.have.members(all);
      store.follow(undefined);
      expect(granted(store)).to.deep.equal([]);
      expect(owns).to.deep.equal([false, false]);
      expect(previous.map(({status}) => status)).to.deep.equal(['undecided', 'decided']);
    });
  });

  describe('reset', () => {
    it('forgets all, tells without a record', () => {
      const store = open();
      store.answerAs(true, how);
      store.reset();
      expect(granted(store)).to.deep.equal([]);
      expect(store.decision.status).to.equal('undecided');
      expect(store.decision.unanswered).to.deep.equal(all);
      expect(store.told.at(-1)!.record).to.equal(undefined);
      expect(store.told.at(-1)!.previous.status).to.equal('decided');
    });
  });

  it('writes records that are read again, in the order of the ids', () => {
    const store = open();
    store.answerAs(by({youtube: true, 'yandex-metrica:webvisor': true, analytics: true}), how);
    const record = lastRecord(store);
    const text = writeRecord(record);
    expect({...readRecord(text, 182, Date.now())}).to.deep.equal({...record, text});
    const again = open({record: readRecord(text, 182, Date.now())});
    expect({...again.decision.services}).to.deep.equal({...store.decision.services});
  });

  it('keeps a record of two services under 160 bytes', () => {
    const two = [
      ask('analytics'),
      ask('analytics', 'yandex-metrica'),
      ask('analytics', 'google-analytics'),
    ];
    const store = open({questions: two});
    store.answerAs(true, how);
    expect(writeRecord(lastRecord(store)).length).to.be.at.most(160);
  });
});

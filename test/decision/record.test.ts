import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Question} from '../../src/decision/question.js';
import {readRecord, type DecisionRecord} from '../../src/decision/record.js';
import {createStore} from '../../src/decision/store.js';
import {writeRecord} from '../../src/decision/write-record.js';
import {checkProperty} from '../helpers/check-property.js';
import {dayFromNow, DAYS, isRecord, malformedTexts, NOW, validRecords} from '../helpers/records.js';
import {full} from '../helpers/scorecard.js';

const read = (text: string) => readRecord(text, DAYS, NOW);

/** Ids that a text grants on a site which asks exactly what `asked` answers. */
function granted(text: string, asked: DecisionRecord): string[] {
  const questions = asked.answers
    .split('~')
    .slice(1)
    .map((item): Question => {
      const [, id = ''] = item.split('.');
      return {id, category: id};
    });
  const {decision} = createStore({
    questions,
    record: read(text),
    policyVersion: '1',
    free: [],
    refused: () => false,
    answering: () => {},
    changed: () => {},
  });
  const all = {...decision.categories, ...decision.services};
  return Object.keys(all).filter((id) => id !== 'necessary' && all[id]);
}

describe('a record', () => {
  const good = '1~2026-11-22~ui~ru~2026-11-01~0a1b2c~y.analytics.0000~n.yandex-metrica.zz9z';

  it('is read as it was written', () => {
    const record = read(good)!;
    expect({...record}).to.deep.equal({
      text: good,
      decidedAt: '2026-11-22',
      method: 'ui',
      language: 'ru',
      policyVersion: '2026-11-01',
      textHash: '0a1b2c',
      answers: '~y.analytics.0000~n.yandex-metrica.zz9z',
    });
    expect(writeRecord(record)).to.equal(good);
  });

  it('makes the whole way round, whatever it says', () => {
    checkProperty(
      {id: 'record-round-trip', name: 'records that change on their way', n: full(300, 10_000)},
      fc.property(validRecords, (record) => {
        const text = writeRecord(record);
        expect(isRecord(text), text).to.be.true;
        expect({...read(text)}).to.deep.equal({...record, text});
        expect(granted(text, record)).to.have.members(
          [...record.answers.matchAll(/~y\.(.*?)\./g)].map(([, id]) => id),
        );
        // What a cookie may hold as it stands.
        expect(text).to.match(/^[!#-+\--:<-[\]-~]+$/);
      }),
    );
  });

  it('invariants 2 and 3: a malformed cookie is no decision, and no error', () => {
    const n = full(300, 10_000);
    let broken = 0;
    checkProperty(
      {
        id: 'invariants-02-03-malformed-records',
        name: 'malformed records: exceptions and grants',
        n,
      },
      fc.property(malformedTexts, ({record, text}) => {
        const found = read(text);
        if (isRecord(text)) {
          // Two wrongs can make a right: then it is that very text.
          expect(writeRecord(found!)).to.equal(text);
        } else {
          broken++;
          expect(found).to.equal(undefined);
          expect(granted(text, record)).to.deep.equal([]);
        }
      }),
    );
    expect(broken).to.be.above(n * 0.9);
  });

  it('invariants 2 and 3: any text at all is read without an error', () => {
    checkProperty(
      {
        id: 'invariants-02-03-any-text',
        name: 'any text: exceptions and grants',
        n: full(300, 10_000),
      },
      fc.property(
        fc.oneof(
          fc.string({unit: 'binary'}),
          fc.string({unit: 'grapheme', maxLength: 5000}),
          fc.json(),
        ),
        (text) => {
          expect(read(text) === undefined).to.equal(!isRecord(text));
        },
      ),
    );
  });

  const refused: Readonly<Record<string, string>> = {
    'an empty text': '',
    'a space before it': ` ${good}`,
    'a line feed after it': `${good}\n`,
    'quotes around it': `"${good}"`,
    'another version': good.replace('1~', '2~'),
    '30 February': good.replace('2026-11-22', '2026-02-30'),
    'the 13th month': good.replace('2026-11-22', '2026-13-01'),
    'no day at all': good.replace('2026-11-22', 'NaN'),
    'a time beside the day': good.replace('2026-11-22', '2026-11-22T10:00'),
    'the day of another epoch': good.replace('2026-11-22', '9999-12-31'),
    'the day after tomorrow': good.replace('2026-11-22', dayFromNow(2)),
    'a day too long ago': good.replace('2026-11-22', dayFromNow(-DAYS)),
    'an unknown method': good.replace('~ui~', '~user~'),
    'a language in capitals': good.replace('~ru~', '~RU~'),
    'no policy version': good.replace('~2026-11-01~', '~~'),
    'a policy version too long': good.replace('~2026-11-01~', `~${'1'.repeat(33)}~`),
    'a text hash too short': good.replace('0a1b2c', '0a1b2'),
    'no answers': good.replace(/~y.*/, ''),
    'an answer that is neither': good.replace('~y.', '~x.'),
    'an answer in a capital': good.replace('~y.', '~Y.'),
    'an answer without a fingerprint': good.replace('.0000', ''),
    'an id in capitals': good.replace('analytics', 'Analytics'),
    'an id too long': good.replace('analytics', 'a'.repeat(41)),
    'ids out of order': good.replace(/(~y.*)(~n.*)/, '$2$1'),
    'yes and no of one id': good.replace('~n', '~n.analytics.0000~n'),
    'the same answer twice': good.replace('~n', '~y.analytics.0000~n'),
    'a tilde at the end': `${good}~`,
    'an encoded tilde': good.replaceAll('~', '%7E'),
    'a NUL': `${good}\0`,
    'a lone surrogate': good.replace('analytics', '\ud800'),
    JSON: JSON.stringify({analytics: true}),
  };
  for (const [name, text] of Object.entries(refused)) {
    it(`invariant 3: with ${name} is none`, () => {
      expect(read(text)).to.equal(undefined);
    });
  }

  describe('and the clock (F29)', () => {
    const decided = (day: string) => good.replace('2026-11-22', day);
    const at = (iso: string, days = DAYS) =>
      readRecord(decided('2026-03-29'), days, Date.parse(iso)) !== undefined;

    it('holds from its day on for as long as the site says, and not longer', () => {
      expect(at('2026-03-29T00:00:00Z')).to.be.true;
      expect(at('2026-09-26T23:59:59Z')).to.be.true;
      expect(at('2026-09-27T00:00:00Z')).to.be.false;
      expect(at('2026-03-29T23:59:59Z', 1)).to.be.true;
      expect(at('2026-03-30T00:00:00Z', 1)).to.be.false;
    });

    it('forgives a clock that has been put back by less than a day', () => {
      expect(at('2026-03-28T00:00:01Z')).to.be.true;
      expect(at('2026-03-28T00:00:00Z')).to.be.false;
    });

    it('invariant 3: is none in another year, and without a clock', () => {
      for (const year of [1970, 2024, 2025, 2027, 2028, 9999]) {
        expect(at(`${year}-03-29T12:00:00Z`), String(year)).to.be.false;
      }
      for (const now of [NaN, Infinity, -Infinity, 0, -8.64e15, 8.64e15]) {
        expect(readRecord(good, DAYS, now), String(now)).to.equal(undefined);
      }
    });

    it('invariant 3: is none where the term is no number', () => {
      for (const days of [NaN, 0, -1, undefined, 'x', null]) {
        expect(readRecord(good, days as number, NOW), String(days)).to.equal(undefined);
      }
    });
  });

  it('invariant 3: costs no more to refuse when it is long', () => {
    const long = `1~2026-11-22~ui~ru~1~000000${'~y.a.0000'.repeat(20_000)}!`;
    const started = performance.now();
    expect(read(long)).to.equal(undefined);
    expect(performance.now() - started).to.be.below(250);
  });
});

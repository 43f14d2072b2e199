import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {readCarried, writeCarried} from '../../src/decision/carried.js';
import type {DecisionRecord} from '../../src/decision/record.js';
import {checkProperty} from '../helpers/check-property.js';
import {craftedFragments} from '../helpers/crafted-links.js';
import {full} from '../helpers/scorecard.js';

const recordOf = (answers: string): DecisionRecord => ({
  decidedAt: '2026-11-22',
  method: 'ui',
  language: 'en',
  policyVersion: '1',
  answers,
});
const fingerprints = new Map([
  ['analytics', '1111'],
  ['youtube', '2222'],
  ['yandex-metrica:webvisor', '3333'],
]);
const NOW = Date.UTC(2026, 10, 29);
const write = (answers: string) => writeCarried(recordOf(answers), fingerprints, NOW);

describe('answers on their way to a sister site', () => {
  it('are ids with a no, ids and fingerprints with a yes, in the order of the ids', () => {
    expect(write('~y.youtube.~n.analytics.1111~y.yandex-metrica:webvisor.')).to.equal(
      'consent-gate=1~1795910400~n.analytics~y.yandex-metrica:webvisor.3333~y.youtube.2222',
    );
  });

  it('are none where nothing was answered, and a yes to what is not asked here is none', () => {
    expect(write('')).to.equal('');
    expect(write('~y.jivo.4444')).to.equal('');
    // Another page of this host has asked.
    expect(write('~n.jivo.4444')).to.equal('consent-gate=1~1795910400~n.jivo');
  });

  it('arrive as they were sent, with the fragment that the link has of its own', () => {
    for (const own of ['', 'section', '/route?a=1&b=2', 'a&b', '%D0%B0']) {
      const sent = write('~y.youtube.~n.analytics.')!;
      expect(readCarried(`#${own && `${own}&`}${sent}`), own).to.deep.equal({
        time: NOW,
        refused: new Set(['analytics']),
        granted: new Map([['youtube', '2222']]),
        own,
      });
    }
  });

  it('are nothing where the fragment is not to the letter', () => {
    const seconds = NOW / 1000;
    const read = craftedFragments(seconds, '1111')
      .map((hash) => readCarried(`#${hash}`))
      .filter((carried) => carried && Math.abs(carried.time - NOW) < 1000);
    // Of those of this second, what is to the letter refuses nothing that is asked.
    for (const {refused} of read as {refused: ReadonlySet<string>}[]) {
      expect([...refused].filter((id) => fingerprints.has(id))).to.deep.equal([]);
    }
    expect(readCarried('')).to.equal(undefined);
    expect(readCarried('#')).to.equal(undefined);
  });

  it('are nothing in any other text, and reading never throws', () => {
    checkProperty(
      {
        id: 'sisters-any-fragment',
        name: 'Texts that read as answers of a sister site',
        n: full(2000, 20_000),
      },
      fc.property(
        fc.oneof(
          fc.string({unit: 'binary'}),
          fc.string().map((text) => `consent-gate=1~${text}`),
        ),
        (text) => readCarried(`#${text}`) === undefined,
      ),
    );
  });

  it('takes no longer for a long one', () => {
    const long = `#${'consent-gate=1~1795910400~n.a&'.repeat(50_000)}`;
    const before = performance.now();
    expect(readCarried(long)).to.equal(undefined);
    expect(performance.now() - before).to.be.below(50);
  });
});

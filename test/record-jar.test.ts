import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {ConsentGateConfig} from '../src/config/config.js';
import {keepRecord} from '../src/keep-decision.js';
import {recordJar, storedRecord} from '../src/record-jar.js';
import {writeRecord} from '../src/decision/write-record.js';
import {checkProperty} from './helpers/check-property.js';
import {clearCookies, cookies, setCookies} from './helpers/cookies.js';
import {fakeCookie} from './helpers/fake-cookie.js';
import {malformedTexts} from './helpers/records.js';
import {full} from './helpers/scorecard.js';

const jarOf = (cookie?: ConsentGateConfig['cookie']) => recordJar({cookie} as ConsentGateConfig);
const record = {
  decidedAt: new Date().toISOString().slice(0, 10),
  method: 'ui',
  language: 'en',
  policyVersion: '1',
  textHash: '000000',
  answers: '~y.analytics.0000',
} as const;

describe('the jar of the record', () => {
  afterEach(clearCookies);

  it('is called consent-gate on http, and keeps for 182 days where nothing else is said', () => {
    expect({...jarOf()}).to.deep.equal({name: 'consent-gate', days: 182, domain: undefined});
    expect({...jarOf({days: 30, domain: 'localhost'})}).to.deep.equal({
      name: 'consent-gate',
      days: 30,
      domain: 'localhost',
    });
  });

  it('gives back what was kept', () => {
    keepRecord(jarOf(), record);
    expect({...storedRecord(jarOf())}).to.deep.equal({...record, text: writeRecord(record)});
    expect(cookies()).to.deep.equal([`consent-gate=${writeRecord(record)}`]);
  });

  it('forgets', () => {
    keepRecord(jarOf(), record);
    keepRecord(jarOf(), undefined);
    expect(storedRecord(jarOf())).to.equal(undefined);
    expect(cookies()).to.deep.equal([]);
  });

  it('invariant 20: says whether it could keep, and throws nothing', () => {
    expect(keepRecord(jarOf(), record)).to.be.true;
    const restore = fakeCookie({});
    try {
      expect(keepRecord(jarOf(), record)).to.be.false;
    } finally {
      restore();
    }
  });

  it('invariant 3: holds nothing where there are two of the name, whatever they say (F12)', () => {
    const text = writeRecord(record);
    for (const jar of [
      `consent-gate=${text}; consent-gate=${text}`,
      `consent-gate=; consent-gate=${text}`,
      `consent-gate=${text}; consent-gate=`,
      `consent-gate=${text}; x=1; consent-gate=${text.replace('~y.', '~n.')}`,
    ]) {
      const restore = fakeCookie({get: () => jar});
      const found = storedRecord(jarOf());
      restore();
      expect(found, jar).to.equal(undefined);
    }
  });

  it('invariant 3: is not that of a near name, or of a nameless cookie', () => {
    const text = writeRecord(record);
    for (const jar of [
      `%63onsent-gate=${text}`,
      `consent%2Dgate=${text}`,
      `Consent-Gate=${text}`,
      `consent-gate =${text}`,
      `__Host-consent-gate=${text}`,
      `xconsent-gate=${text}`,
      `=consent-gate=${text}`,
      text,
    ]) {
      const restore = fakeCookie({get: () => jar});
      const found = storedRecord(jarOf());
      restore();
      expect(found, jar).to.equal(undefined);
    }
  });

  it('invariants 2 and 3: holds nothing malformed, in any company', () => {
    checkProperty(
      {
        id: 'invariants-02-03-hostile-jar',
        name: 'hostile cookie jars: exceptions and grants',
        n: full(300, 10_000),
      },
      fc.property(
        malformedTexts,
        fc.array(fc.string({unit: 'binary', maxLength: 20})),
        ({text}, others) => {
          const jar = [...others, `consent-gate=${text}`, ...others].join('; ');
          const restore = fakeCookie({get: () => jar});
          try {
            const found = storedRecord(jarOf());
            // The clock of these records stands still; one that is read here must be that very text.
            if (found)
              expect(`consent-gate=${writeRecord(found)}`).to.equal(`consent-gate=${text}`);
          } finally {
            restore();
          }
        },
      ),
    );
  });

  it('finds its cookie among a hundred others', () => {
    setCookies(...Array.from({length: 50}, (_, i) => `other${i}=${i}`));
    keepRecord(jarOf(), record);
    expect({...storedRecord(jarOf())}).to.deep.equal({...record, text: writeRecord(record)});
  });
});

import {expect} from '@open-wc/testing';
import {isAhead} from '../../src/decision/is-ahead.js';

describe('a day that is still to come', () => {
  it('is one of UTC, and has come when it begins', () => {
    expect(isAhead('2026-12-01', Date.UTC(2026, 10, 30, 23, 59, 59, 999))).to.be.true;
    expect(isAhead('2026-12-01', Date.UTC(2026, 11, 1))).to.be.false;
    expect(isAhead('2026-12-01', Date.UTC(2027, 0, 1))).to.be.false;
  });
  it('is none where none is given', () => {
    expect(isAhead(undefined)).to.be.false;
  });
});

import {expect} from '@open-wc/testing';
import {hash} from '../../src/decision/hash.js';

describe('hash', () => {
  it('is as long as asked for, of lower-case letters and digits', () => {
    for (let i = 0; i < 1000; i++) {
      expect(hash(`text ${i}`, 4)).to.match(/^[0-9a-z]{4}$/);
      expect(hash(`text ${i}`, 6)).to.match(/^[0-9a-z]{6}$/);
    }
    expect(hash('', 6)).to.match(/^[0-9a-z]{6}$/);
  });

  it('is the same for the same text, on every machine', () => {
    // FNV-1a of "a" is 0xe40c292c.
    expect(hash('a', 6)).to.equal((0xe40c292c).toString(36).slice(-6));
    expect(hash('Яндекс.Метрика', 6)).to.equal(hash('Яндекс.Метрика', 6));
  });

  it('tells texts apart that differ in one character', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 2000; i++) seen.add(hash(`yandex-metrica|analytics|${i}`, 6));
    expect(seen.size).to.be.above(1998);
  });
});

import {expect} from '@open-wc/testing';
import {uuid} from '../../src/browser/uuid.js';

describe('uuid', () => {
  it('is a random one of version 4, never twice', () => {
    const all = Array.from({length: 500}, uuid);
    for (const one of all)
      expect(one).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(all).size).to.equal(500);
  });
});

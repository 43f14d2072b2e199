import {expect} from '@open-wc/testing';
import {sha256} from '../../src/browser/sha256.js';

describe('sha256', () => {
  it('is that of FIPS 180-4, of the text in UTF-8', async () => {
    // https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
    expect(await sha256('abc')).to.equal(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(await sha256('')).to.equal(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    // In two bytes a letter: printf 'да' | sha256sum
    expect(await sha256('да')).to.equal(
      'cdc5ed90cb4b9a7540b24d1c45c23c851930c98b07b6885667114c9f95fb0a12',
    );
  });

  it('is none on plain http', async () => {
    const {subtle} = crypto;
    Object.defineProperty(crypto, 'subtle', {value: undefined, configurable: true});
    try {
      expect(await sha256('abc')).to.equal(null);
    } finally {
      Object.defineProperty(crypto, 'subtle', {value: subtle, configurable: true});
    }
  });
});

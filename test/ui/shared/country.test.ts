import {expect} from '@open-wc/testing';
import {country} from '../../../src/ui/shared/country.js';

describe('country', () => {
  it('is named in the language', () => {
    expect(country('US', 'en')).to.equal('US');
    expect(country('DE', 'en')).to.equal('Germany');
    expect(country('DE', 'ru')).to.equal('Германия');
  });

  it('is the code itself where that is none', () => {
    expect(country('no code', 'en')).to.equal('no code');
  });
});

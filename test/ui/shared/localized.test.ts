import {expect} from '@open-wc/testing';
import {localized} from '../../../src/ui/shared/localized.js';

describe('localized', () => {
  it('takes the language, its parent, English, or any', () => {
    expect(localized('one', 'ru')).to.equal('one');
    expect(localized({en: 'a', 'de-CH': 'b', de: 'c'}, 'de-CH')).to.equal('b');
    expect(localized({en: 'a', de: 'c'}, 'de-CH')).to.equal('c');
    expect(localized({en: 'a', de: 'c'}, 'ru')).to.equal('a');
    expect(localized({de: 'c'}, 'ru')).to.equal('c');
    expect(localized({}, 'ru')).to.equal('');
  });
});

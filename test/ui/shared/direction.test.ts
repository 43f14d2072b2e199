import {expect} from '@open-wc/testing';
import {direction} from '../../../src/ui/shared/direction.js';

describe('direction', () => {
  it('is right to left for the languages of Arabic, Hebrew and Thaana script', () => {
    for (const tag of ['ar', 'ar-EG', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']) {
      expect(direction(tag), tag).to.equal('rtl');
    }
  });

  it('is left to right for all others', () => {
    for (const tag of ['en', 'ru', 'uz', 'kk-Cyrl', 'arn', 'hex', 'zh-Hans']) {
      expect(direction(tag), tag).to.equal('ltr');
    }
  });
});

import {expect} from '@open-wc/testing';
import {fill} from '../../../src/ui/shared/fill.js';

describe('fill', () => {
  it('puts values in the place of their names, once', () => {
    expect(fill('{a} and {b}, {a}', {a: '{b}', b: 2})).to.equal('{b} and 2, {b}');
  });

  it('leaves a name it does not know, so that the author sees it', () => {
    expect(fill('{a} {b}', {a: 1})).to.equal('1 {b}');
  });
});

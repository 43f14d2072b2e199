import {expect} from '@open-wc/testing';
import {contrast} from '../../../src/ui/choice/contrast.js';
import {contrast as measured} from '../../helpers/contrast.js';

const colour = (hex: string) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const ratio = (one: string, other: string) =>
  contrast(
    colour(one).map((part) => part / 255),
    colour(other).map((part) => part / 255),
  );

describe('contrast', () => {
  // As WebAIM's checker, and the W3C's own pages on 1.4.3 and 1.4.11, have them.
  for (const [one, other, expected] of [
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.47],
    ['#767676', '#ffffff', 4.54],
    ['#959595', '#ffffff', 2.99],
    ['#949494', '#ffffff', 3.03],
    ['#ff0000', '#ffffff', 3.99],
    ['#0000ff', '#ffffff', 8.59],
    ['#ffff00', '#ffffff', 1.07],
  ] as const) {
    it(`${one} on ${other}: ${expected}:1`, () => {
      expect(Math.floor(ratio(one, other) * 100) / 100).to.equal(expected);
      expect(ratio(other, one)).to.equal(ratio(one, other));
    });
  }

  it('is what the tests measure with', () => {
    const steps = [0, 10, 11, 77, 128, 200, 255];
    for (const red of steps) {
      for (const green of steps) {
        for (const blue of steps) {
          const [one, other] = [
            [red, green, blue],
            [blue, red, 90],
          ];
          const by255 = ([...parts]: number[]) => parts.map((part) => part / 255);
          expect(contrast(by255(one), by255(other))).to.equal(measured(one, other));
        }
      }
    }
  });
});

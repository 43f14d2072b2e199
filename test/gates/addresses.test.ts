import {expect} from '@open-wc/testing';
import {candidatesOf, dueOf, isDue} from '../../src/gates/addresses.js';

describe('addresses', () => {
  for (const [srcset, candidates] of [
    ['a.png', [['a.png', '']]],
    ['a.png 1x, b.png 2x', [['a.png', '1x'], ['b.png', '2x']]], // prettier-ignore
    ['  a.png  320w ,b.png 640w', [['a.png', '320w'], ['b.png', '640w']]], // prettier-ignore
    ['a.png, b.png 2x', [['a.png', ''], ['b.png', '2x']]], // prettier-ignore
    [
      'https://cdn.example/w_1,h_2/a.png 1x, /b.png 2x',
      [
        ['https://cdn.example/w_1,h_2/a.png', '1x'],
        ['/b.png', '2x'],
      ],
    ],
    ['\n a.png\n1x,\n\tb.png 2x ,', [['a.png', '1x'], ['b.png', '2x']]], // prettier-ignore
    ['', []],
    [' , ,', []],
  ] as const) {
    it(`of a srcset ${JSON.stringify(srcset)}`, () => {
      expect(candidatesOf(srcset)).to.deep.equal(candidates);
    });
  }

  it('of a srcset are what the browser takes them for', async () => {
    for (const srcset of [
      '/a,b.png 1x',
      '/a.png',
      ' /a.png, ',
      '/a.png,, 1x',
      '/a.png 1x,/b.png 1x',
      '/a.png,/b.png',
      ',/a.png',
      '/a.png\f1x, /b.png 3x',
    ]) {
      const image = new Image();
      image.srcset = srcset;
      // None of them is there.
      await new Promise((resolve) => image.addEventListener('error', resolve));
      const [[address] = ['']] = candidatesOf(srcset);
      expect(image.currentSrc, srcset).to.equal(new URL(address, document.baseURI).href);
    }
  });

  it('are due where they are not as they should be; a poster is a film’s', () => {
    const film = document.createElement('video');
    film.dataset['src'] = '/film.mp4';
    film.dataset['poster'] = '/film.jpg';
    expect(dueOf(film, true)).to.deep.equal(['src', 'poster']);
    expect(isDue(film, false)).to.be.false;
    film.setAttribute('poster', '/film.jpg');
    expect(dueOf(film, true)).to.deep.equal(['src']);
    expect(dueOf(film, false)).to.deep.equal(['poster']);
    const frame = document.createElement('iframe');
    frame.dataset['poster'] = '/film.jpg';
    expect(isDue(frame, true)).to.be.false;
  });
});

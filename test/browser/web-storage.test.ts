import {expect} from '@open-wc/testing';
import {inStorage} from '../../src/browser/web-storage.js';

describe('in storage', () => {
  const areas = () => inStorage((area) => Object.keys(area) && [area]);
  const names = ['localStorage', 'sessionStorage'] as const;
  const replace = (name: string, descriptor: PropertyDescriptor) => {
    const own = Object.getOwnPropertyDescriptor(window, name)!;
    Object.defineProperty(window, name, {configurable: true, ...descriptor});
    return () => Object.defineProperty(window, name, own);
  };

  it('are both areas', () => {
    expect(areas()).to.deep.equal([localStorage, sessionStorage]);
  });

  for (const name of names) {
    it(`invariant 20: are the other one where ${name} throws or is null`, () => {
      const other = window[name === 'localStorage' ? 'sessionStorage' : 'localStorage'];
      const hostile: PropertyDescriptor[] = [
        {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        },
        {get: () => null},
        {get: () => undefined},
      ];
      for (const descriptor of hostile) {
        const restore = replace(name, descriptor);
        try {
          expect(areas()).to.deep.equal([other]);
        } finally {
          restore();
        }
      }
    });
  }

  it('invariant 20: an area that fails only when it is used is left out', () => {
    localStorage.setItem('a', '1');
    const restore = replace('sessionStorage', {
      value: new Proxy(
        {},
        {
          ownKeys() {
            throw new DOMException('blocked', 'SecurityError');
          },
        },
      ),
    });
    try {
      expect(inStorage(Object.keys)).to.include('a');
    } finally {
      restore();
      localStorage.removeItem('a');
    }
  });
});

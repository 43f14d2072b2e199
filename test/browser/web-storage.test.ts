import {expect} from '@open-wc/testing';
import {storageAreas} from '../../src/browser/web-storage.js';

describe('storageAreas', () => {
  const names = ['localStorage', 'sessionStorage'] as const;
  const replace = (name: string, descriptor: PropertyDescriptor) => {
    const own = Object.getOwnPropertyDescriptor(window, name)!;
    Object.defineProperty(window, name, {configurable: true, ...descriptor});
    return () => Object.defineProperty(window, name, own);
  };

  it('are both', () => {
    expect(storageAreas()).to.deep.equal([localStorage, sessionStorage]);
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
          expect(storageAreas()).to.deep.equal([other]);
        } finally {
          restore();
        }
      }
    });
  }
});

import {expect} from '@open-wc/testing';
import {cookieSettled} from '../../src/browser/cookie-settled.js';
import {clearCookies} from '../helpers/cookies.js';
import {fakeCookie} from '../helpers/fake-cookie.js';

describe('a cookie that settles', () => {
  before(function () {
    if (!('cookieStore' in window)) this.skip();
  });
  beforeEach(() => (document.cookie = 'settling=new'));
  afterEach(clearCookies);

  /** A document that sees the old cookie so many times. */
  const staleFor = (reads: number) => {
    let read = 0;
    const restore = fakeCookie({get: () => (read++ < reads ? 'settling=old' : 'settling=new')});
    return {
      reads: () => read,
      restore,
    };
  };

  it('invariant 11: is waited for until the document sees what the browser has', async () => {
    const {reads, restore} = staleFor(3);
    try {
      await cookieSettled('settling');
      expect(reads()).to.equal(4);
    } finally {
      restore();
    }
  });

  it('is waited for no longer than a moment', async () => {
    const {reads, restore} = staleFor(Infinity);
    try {
      await cookieSettled('settling');
      expect(reads()).to.equal(20);
    } finally {
      restore();
    }
  });

  it('invariant 20: is not waited for without a store, or with one that throws', async () => {
    for (const value of [
      undefined,
      {
        getAll: () => {
          throw new Error('no');
        },
      },
      {getAll: () => Promise.reject(new Error('no'))},
    ]) {
      const {reads, restore} = staleFor(Infinity);
      Object.defineProperty(window, 'cookieStore', {configurable: true, value});
      try {
        await cookieSettled('settling');
        expect(reads()).to.equal(0);
      } finally {
        restore();
        Reflect.deleteProperty(window, 'cookieStore');
      }
    }
  });
});

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

  /** How often the cookie is read by a document that sees the old one so many times. */
  const readsWhere = async (stale: number) => {
    let reads = 0;
    const restore = fakeCookie({get: () => (reads++ < stale ? 'settling=old' : 'settling=new')});
    try {
      await cookieSettled('settling');
    } finally {
      restore();
    }
    return reads;
  };

  /** The same with a store that is as slow as the machine: what ends the wait for one that never answers does not. */
  const readsInTime = async (stale: number) => {
    const own = window.setTimeout;
    window.setTimeout = ((run: () => void, ms: number) =>
      ms > 100 ? 0 : own(run, ms)) as typeof setTimeout;
    try {
      return await readsWhere(stale);
    } finally {
      window.setTimeout = own;
    }
  };

  it('invariant 11: is waited for until the document sees what the browser has', async () => {
    expect(await readsInTime(3)).to.equal(4);
  });

  it('is asked for no longer than a moment', async () => {
    expect(await readsInTime(Infinity)).to.equal(20);
  });

  it('invariant 20: is not waited for where the store never answers', async () => {
    const getAll = () => new Promise(() => {});
    Object.defineProperty(window, 'cookieStore', {configurable: true, value: {getAll}});
    try {
      expect(await readsWhere(Infinity)).to.equal(0);
    } finally {
      Reflect.deleteProperty(window, 'cookieStore');
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
      Object.defineProperty(window, 'cookieStore', {configurable: true, value});
      try {
        expect(await readsWhere(Infinity)).to.equal(0);
      } finally {
        Reflect.deleteProperty(window, 'cookieStore');
      }
    }
  });
});

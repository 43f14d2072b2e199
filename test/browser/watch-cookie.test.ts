import {expect} from '@open-wc/testing';
import {tellDocuments} from '../../src/browser/tell-documents.js';
import {watchCookie} from '../../src/browser/watch-cookie.js';
import {clearCookies} from '../helpers/cookies.js';
import {settled} from '../helpers/settled.js';
import {until} from '../helpers/until.js';

describe('watching the cookie', () => {
  let stopping: AbortController;
  let looks: number;
  const watch = () => watchCookie(() => looks++, stopping.signal);

  beforeEach(() => {
    stopping = new AbortController();
    looks = 0;
  });
  afterEach(() => {
    stopping.abort();
    clearCookies();
  });

  it('looks at once, and twice more a little later', async () => {
    watch();
    expect(looks).to.equal(1);
    await until('it has looked three times', () => looks >= 3);
  });

  it('looks at the word of another document, and again a little later', async () => {
    watch();
    await until('it has looked as often as at the start', () => looks >= 3);
    tellDocuments();
    await until('it has looked three times more', () => looks >= 6);
  });

  for (const [name, target] of [
    ['visibilitychange', document],
    ['pageshow', window],
  ] as const) {
    it(`looks at ${name}`, () => {
      watch();
      target.dispatchEvent(new Event(name));
      expect(looks).to.equal(2);
    });
  }

  it('hears the browser tell of a cookie', async function () {
    if (!('cookieStore' in window)) return this.skip();
    watch();
    document.cookie = 'seen=1';
    await until('it has looked', () => looks > 1);
  });

  it('hears nothing in the back/forward cache, and listens again afterwards', async () => {
    watch();
    await until('it has looked as often as at the start', () => looks >= 3);
    window.dispatchEvent(new Event('pagehide'));
    tellDocuments();
    await settled(100);
    const before = looks;
    window.dispatchEvent(new Event('pageshow'));
    expect(looks).to.equal(before + 1);
    tellDocuments();
    await until('it hears', () => looks > before + 3);
  });

  it('ends with the signal', async () => {
    watch();
    stopping.abort();
    tellDocuments();
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pageshow'));
    document.cookie = 'seen=2';
    await settled(100);
    expect(looks).to.equal(1);
  });

  it('invariant 20: does without a channel and without a store of cookies', () => {
    const {BroadcastChannel} = globalThis;
    Object.assign(globalThis, {BroadcastChannel: undefined});
    Object.defineProperty(window, 'cookieStore', {
      configurable: true,
      get: () => {
        throw new Error('no');
      },
    });
    try {
      watch();
      tellDocuments();
      document.dispatchEvent(new Event('visibilitychange'));
      expect(looks).to.equal(2);
    } finally {
      Object.assign(globalThis, {BroadcastChannel});
      Reflect.deleteProperty(window, 'cookieStore');
    }
  });
});

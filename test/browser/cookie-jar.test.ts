import {expect} from '@open-wc/testing';
import {expireCookie, writeCookie} from '../../src/browser/cookie-jar.js';
import {clearCookies, cookies, setCookies} from '../helpers/cookies.js';
import {fakeCookie} from '../helpers/fake-cookie.js';
import {frameAt, type FrameAt} from '../helpers/frame-at.js';

type CookieJar = typeof import('../../src/browser/cookie-jar.js');

describe('the cookie jar', () => {
  let restore = () => {};
  let frame: FrameAt | undefined;
  /** The jar as a page at this path has it. */
  const jarAt = async (path: string) => {
    frame?.remove();
    frame = await frameAt(path);
    return {
      ...(await frame.load<CookieJar>('browser/cookie-jar')),
      // By the same document: another one may see the change a little later.
      set: (...pairs: string[]) => pairs.forEach((pair) => (frame!.document.cookie = pair)),
      cookies: () => frame!.document.cookie.split('; ').filter(Boolean).sort(),
    };
  };
  afterEach(() => {
    restore();
    restore = () => {};
    clearCookies();
    frame?.remove();
    frame = undefined;
  });

  describe('writes', () => {
    it('a cookie as it stands, and says so', () => {
      const value = '1~2026-11-22~ui~ru~2026-11-01~abcdef~y.analytics.0000';
      expect(writeCookie('consent-gate', value, 182)).to.be.true;
      expect(cookies()).to.deep.equal([`consent-gate=${value}`]);
    });

    it('for the whole host, with a lifetime, and Lax', () => {
      const written: string[] = [];
      restore = fakeCookie({set: (cookie) => void written.push(cookie)});
      writeCookie('consent-gate', 'x', 182);
      expect(written).to.have.length(1);
      expect(written[0]).to.match(/^consent-gate=x;/);
      const expires = /expires=([^;]+)/i.exec(written[0]!)![1]!;
      expect(Date.parse(expires)).to.be.closeTo(Date.now() + 182 * 864e5, 10_000);
      expect(written[0])
        .to.match(/; path=\/(;|$)/i)
        .and.match(/; samesite=lax/i);
      expect(written[0]).not.to.match(/domain/i);
    });

    it('in place of the last one', () => {
      writeCookie('consent-gate', 'a', 182);
      expect(writeCookie('consent-gate', 'b', 182)).to.be.true;
      expect(cookies()).to.deep.equal(['consent-gate=b']);
    });

    it('a lifetime of less than none deletes, which is what was asked for', () => {
      writeCookie('consent-gate', 'a', 182);
      expect(writeCookie('consent-gate', '', -1)).to.be.true;
      expect(cookies()).to.deep.equal([]);
    });
  });

  describe('invariant 20: says that it has not written', () => {
    it('where the value is too long for a cookie', () => {
      // How long is too long differs: WebKitGTK takes a million.
      for (const length of [5000, 1e6]) {
        const kept = writeCookie('consent-gate', 'x'.repeat(length), 182);
        expect(kept).to.equal(cookies().join().length > length);
        writeCookie('consent-gate', '', -1);
      }
    });

    it('where the browser takes no cookies', () => {
      restore = fakeCookie({});
      expect(writeCookie('consent-gate', 'x', 182)).to.be.false;
    });

    it('where the browser throws', () => {
      const boom = () => {
        throw new DOMException('sandboxed', 'SecurityError');
      };
      restore = fakeCookie({get: boom, set: boom});
      expect(writeCookie('consent-gate', 'x', 182)).to.be.false;
    });

    it('where the domain is not ours', () => {
      expect(writeCookie('consent-gate', 'x', 182, 'example.com')).to.be.false;
    });

    it('where there is a second one of the same name', async () => {
      const jar = await jarAt('/one/page');
      jar.set('consent-gate=tossed; Path=/one');
      expect(jar.writeCookie('consent-gate', 'x', 182)).to.be.false;
      jar.set('consent-gate=; Max-Age=0; Path=/one');
    });

    it('where the lifetime is no number', () => {
      for (const days of ['182', NaN, Infinity, null, {}] as unknown as number[]) {
        expect(() => writeCookie('consent-gate', 'x', days)).not.to.throw();
      }
    });
  });

  describe('expires', () => {
    it('a cookie of every folder above the page', async () => {
      const jar = await jarAt('/one/two/three.html');
      for (const path of ['/', '/one', '/one/', '/one/two', '/one/two/', '/one/two/three.html']) {
        jar.set(`_ym_uid=1; Path=${path}`);
        expect(jar.cookies(), path).to.deep.equal(['_ym_uid=1']);
        jar.expireCookie('_ym_uid', false);
        expect(jar.cookies(), path).to.deep.equal([]);
      }
    });

    it('many of one name at once, and no other', async () => {
      const jar = await jarAt('/one/two/');
      jar.set('_ga=1; Path=/', '_ga=2; Path=/one', '_ga=3; Path=/one/two/', '_gallery=4; Path=/');
      expect(jar.cookies()).to.have.length(4);
      jar.expireCookie('_ga', false);
      expect(jar.cookies()).to.deep.equal(['_gallery=4']);
    });

    it('those of the landing page after a change of the address, since the browser still shows them', async () => {
      const jar = await jarAt('/one/two/three.html');
      jar.set('_ga=1; Path=/one/two/');
      frame!.window.history.pushState(null, '', '/other/page');
      jar.expireCookie('_ga', true);
      const left = jar.cookies();
      jar.set('_ga=; Max-Age=0; Path=/one/two/');
      expect(left).to.deep.equal([]);
    });

    it('those of the page that is shown after a change of the address', async () => {
      const jar = await jarAt('/one/page');
      jar.set('_ga=1; Path=/other');
      frame!.window.history.pushState(null, '', '/other/page');
      jar.expireCookie('_ga', true);
      const there = await jarAt('/other/page');
      const left = there.cookies();
      there.set('_ga=; Max-Age=0; Path=/other');
      expect(left).to.deep.equal([]);
    });

    it('with each parent domain where asked, and only then', () => {
      const written: string[] = [];
      restore = fakeCookie({set: (cookie) => void written.push(cookie)});
      expireCookie('_ga', false);
      expect(written.filter((cookie) => /domain/i.test(cookie))).to.deep.equal([]);
      expect(written.length).to.be.above(0);
      written.length = 0;
      expireCookie('_ga', true);
      expect(written.some((cookie) => cookie.includes(`; Domain=${location.hostname}`))).to.be.true;
      for (const cookie of written) expect(cookie).to.match(/^_ga=; Max-Age=0(;|$)/);
    });

    it('a name with characters that js-cookie would escape', () => {
      for (const name of ['_ga[1]', '_ym"x"', 'a(b)', 'a%20b', 'a{b}', 'a/b']) {
        setCookies(`${name}=1; Path=/`);
        expect(cookies(), name).to.deep.equal([`${name}=1`]);
        expireCookie(name, true);
        expect(cookies(), name).to.deep.equal([]);
      }
    });

    it('invariant 20: without an error where the browser throws', () => {
      restore = fakeCookie({
        set() {
          throw new DOMException('sandboxed', 'SecurityError');
        },
      });
      expect(() => expireCookie('_ga', true)).not.to.throw();
    });
  });
});

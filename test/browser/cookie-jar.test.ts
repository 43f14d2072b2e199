import {expect} from '@open-wc/testing';
import {expireCookie, writeCookie} from '../../src/browser/cookie-jar.js';
import {clearCookies, cookies, setCookies} from '../helpers/cookies.js';
import {fakeCookie} from '../helpers/fake-cookie.js';

const address = location.href;

describe('the cookie jar', () => {
  let restore = () => {};
  afterEach(() => {
    restore();
    restore = () => {};
    clearCookies();
    history.replaceState(null, '', address);
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
      expect(writeCookie('consent-gate', 'x'.repeat(5000), 182)).to.be.false;
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

    it('where there is a second one of the same name', () => {
      const folder = location.pathname.replace(/[^/]*$/, '');
      setCookies(`consent-gate=tossed; Path=${folder === '/' ? '/x' : folder}`);
      history.replaceState(null, '', folder === '/' ? '/x/' : address);
      expect(writeCookie('consent-gate', 'x', 182)).to.be.false;
    });

    it('where the lifetime is no number', () => {
      for (const days of ['182', NaN, Infinity, null, {}] as unknown as number[]) {
        expect(() => writeCookie('consent-gate', 'x', days)).not.to.throw();
      }
    });
  });

  describe('expires', () => {
    it('a cookie of every folder above the page', () => {
      history.replaceState(null, '', '/one/two/three.html');
      for (const path of ['/', '/one', '/one/', '/one/two', '/one/two/', '/one/two/three.html']) {
        setCookies(`_ym_uid=1; Path=${path}`);
        expect(cookies(), path).to.deep.equal(['_ym_uid=1']);
        expireCookie('_ym_uid', false);
        expect(cookies(), path).to.deep.equal([]);
      }
    });

    it('many of one name at once', () => {
      history.replaceState(null, '', '/one/two/');
      setCookies('_ga=1; Path=/', '_ga=2; Path=/one', '_ga=3; Path=/one/two/', '_gallery=4');
      expireCookie('_ga', false);
      expect(cookies()).to.deep.equal(['_gallery=4']);
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
      for (const cookie of written) expect(cookie).to.match(/^_ga=; Max-Age=0; Path=\//);
    });

    it('a name with characters that js-cookie would escape', () => {
      for (const name of ['_ga[1]', '_ym"x"', 'a(b)', 'a%20b', 'a{b}', 'a/b', 'имя']) {
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

import {expect} from '@open-wc/testing';
import {cookieNames, cookieValues} from '../../src/browser/cookies.js';
import {clearCookies, setCookies} from '../helpers/cookies.js';
import {fakeCookie} from '../helpers/fake-cookie.js';

describe('cookies', () => {
  let restore = () => {};
  afterEach(() => {
    restore();
    restore = () => {};
    clearCookies();
  });
  const jar = (text: string) => {
    restore();
    restore = fakeCookie({get: () => text});
  };

  it('are read as they stand', () => {
    setCookies('a=1', 'b=x%20y', 'c=a=b');
    expect(cookieValues('a')).to.deep.equal(['1']);
    expect(cookieValues('b')).to.deep.equal(['x%20y']);
    expect(cookieValues('c')).to.deep.equal(['a=b']);
    expect(cookieValues('d')).to.deep.equal([]);
  });

  it('invariant 3: two of one name are both found', () => {
    jar('consent-gate=1; other=x; consent-gate=2');
    expect(cookieValues('consent-gate')).to.deep.equal(['1', '2']);
  });

  it('invariant 3: only exactly this name is', () => {
    jar('%63onsent-gate=1; Consent-gate=2; xconsent-gate=3; consent-gate-x=4; consent-gate');
    expect(cookieValues('consent-gate')).to.deep.equal([]);
  });

  it('have no names that every object has', () => {
    setCookies('a=1');
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(cookieValues(name)).to.deep.equal([]);
    }
  });

  it('invariant 20: are none where the browser throws', () => {
    restore = fakeCookie({
      get() {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    });
    expect(cookieNames()).to.deep.equal([]);
    expect(cookieValues('a')).to.deep.equal([]);
  });

  it('invariant 20: are none in an empty jar', () => {
    jar('');
    expect(cookieValues('')).to.deep.equal([]);
    expect(cookieValues('a')).to.deep.equal([]);
  });

  it('invariant 20: a nameless cookie is no record', () => {
    jar('consent-gate; =consent-gate=1');
    expect(cookieValues('consent-gate')).to.deep.equal([]);
  });
});

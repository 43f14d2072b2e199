import {expect} from '@open-wc/testing';
import {sweep} from '../../src/gates/sweep.js';
import {clearCookies, cookies, setCookies} from '../helpers/cookies.js';
import {fakeCookie} from '../helpers/fake-cookie.js';

describe('the sweep', () => {
  afterEach(() => {
    clearCookies();
    localStorage.clear();
    sessionStorage.clear();
  });

  it('invariant 10: deletes what it is told, and nothing else', () => {
    setCookies('_ym_uid=1', '_ym_d=2', '_ymca=3');
    localStorage.setItem('_ym_uid', '1');
    sessionStorage.setItem('_ym_uid', '1');
    sessionStorage.setItem('__ym_tab_guid', '1');
    localStorage.setItem('_ymca', '1');
    sweep({cookies: ['_ym_uid', '_ym_d'], storage: ['_ym_uid', '__ym_tab_guid']}, true);
    expect(cookies()).to.deep.equal(['_ymca=3']);
    expect(Object.keys(localStorage)).to.deep.equal(['_ymca']);
    expect(Object.keys(sessionStorage)).to.deep.equal([]);
  });

  it('invariant 10: deletes a cookie of the domain as well as one of the host', () => {
    setCookies('_ga=1', `_ga=2; Domain=${location.hostname}; Path=/`);
    sweep({cookies: ['_ga'], storage: []}, true);
    expect(cookies()).to.deep.equal([]);
  });

  it('touches no domain before an answer: a sister host may have a grant', () => {
    const written: string[] = [];
    const restore = fakeCookie({set: (cookie) => void written.push(cookie)});
    sweep({cookies: ['_ga'], storage: []}, false);
    restore();
    expect(written).not.to.be.empty;
    for (const cookie of written) expect(cookie).not.to.match(/domain/i);
  });

  it('deletes names that every object has', () => {
    localStorage.setItem('constructor', '1');
    localStorage.setItem('__proto__', '1');
    sweep({cookies: [], storage: ['constructor', '__proto__']}, true);
    expect(localStorage.length).to.equal(0);
  });
});

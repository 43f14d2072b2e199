import {expect} from '@open-wc/testing';
import {parentDomains, pathsAbove} from '../../src/browser/parent-domains.js';

describe('parentDomains', () => {
  it('are the host and all above it', () => {
    const domains = parentDomains();
    expect(domains[0]).to.equal(location.hostname);
    expect(domains).to.have.length(location.hostname.split('.').length);
  });
});

describe('pathsAbove', () => {
  const {href} = location;
  afterEach(() => history.replaceState(null, '', href));
  const at = (path: string) => {
    history.replaceState(null, '', path);
    return pathsAbove();
  };

  it('are the root and every folder, with and without the last slash', () => {
    expect(at('/')).to.deep.equal(['/']);
    expect(at('/a')).to.have.members(['/', '/a', '/a/']);
    expect(at('/a/b/c.html?x=/y#/z')).to.have.members([
      '/',
      '/a',
      '/a/',
      '/a/b',
      '/a/b/',
      '/a/b/c.html',
      '/a/b/c.html/',
    ]);
  });

  it('take escaped and doubled slashes as the browser shows them', () => {
    expect(at('/каталог/x')).to.include(new URL('/каталог', href).pathname);
    expect(at('/a%2Fb')).to.include('/a%2Fb');
    expect(at('/a//b')).to.include('/');
  });
});

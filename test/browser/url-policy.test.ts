import {expect} from '@open-wc/testing';
import {allowedUrl, onHosts, parseUrl} from '../../src/browser/url-policy.js';
import {figure} from '../helpers/scorecard.js';
import * as spellings from '../helpers/url-spellings.js';

const {origin, host, protocol} = location;
const {hosts, strange, allowed} = spellings;
const refused = spellings.refused(origin, host, protocol);

describe('the URL policy', () => {
  let requested = 0;
  after(() =>
    figure({
      id: 'invariant-09-url-spellings',
      name: 'URL spellings that lead to a host that is not allowed',
      n: refused.length + strange.length + Object.keys(allowed).length,
      result: requested,
      limit: 0,
      ok: requested === 0,
    }),
  );
  const shut = (address: string, url: URL | undefined) => {
    if (url) requested++;
    expect(url?.href, address).to.equal(undefined);
  };

  for (const address of refused) {
    it(`invariant 9: refuses ${JSON.stringify(address)}`, () => {
      shut(address, allowedUrl(address));
      shut(address, allowedUrl(address, hosts));
      shut(address, allowedUrl(address, [...hosts, 'localhost', '', '*', '*.', 'null']));
    });
  }

  for (const address of strange) {
    it(`invariant 9: refuses ${JSON.stringify(address)} where hosts are named`, () => {
      shut(address, allowedUrl(address, hosts));
      // Any https host where none is named, if it is one at all.
      expect(allowedUrl(address)?.protocol ?? 'https:').to.equal('https:');
    });
  }

  for (const [address, href] of Object.entries(allowed)) {
    it(`takes ${JSON.stringify(address)} for ${href}`, () => {
      expect(allowedUrl(address, hosts)?.href).to.equal(href);
      expect(allowedUrl(address)?.href).to.equal(href);
    });
  }

  it('takes the page’s own origin', () => {
    for (const address of [
      'x.js',
      '/x.js',
      './x.js',
      '../x.js',
      '?x',
      '#x',
      '',
      `${origin}/x.js`,
      `//${host}/x.js`,
    ]) {
      expect(allowedUrl(address)?.origin, address).to.equal(origin);
      expect(allowedUrl(address, [host])?.origin, address).to.equal(origin);
    }
  });

  it('takes unencrypted loopback on a page that is on loopback itself', () => {
    for (const name of [
      'localhost',
      '127.0.0.1',
      '127.1.2.3',
      '[::1]',
      '127.1',
      '2130706433',
      '0x7f.1',
    ]) {
      expect(allowedUrl(`http://${name}:3000/x.js`)?.port, name).to.equal('3000');
      shut(name, allowedUrl(`http://${name}:3000/x.js`, ['cdn.example.com']));
    }
  });

  it('follows the base of the document, as the browser will', () => {
    const base = document.createElement('base');
    base.href = 'https://cdn.example.com/a/';
    document.head.append(base);
    try {
      expect(allowedUrl('x.js')?.href).to.equal('https://cdn.example.com/a/x.js');
      shut('x.js', allowedUrl('x.js', ['other.example']));
      base.href = 'http://evil.example/';
      shut('x.js', allowedUrl('x.js'));
    } finally {
      base.remove();
    }
  });

  it('invariant 9: an empty list of hosts allows none', () => {
    shut('https', allowedUrl('https://cdn.example.com/', []));
    shut('own', allowedUrl('/x.js', []));
  });

  it('never throws', () => {
    for (const address of [
      '\ud800',
      'https://\ud800/',
      '%',
      '%zz',
      'https://%',
      ':'.repeat(1e5),
      'x'.repeat(1e6),
    ]) {
      expect(() => allowedUrl(address, hosts)).not.to.throw();
      expect(() => parseUrl(address)).not.to.throw();
    }
    for (const hostile of [null, undefined, 5, {}, []]) {
      expect(() => allowedUrl(hostile as string, hosts)).not.to.throw();
    }
  });

  it('knows whether a host is named', () => {
    const at = (address: string, ...names: string[]) => onHosts(names, new URL(address));
    expect(at('https://example.com/', 'example.com')).to.be.true;
    expect(at('https://example.com:8443/', 'example.com')).to.be.true;
    expect(at('https://example.com:8443/', 'example.com:8443')).to.be.true;
    expect(at('https://example.com/', 'example.com:8443')).to.be.false;
    expect(at('https://a.example.com/', '*.example.com')).to.be.true;
    expect(at('https://example.com/', '*.example.com')).to.be.false;
    expect(at('https://notexample.com/', '*.example.com')).to.be.false;
    expect(at('https://example.com/', '')).to.be.false;
    expect(at('https://example.com/')).to.be.false;
  });
});

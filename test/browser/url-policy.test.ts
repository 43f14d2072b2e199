import {expect} from '@open-wc/testing';
import {allowedUrl, onHosts, parseUrl} from '../../src/browser/url-policy.js';
import {figure} from '../helpers/scorecard.js';

const {origin, host} = location;

/** Spellings that lead nowhere, whatever hosts are allowed. */
const refused = [
  // Schemes that run code or carry content.
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'javascript://cdn.example.com/%0aalert(1)',
  ' javascript:alert(1)',
  '\tjavascript:alert(1)',
  '\njavascript:alert(1)',
  '\0javascript:alert(1)',
  '\x01javascript:alert(1)',
  '\u001fjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\rscript:alert(1)',
  'j\ta\tv\ta\ts\tc\tr\ti\tp\tt:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/javascript,alert(1)',
  'data:text/javascript;base64,YWxlcnQoMSk=',
  'DATA:,x',
  'data://cdn.example.com/x.js',
  'blob:https://cdn.example.com/9115d58c',
  `blob:${origin}/9115d58c-bcda-ff47-86e5-083e9a215304`,
  'filesystem:https://cdn.example.com/temporary/x.js',
  'about:blank',
  'about:srcdoc',
  'file:///etc/passwd',
  'file://cdn.example.com/x.js',
  'ftp://cdn.example.com/x.js',
  'ws://cdn.example.com/x',
  'wss://cdn.example.com/x',
  'view-source:https://cdn.example.com/x.js',
  'chrome-extension://abcdef/x.js',
  'moz-extension://abcdef/x.js',
  'mailto:mail@example.com',
  'tel:112',
  'urn:x',
  'intent://cdn.example.com/x.js',
  'jar:https://cdn.example.com/x.jar!/x.js',
  'feed:https://cdn.example.com/x',
  // Not encrypted.
  'http://cdn.example.com/x.js',
  'HTTP://cdn.example.com/x.js',
  'http:\\\\cdn.example.com\\x.js',
  '//cdn.example.com/x.js',
  '\\\\cdn.example.com\\x.js',
  '/\\cdn.example.com/x.js',
  '\\/cdn.example.com/x.js',
  '/\t/cdn.example.com/x.js',
  '/\n/cdn.example.com/x.js',
  '///cdn.example.com/x.js',
  '////cdn.example.com/x.js',
  ' //cdn.example.com/x.js',
  'http://localhost.cdn.example.com/x.js',
  'http://localhost:8000@cdn.example.com/x.js',
  'http://127.0.0.1.cdn.example.com/x.js',
  'http://127.evil.example/x.js',
  'http://0.0.0.0/x.js',
  'http://192.168.0.1/x.js',
  'http://[::2]/x.js',
  'http://notlocalhost/x.js',
  'http://localhost./x.js',
  // With a user name or a password.
  'https://user@cdn.example.com/x.js',
  'https://user:password@cdn.example.com/x.js',
  'https://:password@cdn.example.com/x.js',
  'https://cdn.example.com@evil.example/x.js',
  'https://cdn.example.com:443@evil.example/x.js',
  'https://cdn.example.com%40@evil.example/x.js',
  'https://cdn.example.com%2F@evil.example/x.js',
  'https://@cdn.example.com:x@evil.example/x.js',
  `${location.protocol}//user@${host}/x.js`,
  // No address at all.
  'https://',
  'https:///',
  'https://?x',
  'https://#x',
  'https://:443/',
  'https://cdn.example.com:99999/',
  'https://cdn.example.com:x/',
  'https://cdn.exam<ple.com/',
  'https://cdn.exam^ple.com/',
  'https://[::1/',
  'https://%00.example.com/',
  'https://a%2fb.example.com/',
  'https://1.2.3.256/',
  'http://',
];

/** Spellings of hosts that are not among `hosts` below: their https is allowed only where any host is. */
const hosts = [
  'cdn.example.com',
  '*.example.org',
  'example.net:8443',
  'xn--e1afmkfd.xn--p1ai',
  '127.0.0.1',
];
const strange = [
  'https://evil.example/x.js',
  'https:evil.example/x.js',
  'https:/evil.example/x.js',
  'https:\\\\evil.example\\x.js',
  'https:\\evil.example',
  'https://evil.example\\@cdn.example.com/x.js',
  'https://evil.example\\.cdn.example.com/x.js',
  'https://evil.example/cdn.example.com/x.js',
  'https://evil.example?cdn.example.com',
  'https://evil.example#cdn.example.com',
  'https://evil.example#@cdn.example.com/',
  'https://evil.example?@cdn.example.com/',
  'https://cdn.example.com.evil.example/x.js',
  'https://evil-cdn.example.com/x.js',
  'https://evilcdn.example.com/x.js',
  'https://a.cdn.example.com/x.js',
  'https://cdn.example.com./x.js',
  'https://cdn.example.co/x.js',
  'https://cdn.example.comm/x.js',
  'https://сdn.example.com/x.js',
  'https://cdn.еxample.com/x.js',
  'https://xn--dn-7mc.example.com/x.js',
  'https://cdn-example.com/x.js',
  'https://cdnxexample.com/x.js',
  'https://example.org/x.js',
  'https://evilexample.org/x.js',
  'https://a.example.org.evil.example/x.js',
  'https://example.net/x.js',
  'https://example.net:8444/x.js',
  'https://пример.рф.evil.example/',
  'https://127.0.0.2/',
  'https://[::ffff:127.0.0.1]/',
  '\thttps://evil.example/x.js',
  'ht\ntps://evil.example/x.js',
  'https://evil\t.example/x.js',
  'https://EVIL.example/x.js',
  'https://evil。example/x.js',
  // Some browsers take these for hosts.
  'https://cdn example.com/',
  'https://xn--/',
];

/** Spelling → the address that is requested. */
const allowed: Readonly<Record<string, string>> = {
  'https://cdn.example.com/x.js': 'https://cdn.example.com/x.js',
  'HTTPS://CDN.Example.COM/X.js': 'https://cdn.example.com/X.js',
  ' https://cdn.example.com/x.js ': 'https://cdn.example.com/x.js',
  'https:cdn.example.com/x.js': 'https://cdn.example.com/x.js',
  'https:\\\\cdn.example.com\\x.js': 'https://cdn.example.com/x.js',
  'https://cdn.example.com\\@evil.example/x.js': 'https://cdn.example.com/@evil.example/x.js',
  'https://cdn.example.com/@evil.example': 'https://cdn.example.com/@evil.example',
  'https://cdn.example.com/../../x.js': 'https://cdn.example.com/x.js',
  'https://cdn.example.com:443/x.js': 'https://cdn.example.com/x.js',
  'https://cdn.example.com:8443/x.js': 'https://cdn.example.com:8443/x.js',
  'https://cdn.example.com?url=javascript:alert(1)':
    'https://cdn.example.com/?url=javascript:alert(1)',
  'https://cdn。example。com/x.js': 'https://cdn.example.com/x.js',
  'https://ｃｄｎ.example.com/x.js': 'https://cdn.example.com/x.js',
  'ht\ttps://cdn.exam\nple.com/x.js': 'https://cdn.example.com/x.js',
  'https://a.example.org/': 'https://a.example.org/',
  'https://a.b.example.org/': 'https://a.b.example.org/',
  'https://example.net:8443/': 'https://example.net:8443/',
  'https://пример.рф/': 'https://xn--e1afmkfd.xn--p1ai/',
  'https://ПРИМЕР.РФ/': 'https://xn--e1afmkfd.xn--p1ai/',
  'https://127.1/': 'https://127.0.0.1/',
  'https://2130706433/': 'https://127.0.0.1/',
};

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

import {expect} from '@open-wc/testing';
import {insertScript, trusted} from '../../src/browser/insert-script.js';
import {watchInsertedScripts, type InsertedScripts} from '../helpers/inserted-scripts.js';

/** Nobody waits for it. */
const insert = (url: URL, ordered?: boolean) => insertScript(url, ordered, () => {});

describe('insertScript', () => {
  let scripts: InsertedScripts;
  beforeEach(() => (scripts = watchInsertedScripts()));
  afterEach(() => {
    scripts.stop();
    document.querySelectorAll('script[nonce]').forEach((script) => script.remove());
  });

  it('invariant 12: requests an address once in the life of the page', () => {
    const url = new URL('https://once.example/1.js');
    insert(url);
    insert(new URL(url));
    insert(url, true);
    expect(scripts.addresses).to.deep.equal([url.href]);
  });

  it('tries again after a failure', () => {
    const url = new URL('https://blocked.example/1.js');
    insert(url);
    scripts.elements[0]!.dispatchEvent(new Event('error'));
    insert(url);
    expect(scripts.addresses).to.have.length(2);
  });

  it('runs as it comes, or in order', () => {
    insert(new URL('https://async.example/1.js'));
    insert(new URL('https://ordered.example/1.js'), true);
    expect(scripts.elements.map((script) => script.async)).to.deep.equal([true, false]);
  });

  it('carries the nonce of the page', () => {
    insert(new URL('https://plain.example/1.js'));
    const own = document.createElement('script');
    own.nonce = 'abc123';
    // The attribute is what a selector sees; the browser hides its value, not itself.
    own.setAttribute('nonce', 'abc123');
    document.body.append(own);
    insert(new URL('https://nonced.example/1.js'));
    expect(scripts.elements.map((script) => script.nonce)).to.deep.equal(['', 'abc123']);
  });

  it('gives Trusted Types what they want, through a policy of its own name', () => {
    const address: unknown = trusted('createScriptURL', 'https://trusted.example/1.js');
    const code: unknown = trusted('createScript', 'void 0');
    expect([String(address), String(code)]).to.deep.equal([
      'https://trusted.example/1.js',
      'void 0',
    ]);
    const types = (
      window as {
        trustedTypes?: {isScriptURL(value: unknown): boolean; isScript(value: unknown): boolean};
      }
    ).trustedTypes;
    if (types) {
      expect(types.isScriptURL(address)).to.be.true;
      expect(types.isScript(code)).to.be.true;
    }
  });
});

import {expect} from '@open-wc/testing';
import {isSitePage} from '../../src/browser/site-page.js';

/** What the module says in a frame; it is loaded there by its own address. */
async function saidIn(attributes: Readonly<Record<string, string>>): Promise<string> {
  const frame = document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  const address = new URL('../../src/browser/site-page.ts', import.meta.url).href;
  frame.srcdoc =
    `<script type="module">import(${JSON.stringify(address)})` +
    `.then(({isSitePage}) => parent.postMessage({said: String(isSitePage())}, '*'),` +
    `(error) => parent.postMessage({said: 'failed: ' + error}, '*'))</script>`;
  const answer = new Promise<string>((resolve) => {
    const listen = ({source, data}: MessageEvent<{said?: string}>) => {
      if (source !== frame.contentWindow || !data.said) return;
      removeEventListener('message', listen);
      resolve(data.said);
    };
    addEventListener('message', listen);
  });
  document.body.append(frame);
  const found = await answer;
  frame.remove();
  return found;
}

describe('the page of the site', () => {
  it('invariant 19: a frame of the same origin is a frame', async () => {
    expect(await saidIn({})).to.equal('false');
    expect(await saidIn({sandbox: 'allow-scripts allow-same-origin'})).to.equal('false');
  });

  it('is this one, unless the test runner uses a frame', () => {
    expect(isSitePage()).to.equal(top === window);
  });
});

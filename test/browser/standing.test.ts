import {expect} from '@open-wc/testing';
import {standing} from '../../src/browser/standing.js';

/** What the module says in a frame; it is loaded there by its own address. */
async function standingIn(attributes: Readonly<Record<string, string>>): Promise<string> {
  const frame = document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  const address = new URL('../../src/browser/standing.ts', import.meta.url).href;
  frame.srcdoc =
    `<script type="module">import(${JSON.stringify(address)})` +
    `.then(({standing}) => parent.postMessage({standing: standing()}, '*'),` +
    `(error) => parent.postMessage({standing: 'failed: ' + error}, '*'))</script>`;
  const answer = new Promise<string>((resolve) => {
    const listen = ({source, data}: MessageEvent<{standing?: string}>) => {
      if (source !== frame.contentWindow || !data.standing) return;
      removeEventListener('message', listen);
      resolve(data.standing);
    };
    addEventListener('message', listen);
  });
  document.body.append(frame);
  const found = await answer;
  frame.remove();
  return found;
}

describe('standing', () => {
  it('invariant 19: a frame of the same origin is a frame', async () => {
    expect(await standingIn({})).to.equal('frame');
    expect(await standingIn({sandbox: 'allow-scripts allow-same-origin'})).to.equal('frame');
  });

  it('is the site’s page, or a frame where the test runner uses one', () => {
    expect(standing()).to.equal(top === window ? 'page' : 'frame');
  });
});

import {expect} from '@open-wc/testing';
import {OWN_ORIGIN} from '../../src/gates/seal-off.js';
import {frameAt, type FrameAt} from '../helpers/frame-at.js';

type Quarantine = typeof import('../../src/gates/quarantine.js');

describe('the quarantine', () => {
  let frame: FrameAt;
  beforeEach(async () => (frame = await frameAt('/test/quarantined-page')));
  afterEach(() => frame.remove());

  const isolate = async (stays: boolean) => {
    const {quarantine} = await frame.load<Quarantine>('gates/quarantine');
    quarantine(stays ? OWN_ORIGIN : undefined);
  };
  /** Whether the browser refuses an image from there. */
  const isRefused = async (src: string, {document} = frame) => {
    const image = new (document.defaultView as unknown as {Image: typeof Image}).Image();
    const refused = new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', () => resolve(true), {once: true});
      // An address that leads nowhere fails too, without a violation.
      image.addEventListener('error', () => setTimeout(resolve, 50, false), {once: true});
    });
    image.src = src;
    document.body.append(image);
    return refused;
  };

  it('invariant 10: lets the document request nothing more', async () => {
    await isolate(false);
    expect(await isRefused('/pixel.gif')).to.be.true;
    const policy = frame.document.querySelector<HTMLMetaElement>('meta[http-equiv]')!;
    expect(policy.content).to.contain("default-src 'none'");
    expect(policy.content, 'sending a form is the visitor’s').not.to.contain('form-action');
  });

  it('a page in which somebody works may ask its own origin, and no other', async () => {
    await isolate(true);
    expect(await isRefused('/no-such-pixel.gif')).to.be.false;
    expect(await isRefused('http://127.0.0.2:9/pixel.gif')).to.be.true;
  });

  for (const [where, place] of Object.entries({
    'of its own': (body: HTMLElement) => body,
    // As that of a chat: `window.length` does not count it.
    'in an open shadow root': (body: HTMLElement) =>
      body.appendChild(body.ownerDocument.createElement('div')).attachShadow({mode: 'open'}),
    'in a frame': (body: HTMLElement) =>
      body.appendChild(body.ownerDocument.createElement('iframe')).contentDocument!.body,
  })) {
    it(`invariant 10: covers frames ${where} too`, async () => {
      const inner = frame.document.createElement('iframe');
      place(frame.document.body).append(inner);
      await isolate(false);
      const document = inner.contentDocument!;
      expect(await isRefused('/pixel.gif', {...frame, document})).to.be.true;
    });
  }

  it('invariant 10: whatever images of the page are called', async () => {
    const inner = frame.document.createElement('iframe');
    frame.document.body.append(inner);
    for (const name of ['createElement', 'querySelectorAll', 'nodeType', 'head']) {
      frame.document.body.insertAdjacentHTML('beforeend', `<img name="${name}" alt="">`);
    }
    frame.document.body.insertAdjacentHTML(
      'beforeend',
      '<form><input name="shadowRoot"><input name="contentWindow"></form>',
    );
    await isolate(false);
    expect(await isRefused('/pixel.gif')).to.be.true;
    const document = inner.contentDocument!;
    expect(await isRefused('/pixel.gif', {...frame, document}), 'in a frame').to.be.true;
  });
});

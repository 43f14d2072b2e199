import {expect} from '@open-wc/testing';
import {frameAt, type FrameAt} from '../helpers/frame-at.js';
import {until} from '../helpers/until.js';

type Quarantine = typeof import('../../src/gates/quarantine.js');

describe('the quarantine', () => {
  let frame: FrameAt;
  beforeEach(async () => (frame = await frameAt('/test/quarantined-page')));
  afterEach(() => frame.remove());

  const isolate = async () => {
    const {quarantine} = await frame.load<Quarantine>('gates/quarantine');
    (frame.window as unknown as {console: Console}).console.warn = () => {};
    quarantine();
  };
  const policy = () =>
    frame.document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  const edit = (html: string) => {
    frame.document.body.innerHTML = html;
    return frame.document.body.firstElementChild as HTMLInputElement;
  };

  it('invariant 10: lets the document request nothing more, and loads it anew', async () => {
    const before = frame.document;
    await isolate();
    await until('the page is loaded anew', () => frame.document !== before);
    await until('it is there', () => frame.document.readyState === 'complete');
    expect(policy()).to.equal(null);
  });

  it('invariant 10: covers every kind of request a vendor has', async () => {
    edit('<input value="a">').value = 'typed';
    await isolate();
    for (const kind of ['script', 'connect', 'img', 'frame', 'media', 'object']) {
      expect(policy()!.content, kind).to.contain(`${kind}-src 'none'`);
    }
    const image = frame.document.createElement('img');
    const refused = new Promise((resolve) => {
      frame.document.addEventListener('securitypolicyviolation', resolve, {once: true});
    });
    image.src = '/pixel.gif';
    frame.document.body.append(image);
    await refused;
  });

  const edited: Readonly<Record<string, () => void>> = {
    'a text': () => (edit('<input>').value = 'typed'),
    'a long text': () => (edit('<textarea></textarea>').value = 'typed'),
    'a checkbox': () => (edit('<input type="checkbox">').checked = true),
    'a choice': () =>
      ((edit('<select><option>a<option>b</select>') as unknown as HTMLSelectElement).selectedIndex =
        1),
  };
  for (const [what, change] of Object.entries(edited)) {
    it(`keeps the page where ${what} has been edited: nobody loses what they typed`, async () => {
      const before = frame.document;
      change();
      await isolate();
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(frame.document === before).to.be.true;
      expect(policy()).not.to.equal(null);
    });
  }

  const untouched = [
    '<input value="a">',
    '<textarea>b</textarea>',
    '<input type="checkbox" value="yes" checked>',
    '<input type="checkbox">',
    '<input type="radio">',
    '<input type="range">',
    '<input type="color">',
    '<input type="number" value="01">',
    '<input type="email" value=" a@example.com ">',
    '<input type="hidden" value="1">',
    '<input type="file">',
    '<input type="submit">',
    '<select><option>a<option selected>b</select>',
  ];
  for (const html of untouched) {
    it(`does not take ${html} for edited, as it was from the start`, async () => {
      const before = frame.document;
      edit(html);
      await isolate();
      await until('the page is loaded anew', () => frame.document !== before, 1000);
    });
  }
});

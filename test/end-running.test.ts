import {expect} from '@open-wc/testing';
import {takeReloadNote} from '../src/browser/reload-note.js';
import {OWN_ORIGIN} from '../src/gates/seal-off.js';
import type {Ending} from '../src/end-running.js';
import {frameAt, type FrameAt} from './helpers/frame-at.js';
import {settled} from './helpers/settled.js';
import {until} from './helpers/until.js';

type EndRunning = typeof import('../src/end-running.js');

describe('ending what runs', () => {
  let frame: FrameAt;
  let notices: (() => void)[];
  let before: Document;
  beforeEach(async () => {
    notices = [];
    frame = await frameAt('/test/ended-page');
    (frame.window as unknown as {console: Console}).console.warn = () => {};
    before = frame.document;
  });
  afterEach(() => frame.remove());

  const end = async (more: Partial<Ending> = {}) => {
    const {endRunning} = await frame.load<EndRunning>('end-running');
    const ui = {showNotice: (_site: never, reload: () => void) => void notices.push(reload)};
    const site = {
      held: [],
      asks: true,
      folder: '',
      store: {},
      fetch: () => Promise.resolve(ui),
      ...more,
    } as unknown as Ending;
    endRunning(site, false);
    // A second withdrawal has nothing to add.
    endRunning(site, false);
    return site;
  };
  const policies = () => before.querySelectorAll('meta[http-equiv="Content-Security-Policy"]');
  const rules = () => [...policies()].map((policy) => policy.getAttribute('content'));
  const reloaded = () => until('the page is loaded anew', () => frame.document !== before);

  it('invariant 10: isolates the page and loads it anew, once', async () => {
    await end();
    expect(rules()[0]).to.equal(OWN_ORIGIN);
    await reloaded();
    // A stricter one when it goes, and no more.
    expect(rules()).to.have.length(2);
    expect(rules()[1]).to.match(/^default-src 'none';/);
    expect(notices).to.deep.equal([]);
  });

  it('keeps a page in which somebody has typed, and offers them the reload', async () => {
    const field = frame.document.createElement('input');
    frame.document.body.append(field);
    field.value = 'typed';
    await end();
    await until('there is a notice', () => notices.length);
    expect(policies()).to.have.length(1);
    expect(frame.document === before).to.be.true;
    notices[0]!();
    await reloaded();
  });

  it('says nothing in a frame in which somebody has typed', async () => {
    const field = frame.document.createElement('input');
    frame.document.body.append(field);
    field.value = 'typed';
    await end({asks: false});
    await settled(20);
    expect(notices).to.deep.equal([]);
    expect(policies()).to.have.length(1);
    expect(frame.document === before).to.be.true;
  });

  it('leaves a page whose own beforeunload may keep it able to save', async () => {
    frame.window.addEventListener('beforeunload', (event) => event.preventDefault());
    await end();
    // Nobody has touched the frame, so the browser does not ask.
    await reloaded();
    expect(rules()).to.deep.equal([OWN_ORIGIN]);
  });

  it('isolates at once, and loads anew when the decision is written', async () => {
    const site = await end({writing: 1});
    expect(policies()).to.have.length(1);
    await settled(20);
    expect(frame.document === before).to.be.true;
    site.written!();
    await reloaded();
  });

  it('notes for the next page what a visitor has answered in this one, and nothing else', async () => {
    const noted = async (more: Partial<Ending>) => {
      const site = await end(more);
      site.written?.();
      await reloaded();
      const found = takeReloadNote();
      before = frame.document;
      return [found, takeReloadNote()];
    };
    const answeredBy = (method: string) => ({record: {method}}) as unknown as Ending['store'];
    expect(await noted({writing: 1, store: answeredBy('ui')})).to.deep.equal([true, false]);
    for (const more of [
      {writing: 1, store: answeredBy('api')},
      {writing: 1, store: answeredBy('synthetic')},
      {writing: 0, store: answeredBy('ui')},
      {writing: 1, asks: false, store: answeredBy('ui')},
      {writing: 1, store: {} as Ending['store']},
    ]) {
      expect(await noted(more)).to.deep.equal([false, false]);
    }
  });

  it('notes nothing where the page has answered since', async () => {
    const record = {method: 'ui'};
    const site = await end({writing: 1, store: {record} as unknown as Ending['store']});
    record.method = 'api';
    site.written!();
    await reloaded();
    expect(takeReloadNote()).to.be.false;
  });

  it('notes nothing for a reload that a notice offers: the answer is confirmed beside it', async () => {
    const field = frame.document.createElement('input');
    frame.document.body.append(field);
    field.value = 'typed';
    const site = await end({
      writing: 1,
      store: {record: {method: 'ui'}} as unknown as Ending['store'],
    });
    site.written!();
    await until('there is a notice', () => notices.length);
    notices[0]!();
    await reloaded();
    expect(takeReloadNote()).to.be.false;
  });

  it('does not load a page anew whose cookie still says the old yes', async () => {
    await end({frozen: true});
    await settled(20);
    expect(frame.document === before).to.be.true;
    expect(policies()).to.have.length(1);
  });
});

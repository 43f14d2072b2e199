import {expect} from '@open-wc/testing';
import type {ConsentGate} from '../src/api.js';
import {clearCookies, cookies} from './helpers/cookies.js';
import {figure, full} from './helpers/scorecard.js';
import {until} from './helpers/until.js';

/** The page of test/helpers/withdrawal-page.html, in a frame. */
interface HostilePage extends Window {
  readonly gate: ConsentGate;
  readonly __standIn: {mark: string};
  /** How often the tag has tried to send. */
  readonly __hostile: Record<string, number>;
}

interface Hit {
  readonly mark: string;
  readonly why: string;
  readonly by: string;
}

const left = () =>
  [...cookies(), ...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((item) =>
    item.startsWith('_hostile_'),
  );

// The end-to-end tests say more, but not in a WebKit that can only be driven without interception.
describe('a withdrawal from what cannot be stopped, in a page of its own', () => {
  let vendor: string;
  let frame: HTMLIFrameElement;
  let name: string;
  let loads: number;
  before(async () => {
    // Served by test/setup/vendor-server.mjs.
    const address = '/vendor-server.js';
    ({default: vendor} = (await import(address)) as {default: string});
  });
  const clean = () => {
    clearCookies();
    localStorage.clear();
    sessionStorage.clear();
  };
  beforeEach(clean);
  afterEach(() => {
    frame.remove();
    clean();
  });

  const page = () => frame.contentWindow as unknown as HostilePage;
  const hits = async () => (await (await fetch(`${vendor}/hits?as=${name}`)).json()) as Hit[];
  const marked = async (mark: string) => (await hits()).filter((hit) => hit.mark === mark);
  /** What was sent before may still be on its way. */
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  const open = async () => {
    name = `t${Math.random().toString(36).slice(2)}`;
    frame = document.createElement('iframe');
    frame.src = new URL(`helpers/withdrawal-page.html?as=${name}`, import.meta.url).href;
    loads = 0;
    frame.addEventListener('load', () => loads++);
    document.body.append(frame);
    await until('the gate has started', () => page().gate);
    page().gate.acceptAll();
    await until('the tag beats', () => (page().__hostile?.[name] ?? 0) > 2);
    await until('the answer is written', () => cookies().join().includes('~y.hostile.'));
    await until('the frame has loaded', () => loads === 1);
    expect(left(), 'it has left its items').not.to.deep.equal([]);
  };

  it('the counter-test: a page that is reloaded as it is sends while it goes', async () => {
    await open();
    page().__standIn.mark = 'going';
    page().location.reload();
    await until('it is back', () => loads === 2);
    await rest(300);
    const leaving = (await marked('going')).filter(({why}) => why !== 'heartbeat');
    expect(leaving.map(({by}) => by)).to.include('beacon');
  });

  for (const answer of ['rejectAll', 'reset', 'choose'] as const) {
    it(`invariant 10: ${answer}: nothing is sent, one reload, nothing is left`, async () => {
      const n = full(1, 20);
      let requests = 0;
      let items = 0;
      for (let i = 0; i < n; i++) {
        await open();
        const hostile = page().__hostile;
        const before = hostile[name]!;
        page().__standIn.mark = 'after';
        if (answer === 'choose') page().gate.choose({hostile: false});
        else page().gate[answer]();
        await until('it is loaded anew', () => loads === 2);
        await until('the gate is back', () => page().gate?.decision.unanswered !== undefined);
        await rest(300);
        expect(hostile[name], 'the tag has tried').to.be.above(before);
        expect(loads, 'one reload').to.equal(2);
        requests += (await marked('after')).length;
        items += left().length;
        frame.remove();
        clean();
      }
      figure({
        id: `F4-frame-${answer}`,
        name: `Hostile unload of a page, ${answer}: requests after the call, and items left after the next load`,
        n,
        result: requests + items,
        limit: 0,
        ok: requests + items === 0,
      });
    });
  }
});

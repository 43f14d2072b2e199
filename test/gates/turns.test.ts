import {expect} from '@open-wc/testing';
import {createTurns} from '../../src/gates/turns.js';
import {settled} from '../helpers/settled.js';

/** Keeps the thread for some ms. */
const busy = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

describe('turns', () => {
  let stopping: AbortController;
  let errors: unknown[];
  beforeEach(() => {
    stopping = new AbortController();
    errors = [];
  });
  const create = () => createTurns(stopping.signal, (error) => errors.push(error));

  it('are taken in their order, a microtask later', async () => {
    // A machine that pauses here makes a turn of its own of each: the clock stands still.
    Object.defineProperty(performance, 'now', {value: () => 0, configurable: true});
    try {
      const turns = create();
      const done: number[] = [];
      for (const n of [1, 2, 3]) turns.take(() => done.push(n));
      expect(done).to.deep.equal([]);
      await Promise.resolve();
      await Promise.resolve();
      expect(done).to.deep.equal([1, 2, 3]);
    } finally {
      Reflect.deleteProperty(performance, 'now');
    }
  });

  it('let the page have its turn where there is much to do', async () => {
    const turns = create();
    const done: (number | string)[] = [];
    for (let n = 0; n < 6; n++) {
      turns.take(() => {
        busy(8);
        done.push(n);
      });
    }
    setTimeout(() => done.push('page'));
    await turns.done();
    expect(done.filter((one) => one !== 'page')).to.deep.equal([0, 1, 2, 3, 4, 5]);
    // A timer of the page has come between, unless the browser prefers what goes on.
    const frames = await new Promise((resolve) => setTimeout(() => resolve(done.includes('page'))));
    expect(frames).to.be.true;
  });

  it('are taken also of what comes meanwhile, and by the next after all are done', async () => {
    const turns = create();
    const done: number[] = [];
    turns.take(() => {
      done.push(1);
      turns.take(() => done.push(2));
    });
    await turns.done();
    turns.take(() => done.push(3));
    await turns.done();
    expect(done).to.deep.equal([1, 2, 3]);
  });

  it('go on after one that throws, which is told of', async () => {
    const turns = create();
    const done: number[] = [];
    turns.take(() => {
      throw new Error('of the page');
    });
    turns.take(() => done.push(2));
    await turns.done();
    expect(done).to.deep.equal([2]);
    expect(errors.map(String)).to.deep.equal(['Error: of the page']);
  });

  it('end with the gate', async () => {
    const turns = create();
    const done: number[] = [];
    turns.take(() => {
      done.push(1);
      stopping.abort();
    });
    turns.take(() => done.push(2));
    await turns.done();
    await settled();
    expect(done).to.deep.equal([1]);
  });
});

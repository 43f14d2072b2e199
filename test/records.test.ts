import {expect} from '@open-wc/testing';
import {addWaiting, dropOlder, waitingRecords} from '../src/browser/waiting-records.js';
import type {ConsentRecord} from '../src/decision/receipt.js';
import {deliverRecords, type RecordSource} from '../src/records.js';

/** s since 1970 */
const now = () => Math.floor(Date.now() / 1000);
const today = () => new Date().toISOString().slice(0, 10);

describe('sending records', () => {
  const {fetch} = window;
  const {warn} = console;
  let stopping: AbortController;
  let sent: ConsentRecord[];
  let answers: (number | 'fails')[];

  /** A site whose receipts have nothing in them but what is asked of them. */
  const site = (files = true, endpoint = '/consent-records'): RecordSource =>
    ({
      config: {records: {endpoint}, policy: {url: '/', version: '1'}},
      held: [],
      questions: [{id: 'analytics', category: 'analytics'}],
      jar: {name: 'consent-gate', days: 182},
      signal: stopping.signal,
      fetch: async () => {
        if (!files) throw new Error('offline');
        return {makeReceipt: async (_: unknown, record: unknown) => ({of: record ?? null})};
      },
    }) as unknown as RecordSource;

  beforeEach(() => {
    stopping = new AbortController();
    sent = [];
    answers = [];
    console.warn = () => {};
    window.fetch = (async (_: unknown, {body}: {body: string}) => {
      const answer = answers.shift() ?? 201;
      if (answer === 'fails') throw new TypeError('down');
      if (answer === 201) sent.push(JSON.parse(body) as ConsentRecord);
      return new Response('', {status: answer});
    }) as typeof fetch;
  });
  afterEach(() => {
    stopping.abort();
    window.fetch = fetch;
    console.warn = warn;
    dropOlder(Infinity);
  });

  const ids = () => sent.map(({consentReceiptID}) => consentReceiptID);

  it('all that wait, in order, each with its id and time', async () => {
    const said = `1~${today()}~ui~en~1~abcdef~y.analytics.0000`;
    addWaiting({id: 'a', at: now() - 5, said});
    addWaiting({id: 'b', at: now(), said: ''});
    await deliverRecords(site());
    expect(ids()).to.deep.equal(['a', 'b']);
    expect(sent[0]!.consentTimestamp).to.be.closeTo(now() - 5, 2);
    expect((sent[0] as unknown as {of: {answers: string}}).of.answers).to.equal(
      '~y.analytics.0000',
    );
    expect((sent[1] as unknown as {of: null}).of).to.equal(null);
    expect(waitingRecords()).to.deep.equal([]);
  });

  for (const failure of [500, 404, 403, 'fails'] as const) {
    it(`what does not arrive (${failure}) waits, and those after it`, async () => {
      for (const id of ['a', 'b']) addWaiting({id, at: now(), said: ''});
      answers = [201, failure];
      await deliverRecords(site());
      expect(ids()).to.deep.equal(['a']);
      const [left] = waitingRecords();
      expect(left!.id).to.equal('b');
      expect(JSON.parse(left!.body!)).to.include({consentReceiptID: 'b'});
      await deliverRecords(site());
      expect(ids()).to.deep.equal(['a', 'b']);
      expect(waitingRecords()).to.deep.equal([]);
    });
  }

  it('one that the receiver does not take keeps no other, and is offered again', async () => {
    for (const id of ['a', 'b', 'c']) addWaiting({id, at: now(), said: ''});
    answers = [400, 201, 413];
    await deliverRecords(site());
    expect(ids()).to.deep.equal(['b']);
    expect(waitingRecords().map(({id}) => id)).to.deep.equal(['a', 'c']);
    await deliverRecords(site());
    expect(ids()).to.deep.equal(['b', 'a', 'c']);
  });

  for (const endpoint of ['http://records.example/', 'https://me@records.example/']) {
    it(`nothing is sent to ${endpoint}`, async () => {
      let asked = 0;
      window.fetch = async () => new Response(String(asked++));
      addWaiting({id: 'a', at: now(), said: ''});
      await deliverRecords(site(true, endpoint));
      expect(asked).to.equal(0);
      expect(waitingRecords()).to.have.length(1);
    });
  }

  it('without the file that writes them: later', async () => {
    addWaiting({id: 'a', at: now(), said: ''});
    await deliverRecords(site(false));
    expect(sent).to.deep.equal([]);
    await deliverRecords(site());
    expect(ids()).to.deep.equal(['a']);
  });

  it('none that is older than an answer holds, nor one that none of ours could have written', async () => {
    addWaiting({id: 'old', at: now() - 183 * 86_400, said: ''});
    addWaiting({id: 'odd', at: now(), said: '1~x'});
    addWaiting({id: 'good', at: now(), said: ''});
    await deliverRecords(site());
    expect(ids()).to.deep.equal(['good']);
    expect(waitingRecords()).to.deep.equal([]);
  });

  it('one that has come while others were sent is sent with them', async () => {
    addWaiting({id: 'a', at: now(), said: ''});
    const first = deliverRecords(site());
    await deliverRecords(site(), {id: 'b', at: now(), said: ''});
    await first;
    expect(ids()).to.deep.equal(['a', 'b']);
  });

  it('once, where nothing can be taken out of the storage any more', async () => {
    addWaiting({id: 'stuck', at: now(), said: ''});
    const {setItem, removeItem} = Storage.prototype;
    Object.assign(Storage.prototype, {setItem() {}, removeItem() {}});
    try {
      await deliverRecords(site());
      await deliverRecords(site());
      expect(ids()).to.deep.equal(['stuck']);
    } finally {
      Object.assign(Storage.prototype, {setItem, removeItem});
    }
  });

  it('again when the browser is back on the network', async () => {
    addWaiting({id: 'a', at: now(), said: ''});
    answers = ['fails'];
    await deliverRecords(site());
    window.dispatchEvent(new Event('online'));
    await navigator.locks.request('consent-gate-records', async () => {});
    expect(ids()).to.deep.equal(['a']);
  });
});

import {expect} from '@open-wc/testing';
import {service as extend} from '../../../src/services/extended/yandex-metrica.js';
import {register} from '../../../src/services/register.js';
import type {Page, Settings} from '../../../src/services/service.js';
import {fakePage} from '../../helpers/fake-page.js';

const globals = globalThis as unknown as {ym: {a: unknown[][]}};
const hits = () => globals.ym.a.filter(([, call]) => call === 'hit').map((call) => [...call]);
/** Goes to another view, which shows itself in the document: not all browsers tell of the address alone. */
async function go(path: string): Promise<void> {
  history.replaceState(null, '', path);
  document.body.append(new Comment(path));
  await new Promise((done) => setTimeout(done, 20));
}

describe('yandex-metrica with "spa"', () => {
  const at = location.href;
  const stopping = new AbortController();
  const settings = [
    {service: 'yandex-metrica', counterId: 1},
    {service: 'yandex-metrica', counterId: 2, spa: true},
  ] as unknown as Settings[];
  const service = extend(settings[1]!, register);
  const page = {...fakePage('yandex-metrica'), signal: stopping.signal} as Page;

  before(() => {
    service.guard!();
    service.load!(settings, page);
  });
  after(() => {
    stopping.abort();
    service.stop!(settings, page);
    history.replaceState(null, '', at);
  });

  it('is Metrica else: the same id, questions, hosts and way to stop', () => {
    const {load: _, ...rest} = service;
    const {load: _own, ...own} = register.get('yandex-metrica')!;
    expect(rest).to.deep.equal(own);
    expect(globals.ym.a.map(([, call]) => call)).to.deep.equal(['init', 'init']);
  });

  it('tells the counters that want it of each change of the address, with the one before', async () => {
    await go('/one');
    await go('/one#more');
    await go('/two');
    const address = (path: string) => new URL(path, at).href;
    expect(hits()).to.deep.equal([
      [2, 'hit', address('/one'), {referer: at}],
      [2, 'hit', address('/two'), {referer: address('/one')}],
    ]);
  });

  it('ends with the gate', async () => {
    const before = hits().length;
    stopping.abort();
    await go('/three');
    expect(hits()).to.have.length(before);
  });

  for (const [what, later, told] of [
    ['a later view is told after the first', '/later', ['/later']],
    ['the first without what stood behind "?" is no other view', '?', []],
    ['nor is another part of it', '#part', []],
  ] as const) {
    it(`with a yes on it ${what}`, () => {
      service.stop!(settings, page);
      history.replaceState(null, '', at);
      delete (globals.ym as {a?: unknown}).a;
      service.guard!();
      history.replaceState(null, '', later);
      service.load!(settings, page);
      expect(hits()).to.deep.equal(
        told.map((path) => [2, 'hit', new URL(path, at).href, {referer: at}]),
      );
      // Counted again after a no it begins here.
      service.stop!(settings, page);
      service.load!(settings, page);
      expect(hits()).to.deep.equal([]);
    });
  }
});

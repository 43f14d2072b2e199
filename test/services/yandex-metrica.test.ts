import {expect} from '@open-wc/testing';
import type {Settings} from '../../src/services/service.js';
import {yandexMetrica} from '../../src/services/yandex-metrica.js';
import {fakePage} from '../helpers/fake-page.js';

type Ym = ((...call: unknown[]) => void) & {a: unknown[][]; l: number};
const globals = globalThis as unknown as Record<string, unknown> & {ym: Ym};

const entry = (counterId: number, options?: object, more: object = {}): Settings =>
  ({service: 'yandex-metrica', counterId, options, ...more}) as Settings;
/** What the first `init` says of where the visit began. */
const landing = {url: location.href, referrer: document.referrer};
const calls = () => [...globals.ym.a].map((call) => [...call]);
const WEBVISOR = 'yandex-metrica:webvisor';

/** A tag that has arrived: takes what waits, and gets later calls through `push`. */
function tagArrives(): unknown[][] {
  const taken: unknown[][] = globals.ym.a.splice(0);
  globals.ym.a.push = (...calls: unknown[][]) => taken.push(...calls);
  return taken;
}

describe('yandex-metrica', () => {
  let running: readonly Settings[] = [];
  const load = (settings: readonly Settings[], page = fakePage()) => {
    running = settings;
    yandexMetrica.load!(settings, page);
    return page;
  };
  const stop = () => {
    yandexMetrica.stop!(running, fakePage());
    running = [];
  };
  const guard = () => (yandexMetrica.guard as () => void)();
  /** As in a new page. */
  const renew = () => {
    guard();
    delete (globals.ym as Partial<Ym>).a;
    guard();
  };

  beforeEach(renew);
  afterEach(() => {
    stop();
    renew();
    for (const name of Object.keys(globals)) {
      if (/^(disableYaCounter|yaCounter)/.test(name)) delete globals[name];
    }
  });

  it('invariant 1: drops calls of the page before the grant', () => {
    for (const call of [[1, 'init', {}], [1, 'hit', '/'], [1, 'reachGoal', 'x'], []]) {
      expect(() => globals.ym(...call)).not.to.throw();
    }
    expect(calls()).to.deep.equal([]);
    load([entry(1)]);
    expect(calls()).to.deep.equal([[1, 'init', {...landing, webvisor: false}]]);
  });

  it('started anew in the same page still speaks to the tag that has arrived', () => {
    load([entry(1)]);
    const taken = tagArrives();
    guard();
    globals.ym(1, 'hit', '/next');
    expect(taken.at(-1)).to.deep.equal([1, 'hit', '/next']);
  });

  it('invariant 1: takes the place of a stub that kept calls', () => {
    const kept: Ym = Object.assign(() => {}, {a: [[1, 'hit', '/before']], l: 1});
    globals.ym = kept;
    guard();
    expect(globals.ym).not.to.equal(kept);
    load([entry(1)]);
    expect(JSON.stringify(calls())).not.to.contain('before');
  });

  it('hands on what the page has called before us where the yes is older than the page, and once', () => {
    delete (globals.ym as Partial<Ym>).a;
    const kept: Ym = Object.assign(() => {}, {
      a: [[1, 'init', {webvisor: true}], Object.assign([1, 'hit', '/before'])] as unknown[][],
      l: 1,
    });
    globals.ym = kept;
    guard();
    const page = Object.assign(fakePage(), {early: true});
    load([entry(1)], page);
    const whole = [
      [1, 'init', {...landing, webvisor: false}],
      [1, 'hit', '/before'],
    ];
    expect(calls()).to.deep.equal(whole);
    stop();
    load([entry(1)], page);
    expect(calls()).to.deep.equal([[1, 'init', {webvisor: false}]]);
  });

  for (const [ecommerce, name] of [
    [true, 'dataLayer'],
    ['shopLayer', 'shopLayer'],
  ] as const) {
    it(`e-commerce from ${name}: leaves nothing in it that was pushed before the yes but variables`, () => {
      const purchase = {ecommerce: {purchase: {actionField: {id: '1'}}}};
      const before = [{user: 'guest'}, purchase, {event: 'buy', ...purchase}, null];
      globals[name] = [...before];
      load([entry(1, {ecommerce})]);
      expect(globals[name]).to.deep.equal([{user: 'guest'}]);
      stop();
      globals[name] = [...before];
      load([entry(1, {ecommerce})], Object.assign(fakePage(), {early: true}));
      expect(globals[name]).to.deep.equal(before);
      delete globals[name];
      expect(() => load([entry(1, {ecommerce})])).not.to.throw();
    });
  }

  it('without e-commerce leaves the layer of the page alone', () => {
    globals['dataLayer'] = [{ecommerce: 1}];
    load([entry(1)]);
    expect(globals['dataLayer']).to.deep.equal([{ecommerce: 1}]);
    delete globals['dataLayer'];
  });

  it('starts its counter with the owner’s options, and asks for the tag once', () => {
    const page = load([entry(12345678, {clickmap: true, trackLinks: false, params: {a: 1}})]);
    expect(calls()).to.deep.equal([
      [
        12345678,
        'init',
        {...landing, clickmap: true, trackLinks: false, params: {a: 1}, webvisor: false},
      ],
    ]);
    expect(page.inserted).to.deep.equal(['https://mc.yandex.ru/metrika/tag.js']);
    expect(globals['disableYaCounter12345678']).not.to.be.ok;
  });

  it('tells where the visit began, once: a yes on a later view is no direct visit', () => {
    const address = location.href;
    history.replaceState(null, '', '?view=2');
    try {
      load([entry(1)]);
      expect(calls()[0]![2]).to.deep.include(landing);
      stop();
      load([entry(1)]);
      expect(calls().at(-1)![2]).not.to.have.any.keys('url', 'referrer');
    } finally {
      history.replaceState(null, '', address);
    }
  });

  it('takes the owner’s word for where the visit began', () => {
    load([entry(1, {url: 'https://shop.example/', referrer: ''})]);
    expect(calls()[0]![2]).to.deep.include({url: 'https://shop.example/', referrer: ''});
  });

  it('passes calls of the page on while it is granted', () => {
    load([entry(1)]);
    globals.ym(1, 'reachGoal', 'order', {price: 5});
    expect(calls().at(-1)).to.deep.equal([1, 'reachGoal', 'order', {price: 5}]);
    const taken = tagArrives();
    globals.ym(1, 'hit', '/next');
    expect(taken.at(-1)).to.deep.equal([1, 'hit', '/next']);
  });

  it('has a time and a queue, as the tag wants', () => {
    expect(globals.ym.l).to.be.closeTo(Date.now(), 10_000);
    expect(globals.ym.a).to.be.an('array');
  });

  it('runs several counters with one script', () => {
    const page = load([entry(1, {clickmap: true}), entry(2)]);
    expect(calls()).to.deep.equal([
      [1, 'init', {...landing, clickmap: true, webvisor: false}],
      [2, 'init', {...landing, webvisor: false}],
    ]);
    expect(page.inserted).to.have.length(1);
  });

  it('loads from the official alternative address that the owner has named', () => {
    const scriptUrl = 'https://mc.yandex.com/metrika/tag.js';
    expect(load([entry(1, {}, {scriptUrl})]).inserted).to.deep.equal([scriptUrl]);
  });

  describe('at a withdrawal', () => {
    it('invariant 10: destroys every counter, and drops what the page still calls', () => {
      load([entry(1), entry(2)]);
      const taken = tagArrives();
      stop();
      expect(taken.slice(-2)).to.deep.equal([
        [1, 'destruct'],
        [2, 'destruct'],
      ]);
      const before = taken.length;
      globals.ym(1, 'hit', '/after');
      expect(taken).to.have.length(before);
      expect(globals['disableYaCounter1']).to.be.true;
      expect(globals['disableYaCounter2']).to.be.true;
    });

    it('invariant 10: empties the queue where the tag has not arrived: its init must not be sent', () => {
      load([entry(1)]);
      globals.ym(1, 'reachGoal', 'x');
      stop();
      expect(calls()).to.deep.equal([]);
      globals.ym(1, 'hit', '/after');
      expect(calls()).to.deep.equal([]);
    });

    it('grants again on the same page without anything from before', () => {
      load([entry(1)]);
      stop();
      globals.ym(1, 'hit', '/between');
      const page = load([entry(1)]);
      expect(calls()).to.deep.equal([[1, 'init', {webvisor: false}]]);
      expect(globals['disableYaCounter1']).to.be.false;
      expect(page.inserted).to.have.length(1);
    });

    it('grants again with a tag that has stayed: it gets the init through push', () => {
      load([entry(1)]);
      const taken = tagArrives();
      stop();
      load([entry(1)]);
      expect(taken.at(-1)).to.deep.equal([1, 'init', {webvisor: false}]);
    });
  });

  describe('session replay', () => {
    const replaying = [entry(1, {webvisor: true, clickmap: true}), entry(2)];
    /** Where replay is asked. */
    const asking = (...granted: string[]) => {
      const page = fakePage('yandex-metrica', ...granted);
      page.denied.add(WEBVISOR);
      return page;
    };

    it('is a question of its own where a counter wants it', () => {
      expect(yandexMetrica.parts!(entry(1, {webvisor: true}))).to.deep.equal([WEBVISOR]);
      for (const options of [undefined, {}, {webvisor: false}, {webvisor: 'true'}]) {
        expect(yandexMetrica.parts!(entry(1, options)), JSON.stringify(options)).to.equal(false);
      }
    });

    it('invariant 1: is off until that is granted', () => {
      load(replaying, asking());
      expect(
        calls().map(([id, , options]) => [id, (options as {webvisor: boolean}).webvisor]),
      ).to.deep.equal([
        [1, false],
        [2, false],
      ]);
    });

    it('is on with its grant, for the counter that wants it', () => {
      load(replaying, asking(WEBVISOR));
      expect(
        calls().map(([id, , options]) => [id, (options as {webvisor: boolean}).webvisor]),
      ).to.deep.equal([
        [1, true],
        [2, false],
      ]);
    });

    it('starts the counters anew when its answer changes, without a second page view', () => {
      const page = load(replaying, asking());
      const taken = tagArrives();
      globals['yaCounter1'] = {};
      page.granted.add(WEBVISOR);
      yandexMetrica.update!(replaying, page);
      expect(taken.slice(2)).to.deep.equal([
        [1, 'destruct'],
        [2, 'destruct'],
        [1, 'init', {webvisor: true, clickmap: true, defer: true}],
        [2, 'init', {webvisor: false, defer: true}],
      ]);
      page.granted.delete(WEBVISOR);
      yandexMetrica.update!(replaying, page);
      expect(taken.slice(-2)).to.deep.equal([
        [1, 'init', {webvisor: false, clickmap: true, defer: true}],
        [2, 'init', {webvisor: false, defer: true}],
      ]);
    });

    it('waits with the tag where it has not arrived: one init, with the page view', () => {
      const page = load(replaying, asking());
      page.granted.add(WEBVISOR);
      yandexMetrica.update!(replaying, page);
      expect(calls()).to.deep.equal([
        [1, 'init', {webvisor: true, clickmap: true}],
        [2, 'init', {webvisor: false}],
      ]);
    });

    it('changes nothing at a change of something else', () => {
      const page = load(replaying, asking());
      const before = calls();
      page.granted.add('advertising');
      yandexMetrica.update!(replaying, page);
      expect(calls()).to.deep.equal(before);
    });
  });
});

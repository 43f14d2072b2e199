import {expect} from '@open-wc/testing';
import type {ConsentGateConfig} from '../src/config/config.js';
import type {Decision} from '../src/decision/decision.js';
import {startConsentGate} from '../src/index.js';
import {startOnce} from '../src/start.js';
import {listenToConsole, type ConsoleCalls} from './helpers/console-calls.js';
import {smallConfig} from './helpers/configs.js';
import {clearCookies, cookies, setCookies} from './helpers/cookies.js';
import {fakeCookie} from './helpers/fake-cookie.js';
import {watchInsertedScripts, type InsertedScripts} from './helpers/inserted-scripts.js';
import {settled} from './helpers/settled.js';
import {nextEvent, started, type Started, type StartOptions} from './helpers/started.js';
import {until} from './helpers/until.js';

const today = () => new Date().toISOString().slice(0, 10);

describe('the gate', () => {
  let scripts: InsertedScripts;
  let spoken: ConsoleCalls;
  let open: Pick<Started, 'gate' | 'arrived'>[] = [];
  const thrown: unknown[] = [];
  const {onerror} = window;
  const collect = (event: ErrorEvent | PromiseRejectionEvent) => {
    event.preventDefault();
    thrown.push('reason' in event ? event.reason : event.error);
  };

  let sites = 0;
  let site: ReturnType<typeof smallConfig>;

  beforeEach(() => {
    // Each test has scripts of its own: an address is requested once in the life of a page.
    site = smallConfig();
    const [metrica, google] = site.categories.analytics.services;
    Object.assign(metrica!, {scriptUrl: `https://mc.yandex.ru/metrika/tag.js?test=${++sites}`});
    Object.assign(google!, {measurementId: `G-TEST${sites}`});
    Object.assign(site.categories.functional.services[0]!, {crossBorder: true});
    clearCookies();
    spoken = listenToConsole();
    scripts = watchInsertedScripts();
    thrown.length = 0;
    // Mocha's own listener, which would fail a test that wants an error.
    window.onerror = null;
    addEventListener('error', collect);
    addEventListener('unhandledrejection', collect);
  });
  afterEach(async () => {
    open.forEach(({gate}) => gate.stop());
    await Promise.all(open.map(({arrived}) => arrived()));
    open = [];
    await settled(10);
    spoken.restore();
    scripts.stop();
    removeEventListener('error', collect);
    removeEventListener('unhandledrejection', collect);
    window.onerror = onerror;
    clearCookies();
    localStorage.clear();
    document
      .querySelectorAll('[data-consent-open],[data-consent]')
      .forEach((element) => element.remove());
    expect(thrown, 'errors thrown into the page').to.deep.equal([]);
  });

  const start = (source: unknown = site, options?: StartOptions) => {
    const all = started(source, options);
    open.push(all);
    return all;
  };
  const ready = async (source: unknown = site, options?: StartOptions) => {
    const event = nextEvent('consent-ready');
    const all = start(source, options);
    await event;
    return all;
  };
  const answered = async (answer: (gate: Started['gate']) => void) => {
    const {gate} = await ready();
    answer(gate);
    await until('the cookie is written', () => cookies().length);
    const [cookie] = cookies();
    gate.stop();
    open = [];
    return cookie!;
  };

  /** The cookie of a visitor who has granted everything; nothing has been loaded in this page for it. */
  const granting = async () =>
    (await answered((gate) => gate.rejectAll())).replaceAll('~n.', '~y.');

  describe('starts', () => {
    it('invariant 12: once; a second start returns the first, through any door', async () => {
      const {gate} = await ready();
      expect(start().gate).to.equal(gate);
      expect(startConsentGate(site)).to.equal(gate);
      expect(startOnce(() => Promise.reject(new Error('unused'))).begin).to.equal(undefined);
      expect(spoken.warnings).to.have.length(3);
    });

    it('anew after a stop', async () => {
      const {gate} = await ready();
      gate.stop();
      const again = await ready();
      expect(again.gate).not.to.equal(gate);
    });

    it('and sets no global', async () => {
      const before = Object.keys(globalThis);
      await ready({...site, categories: {functional: {}}});
      expect(Object.keys(globalThis).filter((key) => !before.includes(key))).to.deep.equal([]);
    });

    it('with an object that nobody can change', async () => {
      const {gate} = await ready();
      expect(Object.isFrozen(gate)).to.be.true;
      expect(() => {
        (gate as {has: unknown}).has = () => true;
      }).to.throw(TypeError);
    });

    it('as it is before its config arrives: undecided, and asked nothing', () => {
      const {gate} = startOnce(() => Promise.reject(new Error('unused')));
      open.push({gate, arrived: async () => {}});
      expect(gate.decision.status).to.equal('undecided');
      expect(gate.has('analytics')).to.be.false;
      expect(gate.has('unknown')).to.be.false;
      expect(spoken.warnings).to.deep.equal([]);
    });

    it('invariant 4: writes nothing and requests nothing before a choice', async () => {
      localStorage.clear();
      sessionStorage.clear();
      const {shown} = await ready();
      await settled(20);
      expect(shown).to.deep.equal(['banner']);
      expect(cookies()).to.deep.equal([]);
      expect(scripts.addresses).to.deep.equal([]);
      expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
    });

    it('without a banner and a cookie where no category is optional', async () => {
      for (const categories of [{}, {necessary: {}}]) {
        const {gate, shown} = await ready({...site, categories});
        await settled();
        expect(shown).to.deep.equal([]);
        expect(document.querySelector('[data-consent-open]')).to.equal(null);
        gate.acceptAll();
        await settled();
        expect(cookies()).to.deep.equal([]);
        gate.stop();
      }
    });

    it('loads what is necessary at once, and never asks about it', async () => {
      const core = {
        service: 'core',
        name: 'Core',
        vendor: 'Us',
        country: 'RU',
        scripts: ['https://core.example/1.js'],
      };
      const categories = {necessary: {services: [core]}, analytics: {}};
      const {gate} = await ready({...site, categories});
      expect(scripts.addresses).to.deep.equal(['https://core.example/1.js']);
      expect(gate.has('core')).to.be.true;
      expect(gate.decision.unanswered).to.deep.equal(['analytics']);
    });
  });

  describe('answers', () => {
    it('acceptAll grants, loads, writes, and tells', async () => {
      const {gate} = await ready();
      const change = nextEvent('consent-change');
      gate.acceptAll();
      const {decision, previous} = await change;
      expect(decision).to.equal(gate.decision);
      expect(previous.status).to.equal('undecided');
      expect(decision).to.include({
        status: 'decided',
        method: 'api',
        decidedAt: today(),
        policyVersion: '2026-11-01',
      });
      for (const id of [
        'analytics',
        'yandex-metrica',
        'google-analytics',
        'youtube',
        'functional',
        'advertising',
      ]) {
        expect(gate.has(id), id).to.be.true;
      }
      expect(scripts.addresses.sort()).to.deep.equal([
        `https://mc.yandex.ru/metrika/tag.js?test=${sites}`,
        `https://www.googletagmanager.com/gtag/js?id=G-TEST${sites}`,
      ]);
      await until('the cookie is written', () => cookies().length);
      expect(cookies()[0]).to.match(
        /^consent-gate=1~\d{4}-\d\d-\d\d~api~(en|ru)~2026-11-01~[0-9a-z]{6}(~y\.[a-z-]+\.[0-9a-z]{4}){6}$/,
      );
    });

    it('invariant 5: rejectAll denies, requests nothing, and writes as firmly', async () => {
      const {gate} = await ready();
      gate.rejectAll();
      await until('the cookie is written', () => cookies().length);
      expect(cookies()[0]).to.match(/(~n\.[a-z-]+\.[0-9a-z]{4}){6}$/);
      expect(gate.decision.status).to.equal('decided');
      expect(scripts.addresses).to.deep.equal([]);
    });

    it('choose takes only a clear yes', async () => {
      const {gate} = await ready();
      const values = {functional: 'yes', analytics: 1, advertising: {}} as unknown as Record<
        string,
        boolean
      >;
      gate.choose(values);
      expect(['functional', 'analytics', 'advertising'].some((id) => gate.has(id))).to.be.false;
      expect(() => gate.choose(undefined as unknown as Record<string, boolean>)).not.to.throw();
      expect(() => gate.choose(null as unknown as Record<string, boolean>)).not.to.throw();
    });

    it('choose and has warn of an unknown id', async () => {
      const {gate} = await ready();
      for (let i = 0; i < 3; i++) {
        gate.choose({nonsense: true});
        expect(gate.has('nonsense')).to.be.false;
      }
      expect(spoken.warnings.filter((text) => text.includes('unknown nonsense'))).to.have.length(6);
      gate.has('constructor');
      gate.has('__proto__');
      expect(spoken.warnings.filter((text) => /constructor|__proto__/.test(text))).to.have.length(
        2,
      );
      expect(gate.has('analytics')).to.be.false;
      expect(spoken.warnings).to.have.length(8);
    });

    it('invariant 2: inherited names grant nothing', async () => {
      const {gate} = await ready();
      gate.choose(Object.create({analytics: true}) as Record<string, boolean>);
      expect(gate.has('analytics')).to.be.false;
    });

    it('given before the config arrives hold when it does', async () => {
      const {gate} = start();
      gate.rejectAll();
      expect(gate.decision.status).to.equal('undecided');
      await nextEvent('consent-ready');
      await settled();
      expect(gate.decision.status).to.equal('decided');
    });

    it('reset forgets: withdraws, removes the cookie, asks again', async () => {
      const {gate, shown} = await ready();
      gate.acceptAll();
      await until('the cookie is written', () => cookies().length);
      gate.reset();
      expect(gate.has('analytics')).to.be.false;
      expect(gate.decision.unanswered).not.to.be.empty;
      await until('the cookie is gone', () => !cookies().length);
      await settled();
      expect(shown.filter((layer) => layer === 'banner')).to.have.length(2);
    });

    it('invariant 10: a withdrawal sweeps what the services have left', async () => {
      const {gate} = await ready();
      gate.acceptAll();
      await until('the cookie is written', () => cookies().length);
      setCookies('_ga=1; Path=/', '_ym_uid=2; Path=/', '_gallery=3; Path=/');
      localStorage.setItem('_ym_uid', '2');
      gate.choose({analytics: false});
      await until('they are gone', () => cookies().length === 2);
      expect(cookies().map((pair) => pair.split('=')[0])).to.deep.equal([
        '_gallery',
        'consent-gate',
      ]);
      expect(localStorage.length).to.equal(0);
    });
  });

  describe('for a returning visitor', () => {
    it('opens at once, asks nothing, and fetches nothing', async () => {
      const cookie = await granting();
      setCookies(cookie);
      const {gate, shown, fetched} = await ready();
      expect(gate.decision.status).to.equal('decided');
      expect(gate.has('analytics')).to.be.true;
      expect(scripts.addresses).to.have.length(2);
      await settled();
      expect(shown).to.deep.equal([]);
      expect(fetched).to.deep.equal([]);
      expect(document.querySelector('button[data-consent-open]')).not.to.equal(null);
    });

    it('who has refused loads nothing, and is not asked', async () => {
      setCookies(await answered((gate) => gate.rejectAll()));
      const {gate, shown} = await ready();
      await settled();
      expect(shown).to.deep.equal([]);
      expect(scripts.addresses).to.deep.equal([]);
      expect(gate.decision.unanswered).to.deep.equal([]);
    });

    it('invariant 6: asks again only what is new', async () => {
      setCookies(await granting());
      const wider = structuredClone(site) as ConsentGateConfig;
      wider.categories['analytics']!.services!.push({
        service: 'google-tag-manager',
        containerId: 'GTM-1',
      });
      const {gate, shown} = await ready(wider);
      expect(gate.decision.unanswered).to.deep.equal(['google-tag-manager']);
      expect(gate.has('google-analytics')).to.be.true;
      expect(gate.has('google-tag-manager')).to.be.false;
      expect(gate.has('analytics')).to.be.false;
      expect(scripts.addresses.join()).not.to.contain('gtm.js');
      await settled();
      expect(shown).to.deep.equal(['banner']);
    });

    it('invariant 6: asks all again with a new version of the consent document', async () => {
      const config = (version: string) => ({...site, consent: {url: '/consent', version}});
      const {gate} = await ready(config('1'));
      gate.acceptAll();
      await until('the cookie is written', () => cookies().length);
      gate.stop();
      expect((await ready(config('1'))).gate.decision.status).to.equal('decided');
      open.at(-1)!.gate.stop();
      const {decision} = (await ready(config('2'))).gate;
      expect(decision.status).to.equal('undecided');
      expect(decision.unanswered).to.have.length(6);
    });

    it('invariant 6: asks all again with a new policy only where its publication is what counts', async () => {
      for (const [mode, unanswered] of [
        [undefined, 0],
        ['notice', 0],
        ['publish-is-effective', 6],
      ] as const) {
        const config = (version: string) => ({
          ...site,
          policy: {url: '/p', version, mode},
        });
        clearCookies();
        const {gate} = await ready(config('1'));
        gate.rejectAll();
        await until('the cookie is written', () => cookies().length);
        gate.stop();
        const again = await ready(config('2'));
        expect(again.gate.decision.unanswered, mode).to.have.length(unanswered);
        again.gate.stop();
      }
    });

    it('keeps the answers when texts change', async () => {
      setCookies(await granting());
      const {gate} = await ready({...site, texts: {en: {title: 'Other words'}}});
      expect(gate.decision.status).to.equal('decided');
    });

    it('invariant 3: with two cookies of the name has no decision', async () => {
      const cookie = await granting();
      const restore = fakeCookie({get: () => `${cookie}; ${cookie}`});
      const {gate} = await ready();
      restore();
      expect(gate.decision.status).to.equal('undecided');
      expect(gate.has('analytics')).to.be.false;
    });

    it('invariant 3: with a spoilt cookie is asked, without an error', async () => {
      const cookie = await granting();
      for (const spoilt of [
        cookie.slice(0, -1),
        cookie.replace('=1~', '=2~'),
        `${cookie}%`,
        cookie.replace('~api~', '~constructor~'),
        'consent-gate=',
        'consent-gate=undefined',
        `consent-gate=${'y'.repeat(4000)}`,
      ]) {
        setCookies(spoilt);
        const {gate, shown} = await ready();
        await settled();
        expect(gate.decision.status, spoilt).to.equal('undecided');
        expect(shown, spoilt).to.deep.equal(['banner']);
        gate.stop();
      }
      expect(thrown).to.deep.equal([]);
    });

    it('invariant 8: address, hash, referrer and window.name change nothing', async () => {
      const {href} = location;
      const {name} = window;
      const cookie = await granting();
      history.replaceState(
        null,
        '',
        `?${cookie}&consent=granted&analytics=true&consentGate=accept#consent-gate=accept-all`,
      );
      window.name = cookie;
      clearCookies();
      const {gate} = await ready();
      postMessage({type: 'consent-gate', consent: 'accept', cookie}, '*');
      dispatchEvent(new HashChangeEvent('hashchange'));
      await settled();
      history.replaceState(null, '', href);
      window.name = name;
      expect(gate.decision.status).to.equal('undecided');
      expect(scripts.addresses).to.deep.equal([]);
    });

    it('invariant 2: localStorage never brings a decision back', async () => {
      const cookie = await granting();
      clearCookies();
      localStorage.setItem('consent-gate', cookie.slice('consent-gate='.length));
      expect((await ready()).gate.decision.status).to.equal('undecided');
    });
  });

  describe('events', () => {
    it('ready comes once, after stored grants have opened; change at each change, and not before', async () => {
      setCookies(await granting());
      const events: string[] = [];
      const note = (event: Event) =>
        void events.push(`${event.type} ${scripts.addresses.length > 0 || open.length > 0}`);
      const types = ['consent-ready', 'consent-change', 'consent-shown'] as const;
      types.forEach((type) => document.addEventListener(type, note));
      const {gate} = await ready();
      await settled();
      expect(events).to.deep.equal(['consent-ready true']);
      gate.choose({advertising: false});
      gate.choose({advertising: true});
      expect(events.slice(1)).to.deep.equal(['consent-change true', 'consent-change true']);
      types.forEach((type) => document.removeEventListener(type, note));
    });

    it('are heard by a listener that is added right after the start', async () => {
      start();
      const event = await nextEvent('consent-ready');
      expect(event).to.be.an.instanceof(Event);
      expect(event.decision.status).to.equal('undecided');
    });

    it('subscribe tells now, at each change, and no more after its end', async () => {
      const {gate} = await ready();
      const seen: Decision[] = [];
      const unsubscribe = gate.subscribe((decision) => void seen.push(decision));
      expect(seen).to.deep.equal([gate.decision]);
      gate.acceptAll();
      gate.rejectAll();
      expect(seen.map(({status, method}) => [status, method])).to.deep.equal([
        ['undecided', null],
        ['decided', 'api'],
        ['decided', 'api'],
      ]);
      unsubscribe();
      gate.acceptAll();
      expect(seen).to.have.length(3);
    });

    it('invariant 14: a subscriber that throws harms no other, and no answer', async () => {
      const {gate} = await ready();
      let told = 0;
      let calls = 0;
      gate.subscribe(() => {
        if (calls++) throw new Error('broken subscriber');
      });
      gate.subscribe(() => void told++);
      expect(() => gate.acceptAll()).not.to.throw();
      expect(told).to.equal(2);
      expect(gate.has('analytics')).to.be.true;
      await until('the cookie is written', () => cookies().length);
      expect(thrown.splice(0).map(String)).to.deep.equal(['Error: broken subscriber']);
    });

    it('when resolves at the grant, and at once where it is there', async () => {
      const {gate} = await ready();
      let granted = 0;
      void gate.when('analytics').then(() => granted++);
      void gate.when('youtube').then(() => granted++);
      gate.choose({youtube: true});
      await settled();
      expect(granted).to.equal(1);
      gate.acceptAll();
      await settled();
      expect(granted).to.equal(2);
      await gate.when('analytics');
      await gate.when('necessary');
    });

    it('has what is necessary, before there is a config', () => {
      const {gate} = start();
      expect(gate.has('necessary')).to.be.true;
      expect(gate.has('analytics')).to.be.false;
    });

    it('an answer given right after the start comes after consent-ready', async () => {
      const cookie = await answered((gate) => gate.rejectAll());
      setCookies(cookie);
      const order: string[] = [];
      const note = ({type}: Event) => void order.push(type);
      for (const type of ['consent-ready', 'consent-change']) document.addEventListener(type, note);
      const {gate} = start();
      gate.acceptAll();
      await until('both are told', () => order.length > 1);
      for (const type of ['consent-ready', 'consent-change'])
        document.removeEventListener(type, note);
      expect(order).to.deep.equal(['consent-ready', 'consent-change']);
      expect(gate.has('analytics')).to.be.true;
    });

    it('when waits for a config that is still on its way', async () => {
      const {gate} = start();
      let granted = false;
      gate.acceptAll();
      void gate.when('analytics').then(() => (granted = true));
      await nextEvent('consent-ready');
      await settled();
      expect(granted).to.be.true;
    });

    it('invariant 2: an event that the page makes itself grants nothing', async () => {
      const {gate} = await ready();
      const forged = new Event('consent-change');
      Object.assign(forged, {decision: {status: 'decided', categories: {analytics: true}}});
      document.dispatchEvent(forged);
      await settled();
      expect(gate.has('analytics')).to.be.false;
      expect(scripts.addresses).to.deep.equal([]);
    });
  });

  describe('the preferences', () => {
    it('open and close without an answer', async () => {
      const {gate, shown} = await ready();
      await gate.open();
      gate.close();
      await settled();
      expect(shown).to.deep.equal(['banner', 'preferences', 'hide']);
      expect(gate.decision.status).to.equal('undecided');
      expect(cookies()).to.deep.equal([]);
    });

    it('open from any element with data-consent-open, also one that comes later', async () => {
      const {shown} = await ready();
      const link = document.createElement('a');
      link.href = '#elsewhere';
      link.dataset['consentOpen'] = '';
      link.append(document.createElement('b'));
      document.body.append(link);
      const click = new MouseEvent('click', {bubbles: true, cancelable: true});
      link.firstChild!.dispatchEvent(click);
      await until('they are shown', () => shown.includes('preferences'));
      expect(click.defaultPrevented).to.be.true;
    });
  });

  describe('stop', () => {
    it('removes the button, the elements and every listener', async () => {
      setCookies(await answered((gate) => gate.rejectAll()));
      const {gate, shown} = await ready();
      await gate.open();
      let told = 0;
      gate.subscribe(() => void told++);
      expect(document.querySelector('button[data-consent-open]')).not.to.equal(null);
      gate.stop();
      await settled();
      expect(document.querySelector('[data-consent-open]')).to.equal(null);
      expect(shown.at(-1)).to.equal('remove');

      const count = shown.length;
      const opener = document.createElement('button');
      opener.dataset['consentOpen'] = '';
      document.body.append(opener);
      opener.click();
      document.dispatchEvent(new Event('consent-change'));
      await settled();
      expect(shown).to.have.length(count);
      expect(told).to.equal(1);
      const image = document.createElement('img');
      image.dataset['consent'] = '!analytics';
      image.dataset['src'] = '/never.png';
      document.body.append(image);
      await settled();
      expect(image.hasAttribute('src')).to.be.false;
    });

    it('before the config has been checked lets nothing begin', async () => {
      const {gate, shown} = start();
      gate.stop();
      await settled(30);
      expect(shown).to.deep.equal([]);
    });

    it('lets no call of the API bring anything back', async () => {
      setCookies(await answered((gate) => gate.rejectAll()));
      const {gate} = await ready();
      gate.stop();
      gate.acceptAll();
      gate.reset();
      await settled();
      expect(document.querySelector('[data-consent-open]')).to.equal(null);
      expect(scripts.addresses).to.deep.equal([]);
      expect(gate.has('analytics')).to.be.false;
    });

    it('again, of a gate that has gone, leaves the next one alone', async () => {
      const {gate} = await ready();
      gate.stop();
      const next = await ready();
      gate.stop();
      expect(start().gate).to.equal(next.gate);
    });

    it('leaves an object that throws nothing', async () => {
      const {gate} = await ready();
      gate.stop();
      for (const act of [
        () => gate.stop(),
        () => gate.has('analytics'),
        () => gate.close(),
        () => gate.subscribe(() => {})(),
        () => void gate.when('analytics'),
        () => gate.decision,
      ]) {
        expect(act).not.to.throw();
      }
    });
  });

  describe('with an invalid config', () => {
    const invalid: Readonly<Record<string, unknown>> = {
      nothing: undefined,
      null: null,
      'a number': 5,
      'a function': () => {},
      'a symbol': Symbol('x'),
      'an empty text': '',
      'broken JSON': '{"policy":',
      'a list': [],
      'an empty object': {},
      'a language that is none': {...smallConfig(), language: {}},
      'texts that are none': {...smallConfig(), texts: [[]]},
      'a cookie that is none': {...smallConfig(), cookie: {days: 'x', domain: {}}},
      'services that are none': {
        ...smallConfig(),
        categories: {analytics: {services: [null, 5, {service: {}}]}},
      },
      'an unknown key': {...smallConfig(), autoAccept: true},
      'an own toJSON that throws': {
        toJSON() {
          throw new Error('hostile');
        },
      },
    };
    for (const [name, source] of Object.entries(invalid)) {
      it(`invariant 14: ${name}: loads nothing, shows nothing, throws nothing, says why`, async () => {
        let events = 0;
        const note = () => void events++;
        document.addEventListener('consent-ready', note);
        let all!: Started;
        expect(() => (all = started(source))).not.to.throw();
        open.push(all);
        await until('it is said', () => spoken.errors.length);
        await settled(10);
        document.removeEventListener('consent-ready', note);
        const {gate, shown} = all;
        expect(spoken.errors).to.have.length(1);
        expect(spoken.errors[0]).to.match(/: expected /);
        expect(events).to.equal(0);
        expect(shown).to.deep.equal([]);
        expect(scripts.addresses).to.deep.equal([]);
        expect(thrown).to.deep.equal([]);

        gate.acceptAll();
        gate.choose({analytics: true});
        gate.rejectAll();
        gate.reset();
        gate.close();
        gate.subscribe(() => {})();
        await settled();
        expect(gate.has('analytics')).to.be.false;
        expect(gate.decision).to.include({status: 'undecided', decidedAt: null});
        expect(await gate.receipt()).to.equal(null);
        expect(cookies()).to.deep.equal([]);
        expect(thrown).to.deep.equal([]);
      });
    }

    it('says all that is wrong at once', async () => {
      start({...site, theme: 'pink', layout: 'wall', colour: 'red'});
      await until('it is said', () => spoken.errors.length);
      expect(spoken.errors).to.have.length(1);
      for (const key of ['theme', 'layout', 'colour'])
        expect(spoken.errors[0]).to.contain(`${key}: expected`);
    });

    it('invariant 7: __proto__ in JSON is refused', async () => {
      start(JSON.stringify(site).replace('{', '{"__proto__":{"polluted":true},'));
      await until('it is said', () => spoken.errors.length);
      expect(spoken.errors[0]).to.contain('__proto__');
      expect(({} as {polluted?: boolean}).polluted).to.equal(undefined);
    });
  });

  describe('invariant 20: with a hostile jar', () => {
    const boom = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const jars = {
      'that throws': {get: boom, set: boom},
      'that is full': {get: () => ''},
      'that is always empty': {get: () => '', set: () => {}},
      'with a bomb in it': {
        get: () => Array.from({length: 200}, (_, i) => `bomb${i}=${'x'.repeat(3000)}`).join('; '),
      },
      'with two records': {get: () => 'consent-gate=a; consent-gate=b'},
    };
    for (const [name, jar] of Object.entries(jars)) {
      it(`${name}: asks, and holds the choice for this page`, async () => {
        const restore = fakeCookie(jar);
        try {
          const {gate, shown} = await ready();
          await settled();
          expect(gate.decision.status).to.equal('undecided');
          expect(shown).to.deep.equal(['banner']);
          gate.acceptAll();
          await until('it is said', () => spoken.warnings.length);
          expect(gate.has('analytics')).to.be.true;
          expect(spoken.warnings.join()).to.contain('cookie');
          gate.rejectAll();
          expect(gate.has('analytics')).to.be.false;
          await settled();
          expect(shown.filter((layer) => layer === 'banner')).to.have.length(1);
          expect(thrown).to.deep.equal([]);
        } finally {
          restore();
        }
      });
    }

    it('cookies switched off: a standing refusal, no banner', async () => {
      Object.defineProperty(navigator, 'cookieEnabled', {configurable: true, value: false});
      try {
        const {gate, shown} = await ready();
        await settled();
        expect(shown).to.deep.equal([]);
        expect(gate.decision.unanswered).to.deep.equal([]);
        expect(gate.has('analytics')).to.be.false;
      } finally {
        delete (navigator as {cookieEnabled?: boolean}).cookieEnabled;
      }
    });
  });

  describe('invariant 14: where a file of ours cannot be fetched', () => {
    for (const name of ['ui', 'locale-en'] as const) {
      it(`${name}: throws nothing, loads nothing`, async () => {
        const {gate} = start(site, {missing: [name]});
        await settled(30);
        expect(thrown).to.deep.equal([]);
        expect(scripts.addresses).to.deep.equal([]);
        expect(gate.decision.status).to.equal('undecided');
      });
    }

    it('keeping: a refusal still holds in this page, and no old grant comes back on the next', async () => {
      setCookies(await granting());
      const {gate} = await ready(site, {missing: ['keeping']});
      gate.rejectAll();
      expect(gate.has('analytics')).to.be.false;
      await settled(20);
      expect(thrown).to.deep.equal([]);
      expect(cookies().join()).not.to.contain('~y.');
    });
  });

  describe('Global Privacy Control', () => {
    const signal = (value: unknown) =>
      Object.defineProperty(navigator, 'globalPrivacyControl', {configurable: true, value});
    afterEach(
      () => void delete (navigator as {globalPrivacyControl?: boolean}).globalPrivacyControl,
    );

    it('is a standing refusal of advertising, which “accept all” does not override', async () => {
      signal(true);
      const {gate} = await ready();
      expect(gate.decision.unanswered).not.to.include('advertising');
      gate.acceptAll();
      expect(gate.has('analytics')).to.be.true;
      expect(gate.has('advertising')).to.be.false;
      await until('the cookie is written', () => cookies().length);
      expect(cookies()[0]).not.to.contain('advertising');
      gate.choose({advertising: true});
      expect(gate.has('advertising')).to.be.true;
    });
  });

  describe('a prerendered page', () => {
    afterEach(() => void delete (document as {prerendering?: boolean}).prerendering);

    it('invariant 19: waits, and begins once it is shown', async () => {
      setCookies(await granting());
      Object.defineProperty(document, 'prerendering', {configurable: true, value: true});
      const {gate, shown} = start();
      await settled(10);
      expect(gate.decision.status).to.equal('undecided');
      expect(scripts.addresses).to.deep.equal([]);
      expect(shown).to.deep.equal([]);
      delete (document as {prerendering?: boolean}).prerendering;
      const event = nextEvent('consent-ready');
      document.dispatchEvent(new Event('prerenderingchange'));
      await event;
      expect(gate.decision.status).to.equal('decided');
      expect(scripts.addresses).to.have.length(2);
    });
  });

  describe('the receipt', () => {
    it('invariant 16: says what was asked, answered, when and how', async () => {
      const {gate} = await ready();
      expect((await gate.receipt())!.answers.every(({granted}) => granted === null)).to.be.true;
      gate.choose({analytics: true});
      const receipt = (await gate.receipt())!;
      expect(receipt).to.include({
        schema: 'consent-gate/receipt/1',
        site: location.origin,
        method: 'api',
        decidedAt: today(),
        policyVersion: '2026-11-01',
      });
      expect(receipt.answers.map(({id, granted}) => [id, granted])).to.deep.equal([
        ['analytics', true],
        ['yandex-metrica', true],
        ['google-analytics', true],
        ['functional', false],
        ['youtube', false],
        ['advertising', false],
      ]);
      expect(JSON.parse(JSON.stringify(receipt))).to.deep.equal(receipt);
    });

    it('invariant 18: holds no identifier of the visitor', async () => {
      const {gate} = await ready();
      gate.acceptAll();
      const [one, two] = [await gate.receipt(), await gate.receipt()];
      expect(one).to.deep.equal(two);
      await until('the cookie is written', () => cookies().length);
      const first = cookies();
      gate.acceptAll();
      await settled(10);
      expect(cookies(), 'the same answer is the same cookie').to.deep.equal(first);
    });
  });

  it('hears the calls of the page before the grant and drops them', async () => {
    const globals = globalThis as {
      ym?: (...call: unknown[]) => void;
      gtag?: (...call: unknown[]) => void;
    };
    const {gate} = await ready();
    expect(() => globals.ym!(12345678, 'hit', '/before')).not.to.throw();
    expect(() => globals.gtag!('event', 'before')).not.to.throw();
    gate.acceptAll();
    const waiting = JSON.stringify([
      (globals.ym as {a?: unknown}).a,
      (globalThis as {dataLayer?: unknown}).dataLayer,
    ]);
    expect(waiting).not.to.contain('before');
  });

  it('a part whose service is denied opens no markup', async () => {
    const config = structuredClone(site) as ConsentGateConfig;
    config.categories['analytics']!.services![0] = {
      service: 'yandex-metrica',
      counterId: 1,
      options: {webvisor: true},
    };
    const image = document.createElement('img');
    image.dataset['consent'] = 'yandex-metrica:webvisor';
    image.dataset['src'] = '/never.png';
    document.body.append(image);
    const {gate} = await ready(config);
    gate.choose({'yandex-metrica': false, 'yandex-metrica:webvisor': true});
    expect(gate.has('yandex-metrica:webvisor')).to.be.false;
    expect(image.hasAttribute('src')).to.be.false;
  });
});

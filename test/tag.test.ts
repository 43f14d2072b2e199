import {expect} from '@open-wc/testing';
import {isValid} from '../src/check.js';
import {fetchModule, type Fetch} from '../src/modules.js';
import {runningScript, startFromTag} from '../src/tag.js';
import {listenToConsole, type ConsoleCalls} from './helpers/console-calls.js';
import {smallConfig} from './helpers/configs.js';
import {settled} from './helpers/settled.js';
import {nextEvent} from './helpers/started.js';
import {until} from './helpers/until.js';

const noUi = (async (name: Parameters<Fetch>[0]) =>
  name === 'ui'
    ? {isValid, showChoice: async () => {}, hideChoice() {}, removeChoice() {}}
    : await fetchModule(name)) as unknown as Fetch;

describe('the door of the script tag', () => {
  let spoken: ConsoleCalls;
  beforeEach(() => (spoken = listenToConsole()));
  afterEach(async () => {
    window.consentGate?.stop();
    delete window.consentGate;
    await settled();
    document
      .querySelectorAll('[data-consent-gate],[name=currentScript],#consentGate')
      .forEach((element) => element.remove());
    spoken.restore();
  });

  const config = (json: unknown, tag = 'script') => {
    const element = document.createElement(tag);
    if (element instanceof HTMLScriptElement) element.type = 'application/json';
    element.dataset['consentGate'] = '';
    element.textContent = typeof json === 'string' ? json : JSON.stringify(json);
    document.head.append(element);
  };

  it('finds the config of the page, and sets the global', async () => {
    config(smallConfig());
    const ready = nextEvent('consent-ready');
    startFromTag(noUi);
    expect(window.consentGate!.decision.status).to.equal('undecided');
    const {decision} = await ready;
    expect(Object.keys(decision.categories).sort()).to.deep.equal([
      'advertising',
      'analytics',
      'functional',
      'necessary',
    ]);
  });

  describe('fetches the UI before the config is there', () => {
    const fetched = async (cookie: string) => {
      const names: string[] = [];
      document.cookie = cookie;
      try {
        startFromTag((name: Parameters<Fetch>[0]) => {
          names.push(name);
          return Promise.reject(new Error('not now'));
        });
      } finally {
        document.cookie = 'consent-gate=;Max-Age=0';
      }
      await settled();
      return names;
    };
    it('for who has never answered', async () => {
      expect(await fetched('other=1')).to.deep.equal(['ui']);
    });
    it('not for who has', async () => {
      expect(await fetched('consent-gate=1')).to.deep.equal([]);
    });
  });

  it('invariant 12: a second tag gets the first gate', async () => {
    config(smallConfig());
    const ready = nextEvent('consent-ready');
    startFromTag(noUi);
    const first = window.consentGate;
    startFromTag(noUi);
    expect(window.consentGate).to.equal(first);
    await ready;
    expect(spoken.errors).to.deep.equal([]);
  });

  for (const [name, count] of [
    ['no config', 0],
    ['two configs', 2],
  ] as const) {
    it(`invariant 14: ${name} is an error, and the gate is inert`, async () => {
      for (let i = 0; i < count; i++) config(smallConfig());
      expect(() => startFromTag(noUi)).not.to.throw();
      await until('it is said', () => spoken.errors.length);
      expect(spoken.errors).to.have.length(1);
      window.consentGate!.acceptAll();
      await settled();
      expect(window.consentGate!.has('analytics')).to.be.false;
    });
  }

  it('invariant 14: a config that is no JSON is an error with its place', async () => {
    config('<!doctype html>');
    startFromTag(noUi);
    await until('it is said', () => spoken.errors.length);
    expect(spoken.errors.join()).to.match(/config: expected a JSON object/);
  });

  it('invariant 7: another element than a script is no config (F9)', async () => {
    config(smallConfig(), 'div');
    startFromTag(noUi);
    let ready = false;
    document.addEventListener('consent-ready', () => (ready = true), {once: true});
    await until('it is said', () => spoken.errors.length);
    await settled();
    expect(ready).to.be.false;
  });

  it('knows the running script, also where markup is called like it (F9)', () => {
    const image = document.createElement('img');
    image.name = 'currentScript';
    image.dataset['config'] = '/evil.json';
    document.body.append(image);
    expect(document.currentScript).to.equal(image);
    // A module has none.
    expect(runningScript).to.equal(null);
  });
});

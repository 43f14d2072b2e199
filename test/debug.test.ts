import {expect} from '@open-wc/testing';
import {showDebug, type DebuggedSite} from '../src/debug.js';
import {decide} from '../src/decision/decision.js';
import {holdServices} from '../src/services/held-service.js';
import {register} from '../src/services/register.js';
import {until} from './helpers/until.js';

/*
 * On this page. What it says of a page with services: test/e2e/debug.spec.ts.
 */

describe('the overlay', () => {
  let stopping: AbortController;
  const categories = {analytics: {services: [{service: 'yandex-metrica' as const, counterId: 1}]}};
  const site = (granted = false): DebuggedSite => ({
    config: {debug: true},
    held: holdServices(categories, register),
    store: {decision: decide([], []), has: () => granted},
    signal: stopping.signal,
  });
  const root = () =>
    [...document.body.children].map(({shadowRoot}) => shadowRoot).find((found) => found)!;
  const text = () => root().textContent;

  beforeEach(() => (stopping = new AbortController()));
  afterEach(() => {
    stopping.abort();
    localStorage.clear();
    document.head.querySelectorAll('link[rel=preconnect]').forEach((link) => link.remove());
  });

  it('comes on this machine, whoever asks', () => {
    expect(location.hostname).to.equal('localhost');
    showDebug({...site(), config: {}});
    expect(root()).not.to.equal(undefined);
  });

  it('names a storage entry’s service, and that it has no yes', async () => {
    localStorage.setItem('_ym_uid', '1');
    localStorage.setItem('cart', '1');
    showDebug(site());
    await until('it is told', () => /_ym_uid\s*not granted: yandex-metrica/.test(text()));
    expect(text()).to.match(/cart\s*nobody allowed this/);
    stopping.abort();
    expect(root()).to.equal(undefined);
    stopping = new AbortController();
    showDebug(site(true));
    expect(text()).to.match(/_ym_uid\s*granted: yandex-metrica/);
  });

  it('sees a connection that the markup asks for, and no relative one', () => {
    document.head.insertAdjacentHTML(
      'beforeend',
      '<link rel="preconnect" href="https://fonts.example"><link rel="preconnect" href="/own">',
    );
    showDebug(site());
    expect(text()).to.match(/fonts\.example\s*nobody allowed this/);
    expect(root().querySelectorAll('tbody tr')).to.have.length(1);
  });

  it('gives the report to be copied by hand where the clipboard is shut', async () => {
    localStorage.setItem('cart', '1');
    showDebug(site());
    Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true});
    root().querySelector('button')!.click();
    await until('it is there', () => root().querySelector('textarea'));
    delete (navigator as {clipboard?: unknown}).clipboard;
    expect(root().querySelector('textarea')!.value).to.contain(
      '✗ storage cart: nobody allowed this',
    );
  });
});

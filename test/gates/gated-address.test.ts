import {expect} from '@open-wc/testing';
import {applyAddresses, watchAbsent} from '../../src/gates/gated-address.js';

describe('gated addresses of what is out of the page', () => {
  let stopping: AbortController;
  beforeEach(() => watchAbsent((stopping = new AbortController()).signal));
  afterEach(() => stopping.abort());

  const allowed = (address: string) => new URL(address, document.baseURI);
  const withdrawn = () => document.dispatchEvent(new Event('consent-change'));

  for (const first of ['granted', 'denied']) {
    it(`are taken away at a withdrawal, of one that was first seen ${first}`, () => {
      const link = document.createElement('a');
      link.dataset['href'] = '/somewhere';
      document.body.append(link);
      let granted = first === 'granted';
      const apply = () =>
        applyAddresses(
          link,
          () => granted,
          allowed,
          () => {},
        );
      apply();
      granted = true;
      apply();
      expect(link.getAttribute('href')).to.equal(allowed('/somewhere').href);
      link.remove();
      withdrawn();
      expect(link.hasAttribute('href'), 'still granted').to.be.true;
      granted = false;
      withdrawn();
      expect(link.hasAttribute('href')).to.be.false;
    });
  }

  it('stop a film that plays on without its address', () => {
    const film = document.createElement('video');
    film.dataset['src'] = 'data:video/mp4,';
    let granted = true;
    let loads = 0;
    film.load = () => void loads++;
    document.body.append(film);
    applyAddresses(
      film,
      () => granted,
      allowed,
      () => {},
    );
    film.remove();
    granted = false;
    withdrawn();
    expect([film.hasAttribute('src'), loads]).to.deep.equal([false, 1]);
  });

  it('stay where the gate is stopped', () => {
    const link = document.createElement('a');
    link.dataset['href'] = '/somewhere';
    document.body.append(link);
    let granted = true;
    applyAddresses(
      link,
      () => granted,
      allowed,
      () => {},
    );
    link.remove();
    stopping.abort();
    granted = false;
    withdrawn();
    expect(link.hasAttribute('href')).to.be.true;
  });
});

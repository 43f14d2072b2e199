import {expect} from '@open-wc/testing';
import {whenActivated} from '../../src/browser/when-activated.js';

describe('whenActivated', () => {
  const prerendering = (value: boolean) =>
    Object.defineProperty(document, 'prerendering', {configurable: true, value});
  afterEach(() => void delete (document as {prerendering?: boolean}).prerendering);

  it('runs now in a page that is shown', () => {
    let runs = 0;
    whenActivated(() => runs++, new AbortController().signal);
    expect(runs).to.equal(1);
  });

  it('invariant 19: waits for the activation of a prerendered page, and runs once', () => {
    prerendering(true);
    let runs = 0;
    whenActivated(() => runs++, new AbortController().signal);
    expect(runs).to.equal(0);
    prerendering(false);
    document.dispatchEvent(new Event('prerenderingchange'));
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(runs).to.equal(1);
  });

  it('waits no longer when all is stopped', () => {
    prerendering(true);
    let runs = 0;
    const stopping = new AbortController();
    whenActivated(() => runs++, stopping.signal);
    stopping.abort();
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(runs).to.equal(0);
  });
});

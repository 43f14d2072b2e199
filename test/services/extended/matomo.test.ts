import {expect} from '@open-wc/testing';
import {service as extend} from '../../../src/services/extended/matomo.js';
import {register} from '../../../src/services/register.js';
import {fakePage} from '../../helpers/fake-page.js';

const globals = globalThis as unknown as {_paq?: unknown[][]};
const entry = {
  service: 'matomo',
  url: 'https://stats.example/',
  siteId: '7',
  country: 'DE',
  spa: true,
};

/** What Matomo was told of pages. */
const views = (early = false) => {
  delete globals._paq;
  extend(entry, register, [entry]).load!([entry], {...fakePage('matomo'), early});
  return globals._paq!.filter(([name]) =>
    /^(setCustomUrl|setReferrerUrl|trackPageView)$/.test(name as string),
  );
};

describe('matomo with "spa"', () => {
  const landing = location.href;
  const here = (path: string) => new URL(path, landing).href;
  afterEach(() => history.replaceState(null, '', landing));

  it('is told of the view on which a visit began, where the yes comes on a later one', () => {
    history.replaceState(null, '', '/later');
    expect(views()).to.deep.equal([
      ['setCustomUrl', landing],
      ['trackPageView'],
      ['setReferrerUrl', landing],
      ['setCustomUrl', here('/later')],
      ['trackPageView'],
    ]);
  });

  it('is told of one view, with the address by which it was called, where that has lost its marks', () => {
    const [path, query] = landing.split('?');
    expect(query, 'this page has some').to.be.a('string');
    history.replaceState(null, '', path);
    expect(views().filter(([name]) => name === 'trackPageView')).to.have.length(1);
    expect(views()[0]).to.deep.equal(['setCustomUrl', landing]);
  });

  it('is told nothing of addresses on the first view, nor of who has said yes before', () => {
    history.replaceState(null, '', '#part');
    expect(views()).to.deep.equal([['trackPageView']]);
    history.replaceState(null, '', '/later');
    expect(views(true)).to.deep.equal([['trackPageView']]);
  });
});

import {expect} from '@open-wc/testing';
import {googleAnalytics} from '../../src/services/google-analytics.js';
import {googleTagManager} from '../../src/services/google-tag-manager.js';
import type {Service, Settings} from '../../src/services/service.js';
import {dataLayer as layer} from '../helpers/data-layer.js';
import {fakePage, type FakePage} from '../helpers/fake-page.js';

const globals = globalThis as unknown as Record<string, unknown> & {
  dataLayer?: unknown[];
  gtag?: (...words: unknown[]) => void;
};

const analytics = [
  {service: 'google-analytics', measurementId: 'G-ONE', options: {send_page_view: false}},
] as unknown as Settings[];
const manager = [{service: 'google-tag-manager', containerId: 'GTM-ONE'}] as unknown as Settings[];

/** The same without times and signals: `consent default`, `js`, `config G-ONE`, `gtm.js`. */
const outline = () =>
  layer().map((item) =>
    Array.isArray(item)
      ? item.filter((word) => typeof word === 'string').join(' ')
      : ((item as {event?: string}).event ?? Object.keys(item as object).join()),
  );
const consent = (kind: 'default' | 'update') =>
  layer().filter((item) => Array.isArray(item) && item[0] === 'consent' && item[1] === kind) as [
    string,
    string,
    Record<string, string>,
  ][];

const SIGNALS = [
  'ad_personalization',
  'ad_storage',
  'ad_user_data',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
];

describe('Google', () => {
  // What has been told is kept for the life of the page: these tests are one visit, in order (mocha
  // runs the tests of a suite before the suites in it).
  const page: FakePage = fakePage();
  const running = new Set<Service>();
  const settingsOf = (service: Service) => (service === googleAnalytics ? analytics : manager);
  const grant = (...services: Service[]) => {
    for (const service of services) {
      page.granted.add(service.id);
      running.add(service);
      service.load!(settingsOf(service), page);
    }
  };
  const withdraw = (...services: Service[]) => {
    for (const service of services) {
      page.granted.delete(service.id);
      running.delete(service);
      service.stop!(settingsOf(service), page);
    }
  };
  const guard = (service: Service) => (service.guard as () => void)();

  afterEach(() => {
    page.granted.clear();
    withdraw(...running);
    page.inserted.length = 0;
  });

  it('invariant 1: before a grant gtag neither throws nor keeps a call', () => {
    guard(googleAnalytics);
    guard(googleTagManager);
    for (const call of [['js', new Date()], ['config', 'G-ONE'], ['event', 'purchase'], []]) {
      expect(() => globals.gtag!(...call)).not.to.throw();
    }
    expect(layer()).to.deep.equal([]);
    expect(page.inserted).to.deep.equal([]);
  });

  it('tells the default before the update before js before config, each signal in its place', () => {
    page.granted.add('analytics');
    grant(googleAnalytics);
    expect(outline()).to.deep.equal(['consent default', 'consent update', 'js', 'config G-ONE']);
    const [[, , denied]] = consent('default') as [[string, string, Record<string, string>]];
    expect(Object.keys(denied).sort()).to.deep.equal(SIGNALS);
    for (const [signal, value] of Object.entries(denied)) {
      expect(value, signal).to.equal(signal === 'security_storage' ? 'granted' : 'denied');
    }
    const [[, , granted]] = consent('update') as [[string, string, Record<string, string>]];
    expect(granted).to.deep.equal({
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
      analytics_storage: 'granted',
      functionality_storage: 'denied',
      personalization_storage: 'denied',
      security_storage: 'granted',
    });
    const [, , js, config] = layer() as unknown[][];
    expect(js![1]).to.be.an.instanceof(Date);
    expect(config).to.deep.equal(['config', 'G-ONE', {send_page_view: false}]);
    expect(page.inserted).to.deep.equal(['https://www.googletagmanager.com/gtag/js?id=G-ONE']);
    expect(globals['ga-disable-G-ONE']).to.be.false;
  });

  it('puts real arguments objects in the layer: lists are not understood', () => {
    grant(googleAnalytics);
    for (const item of globals.dataLayer!) expect(String(item)).to.equal('[object Arguments]');
  });

  it('passes calls of the page on while it is granted', () => {
    guard(googleAnalytics);
    grant(googleAnalytics);
    globals.gtag!('event', 'purchase', {value: 5});
    expect(layer().at(-1)).to.deep.equal(['event', 'purchase', {value: 5}]);
    expect(String(globals.dataLayer!.at(-1))).to.equal('[object Arguments]');
  });

  it('tells every change of the categories, once', () => {
    grant(googleAnalytics);
    const before = consent('update').length;
    googleAnalytics.update!(analytics, page);
    expect(consent('update')).to.have.length(before);
    page.granted.add('advertising').add('functional');
    googleAnalytics.update!(analytics, page);
    googleAnalytics.update!(analytics, page);
    expect(consent('update')).to.have.length(before + 1);
    expect(consent('update').at(-1)![2]).to.include({
      ad_storage: 'granted',
      ad_user_data: 'granted',
      ad_personalization: 'granted',
      functionality_storage: 'granted',
      personalization_storage: 'granted',
    });
  });

  describe('deny → allow → deny → allow on one page', () => {
    it('invariant 10: tells each, sets the vendor’s switch, and leaves no command behind', () => {
      for (let round = 0; round < 3; round++) {
        grant(googleAnalytics);
        expect(outline().slice(-3)).to.deep.equal(['consent update', 'js', 'config G-ONE']);
        expect(consent('update').at(-1)![2]).to.include({analytics_storage: 'granted'});
        expect(globals['ga-disable-G-ONE']).to.be.false;

        globals.gtag!('event', 'before the withdrawal');
        withdraw(googleAnalytics);
        expect(consent('update').at(-1)![2]).to.include({analytics_storage: 'denied'});
        expect(globals['ga-disable-G-ONE']).to.be.true;
        globals.gtag!('event', 'after the withdrawal');
        expect(new Set(outline())).to.deep.equal(new Set(['consent default', 'consent update']));
      }
      expect(consent('default'), 'the default is told once').to.have.length(1);
      expect(outline()[0]).to.equal('consent default');
    });
  });

  describe('the data layer of the page', () => {
    it('keeps variables and drops what came before the grant to be sent', () => {
      withdraw(...running);
      const own = {user: 'x', nested: {deep: 1}};
      globals.dataLayer!.push(
        own,
        {event: 'purchase', value: 1},
        {event: 'gtm.click'},
        ['event', 'as a list'],
        {ecommerce: {items: []}},
        'text',
        () => {},
        null,
        undefined,
        0,
      );
      (function (..._words: unknown[]) {
        // eslint-disable-next-line prefer-rest-params
        globals.dataLayer!.push(arguments);
      })('event', 'by a gtag of the page');
      grant(googleAnalytics);
      const kept = layer().filter((item) => !Array.isArray(item));
      expect(kept).to.deep.equal([own]);
      expect(kept[0]).to.equal(own);
      expect(JSON.stringify(layer())).not.to.contain('purchase').and.not.to.contain('by a gtag');
      globals.dataLayer!.splice(
        0,
        Infinity,
        ...globals.dataLayer!.filter((item) => !kept.includes(item)),
      );
    });

    it('is never replaced nor patched', () => {
      const own = globals.dataLayer!;
      const {push} = own;
      grant(googleAnalytics);
      withdraw(googleAnalytics);
      grant(googleAnalytics, googleTagManager);
      expect(globals.dataLayer).to.equal(own);
      expect(own.push).to.equal(push);
      expect(Object.hasOwn(own, 'push')).to.be.false;
    });

    it('reaches a tag that has taken over its push', () => {
      const seen: unknown[] = [];
      const own = globals.dataLayer!;
      own.push = (...items: unknown[]) => {
        seen.push(...items);
        return Array.prototype.push.apply(own, items);
      };
      try {
        grant(googleAnalytics);
        withdraw(googleAnalytics);
        const said = seen.map((item) => [...(item as unknown[])].slice(0, 2).map(String).join(' '));
        expect(said.at(-1)).to.equal('consent update');
        expect(said).to.include('config G-ONE');
      } finally {
        delete (own as {push?: unknown}).push;
      }
    });

    it('invariant 14: with an item that inherits nothing, or throws, harms nobody', () => {
      const bare = Object.assign(Object.create(null) as object, {a: 1});
      const boom = {
        toString() {
          throw new Error('hostile');
        },
      };
      globals.dataLayer!.push(bare, boom);
      try {
        expect(() => grant(googleAnalytics)).not.to.throw();
        expect(page.inserted).to.have.length(1);
        expect(() => withdraw(googleAnalytics)).not.to.throw();
        expect(globals.dataLayer).to.include(bare);
      } finally {
        globals.dataLayer!.splice(
          0,
          Infinity,
          ...globals.dataLayer!.filter((item) => item !== bare && item !== boom),
        );
      }
    });
  });

  it('runs several measurement ids with one tag', () => {
    const two = [...analytics, {service: 'google-analytics', measurementId: 'G-TWO'}];
    googleAnalytics.load!(two, page);
    expect(outline().slice(-2)).to.deep.equal(['config G-ONE', 'config G-TWO']);
    expect(page.inserted).to.have.length(1);
    googleAnalytics.stop!(two, page);
    expect([globals['ga-disable-G-ONE'], globals['ga-disable-G-TWO']]).to.deep.equal([true, true]);
  });

  it('loads from the address that the owner has named', () => {
    const scriptUrl = 'https://a.googletagmanager.com/gtag/js?id=G-ONE';
    const own = [{...analytics[0]!, scriptUrl}];
    googleAnalytics.load!(own, page);
    expect(page.inserted).to.deep.equal([scriptUrl]);
    googleAnalytics.stop!(own, page);
  });

  describe('Tag Manager', () => {
    it('tells consent before its own start, and is requested after that', () => {
      grant(googleTagManager);
      expect(outline().at(0)).to.equal('consent default');
      expect(outline().at(-1)).to.equal('gtm.js');
      expect((layer().at(-1) as Record<string, unknown>)['gtm.start']).to.be.a('number');
      expect(page.inserted).to.deep.equal(['https://www.googletagmanager.com/gtm.js?id=GTM-ONE']);
    });

    it('cannot be stopped in place', () => {
      expect(googleTagManager.reload).to.be.true;
    });

    it('invariant 10: at its withdrawal denies and drops', () => {
      page.granted.add('analytics');
      grant(googleTagManager);
      globals.dataLayer!.push({event: 'purchase'});
      page.granted.clear();
      withdraw(googleTagManager);
      expect(consent('update').at(-1)![2]).to.include({analytics_storage: 'denied'});
      expect(outline()).not.to.include('purchase').and.not.to.include('gtm.js');
    });

    it('beside Analytics drops nothing that the other still needs', () => {
      grant(googleAnalytics);
      globals.gtag!('event', 'kept');
      grant(googleTagManager);
      expect(outline()).to.include('event kept').and.to.include('config G-ONE');
      withdraw(googleTagManager);
      expect(outline()).to.include('event kept');
      expect(consent('update').at(-1)![2]).to.include({analytics_storage: 'granted'});
    });

    it('invariant 10: Analytics alone withdrawn beside it is disabled', () => {
      grant(googleAnalytics, googleTagManager);
      withdraw(googleAnalytics);
      expect(globals['ga-disable-G-ONE']).to.be.true;
      expect(consent('update').at(-1)![2]).to.include({analytics_storage: 'denied'});
    });

    it('keeps what the page has pushed before us where the yes is older than the page', () => {
      globals.dataLayer = [{event: 'view', item: 1}, {user: 'member'}, null];
      function push(..._words: unknown[]) {
        // eslint-disable-next-line prefer-rest-params
        globals.dataLayer!.push(arguments);
      }
      push('consent', 'update', {ad_storage: 'granted'});
      push('config', 'G-ONE');
      push('event', 'purchase');
      push('set', {currency: 'RUB'});
      page.early = true;
      grant(googleAnalytics);
      page.early = false;
      expect(outline().filter((item) => !item.startsWith('consent'))).to.deep.equal([
        'view',
        'user',
        'set',
        'js',
        'config G-ONE',
        'event purchase',
      ]);
      // Ours alone, and first of all.
      expect(
        outline()
          .map((item) => item.startsWith('consent'))
          .lastIndexOf(true),
      ).to.be.below(outline().indexOf('view'));
      expect(JSON.stringify(layer())).not.to.contain('"consent","update",{"ad_storage":"granted"}');
    });
  });
});

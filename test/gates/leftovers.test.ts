import {expect} from '@open-wc/testing';
import type {OwnServiceEntry} from '../../src/config/config.js';
import {anyLeft} from '../../src/gates/any-left.js';
import {findLeftovers} from '../../src/gates/leftovers.js';
import {leavesOf} from '../../src/services/leaves.js';
import {service as ownService} from '../../src/services/own.js';
import {knownServices} from '../helpers/hold.js';
import {register} from '../../src/services/register.js';
import type {Leaves, Settings} from '../../src/services/service.js';
import {fakeCookie} from '../helpers/fake-cookie.js';

const known = (id: string) => leavesOf({service: knownServices().get(id)!, configured: []});
const metrica = known('yandex-metrica');
const analytics = known('google-analytics');
const manager = known('google-tag-manager');
const own = (entry: Partial<OwnServiceEntry>) => {
  const whole = {service: 'chat', name: 'Chat', vendor: 'Chat', country: 'DE', ...entry};
  return leavesOf({
    service: ownService(whole),
    configured: [whole as object as Settings],
  });
};

/** What the vendors leave, and what only looks like it (F5). */
const VENDOR = [
  ...[
    '_ym_uid',
    '_ym_d',
    '_ym_isad',
    '_ym_visorc',
    '_ym_visorc_12345',
    '_ym_hostIndex',
    'metrika_enabled',
  ],
  ...[
    '_ga',
    '_ga_ABC123',
    '_gid',
    '_gat',
    '_gat_gtag_UA_1_1',
    '_gac_UA-1',
    '_dc_gtm_UA-1',
    '_gali',
    'AMP_TOKEN',
    'FPGCLAW',
    '_gaexp',
  ],
];
const FOREIGN = [
  ...[
    '_gallery',
    '_game',
    '_gadget',
    '_ymca',
    'x_ga',
    'ga',
    '_GA',
    '_gid2',
    '_gated',
    'FPIDX',
    'my_ym_uid',
    'ym_uid',
  ],
  ...['metrika_enabled2', 'session', '_galileo', 'gat', '__ga', '_ym', 'constructor', 'PHPSESSID'],
];

describe('leftovers', () => {
  let restore = () => {};
  afterEach(() => {
    restore();
    restore = () => {};
    localStorage.clear();
    sessionStorage.clear();
  });
  /**
   * A jar with these cookies and no others. Not the browser's: in WebKitGTK under load, cookies that
   * were deleted stand in `document.cookie` once more when its network process confirms them.
   */
  const jar = (get: () => string) => {
    restore();
    restore = fakeCookie({get});
  };
  const fill = (names: readonly string[]) => jar(() => names.map((name) => `${name}=1`).join('; '));
  const found = (denied: readonly Leaves[], granted: readonly Leaves[] = []) =>
    findLeftovers(denied, granted);

  it('are the cookies of denied services, and no others with near names (F5)', () => {
    fill([...VENDOR, ...FOREIGN]);
    expect([...found([metrica, analytics, manager]).cookies].sort()).to.deep.equal(
      [...VENDOR].sort(),
    );
  });

  it('are none where nothing is denied', () => {
    fill(VENDOR);
    localStorage.setItem('_ym_uid', '1');
    expect(found([])).to.deep.equal({cookies: [], storage: []});
    expect(found([], [metrica, analytics])).to.deep.equal({cookies: [], storage: []});
  });

  it('are none of a service that leaves nothing', () => {
    fill([...VENDOR, ...FOREIGN]);
    localStorage.setItem('x', '1');
    expect(found([known('youtube')])).to.deep.equal({cookies: [], storage: []});
  });

  it('are never what a granted service may keep', () => {
    // Google's two may each bring what the other does.
    fill(['_ga', '_gid', '_gcl_au', '_dc_gtm_UA-1', '_ym_uid']);
    expect(found([manager], [analytics]).cookies).to.deep.equal([]);
    expect(found([analytics, metrica], [manager]).cookies).to.deep.equal(['_ym_uid']);
  });

  it('are the entries of both storages, and no others with near names', () => {
    const vendor = [
      '_ym_uid',
      '_ym_retryReqs',
      '_ym12345_lsid',
      '_ym12345:0_reqNum',
      '_ymBRC',
      '__ym_tab_guid',
    ];
    const foreign = ['_ymca', '_ymBRCx', 'ym_uid', '_ym', '__ymca', 'constructor', '_YM_uid'];
    for (const area of [localStorage, sessionStorage]) {
      for (const name of [...vendor, ...foreign]) area.setItem(name, '1');
    }
    const {storage} = found([metrica]);
    expect([...new Set(storage)].sort()).to.deep.equal([...vendor].sort());
  });

  it('are never our own record, whatever an owner writes', () => {
    const greedy = own({cookies: ['consent*', '__*', 'c*'], storage: ['consent*']});
    jar(() => 'consent-gate=1; __Host-consent-gate=2; __Secure-consent-gate=3; consent=4; __x=5');
    expect(found([greedy]).cookies).to.deep.equal(['consent', '__x']);
  });

  it('are what an owner has written out: names, beginnings, and no patterns', () => {
    const chat = own({
      cookies: ['chat.id', 'chat_*', {name: 'a+b'}, '(x|y)', 'back\\slash'],
      storage: ['draft[1]', {name: '^$*'}],
    });
    jar(
      () =>
        'chat.id=1; chatxid=1; chat_=1; chat_7=1; chat=1; a+b=1; aab=1; (x|y)=1; x=1; y=1; back\\slash=1',
    );
    for (const key of ['draft[1]', 'draft1', '^$', '^$x', 'x']) localStorage.setItem(key, '1');
    const {cookies, storage} = found([chat]);
    expect(cookies).to.deep.equal(['chat.id', 'chat_', 'chat_7', 'a+b', '(x|y)', 'back\\slash']);
    expect([...storage].sort()).to.deep.equal(['^$', '^$x', 'draft[1]']);
  });

  it('are found among names of any length in good time', () => {
    const chat = own({cookies: Array.from({length: 50}, (_, i) => `${'a'.repeat(20)}${i}*`)});
    jar(() => `${'a'.repeat(4000)}=1`);
    const started = performance.now();
    found([chat, metrica, analytics]);
    expect(performance.now() - started).to.be.below(100);
  });

  it('invariant 20: are none where the browser refuses', () => {
    jar(() => {
      throw new DOMException('sandboxed', 'SecurityError');
    });
    expect(found([metrica])).to.deep.equal({cookies: [], storage: []});
  });

  it('are missed by no first look, which is a broad one', () => {
    for (const service of register.values()) {
      const {cookies, storage} = known(service.id);
      for (const name of VENDOR.filter((name) => new RegExp(`^(${cookies})$`).test(name))) {
        fill([name]);
        expect(anyLeft([service]), name).to.be.true;
      }
      fill([]);
      for (const name of ['_ym_uid', '_ym12345_lsid', '_ymBRC', '__ym_tab_guid']) {
        localStorage.setItem(name, '1');
        expect(anyLeft([service]), name).to.equal(new RegExp(`^(${storage})$`).test(name));
        localStorage.clear();
      }
      fill(['session', 'x_ga']);
      expect(anyLeft([service])).to.be.false;
    }
  });
});

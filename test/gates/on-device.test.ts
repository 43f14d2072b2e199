import {expect} from '@open-wc/testing';
import {entries, namesOf, onDevice, type Entry, type Keeper} from '../../src/gates/on-device.js';
import {clearCookies, setCookies} from '../helpers/cookies.js';
import {fakeCookie} from '../helpers/fake-cookie.js';

const cookie = (name: string): Entry => ({name, place: 'cookie'});
const item = (name: string, place: Entry['place'] = 'localStorage'): Entry => ({name, place});
const keeper = (id: string, granted: boolean, cookies: string, storage = ''): Keeper => ({
  id,
  granted,
  cookies,
  storage,
});

describe('what is on the device', () => {
  it('stands under the service that may have left it, by cookies and storage apart', () => {
    const chat = keeper('chat', true, 'chat_.*', 'draft');
    expect(
      onDevice([chat], [cookie('chat_1'), cookie('draft'), item('draft'), item('chat_1')]),
    ).to.deep.equal({
      services: [{id: 'chat', entries: [cookie('chat_1'), item('draft')]}],
      own: [],
      others: 2,
    });
  });

  it('belongs to those that are granted, and where none is to all that may have left it', () => {
    const denied = keeper('analytics', false, '_ga|_gid');
    const ids = (keepers: readonly Keeper[], name: string) =>
      onDevice(keepers, [cookie(name)]).services.map(({id}) => id);
    expect(ids([denied, keeper('tags', true, '_ga')], '_ga')).to.deep.equal(['tags']);
    expect(ids([denied, keeper('tags', true, '_ga')], '_gid')).to.deep.equal(['analytics']);
    expect(ids([denied, keeper('tags', false, '_ga')], '_ga')).to.deep.equal(['analytics', 'tags']);
  });

  it('is ours by the end of its name, whatever a service says of itself', () => {
    const greedy = keeper('greedy', true, '.*', '.*');
    const own = [cookie('__Host-consent-gate'), item('-consent-gate', 'sessionStorage')];
    expect(onDevice([greedy], [...own, cookie('x')])).to.deep.equal({
      services: [{id: 'greedy', entries: [cookie('x')]}],
      own,
      others: 0,
    });
  });

  it('is nothing of a service that leaves nothing', () => {
    expect(onDevice([{id: 'youtube', granted: true}], [cookie('x'), item('')])).to.deep.equal({
      services: [],
      own: [],
      others: 2,
    });
  });

  it('is read by name alone, each once, and goes to the sweep by name', () => {
    clearCookies();
    setCookies('chat_1=secret; Path=/', `chat_1=secret; Path=/; Domain=${location.hostname}`);
    localStorage.setItem('draft', 'secret');
    sessionStorage.setItem('draft', 'secret');
    const found = entries();
    clearCookies();
    localStorage.clear();
    sessionStorage.clear();
    expect(found).to.deep.equal([cookie('chat_1'), item('draft'), item('draft', 'sessionStorage')]);
    expect(namesOf(found)).to.deep.equal({cookies: ['chat_1'], storage: ['draft', 'draft']});
  });

  it('is nothing where the browser lets nobody look', () => {
    const restore = fakeCookie({
      get() {
        throw new DOMException('', 'SecurityError');
      },
    });
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('', 'SecurityError');
      },
    });
    const found = entries();
    Object.defineProperty(window, 'localStorage', own);
    restore();
    expect(found).to.deep.equal([]);
  });
});

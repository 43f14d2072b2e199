import {expect} from '@open-wc/testing';
import {
  addWaiting,
  changeWaiting,
  dropOlder,
  dropWaiting,
  WAITING,
  waitingRecords,
} from '../../src/browser/waiting-records.js';

const one = (id: string) => ({id, at: 1, said: ''});
const ids = () => waitingRecords().map(({id}) => id);

describe('records that wait', () => {
  afterEach(() => dropOlder(Infinity));

  it('keep their order, change in their place, and leave nothing behind', () => {
    for (const id of ['a', 'b', 'c']) expect(addWaiting(one(id))).to.be.true;
    changeWaiting({...one('b'), body: '{}'});
    expect(ids()).to.deep.equal(['a', 'b', 'c']);
    expect(waitingRecords()[1]).to.deep.equal({...one('b'), body: '{}'});
    dropWaiting('a');
    expect(ids()).to.deep.equal(['b', 'c']);
    dropWaiting('b');
    dropWaiting('c');
    expect(localStorage.getItem(WAITING)).to.equal(null);
  });

  it('do not come back by a change', () => {
    addWaiting(one('a'));
    changeWaiting(one('b'));
    expect(ids()).to.deep.equal(['a']);
  });

  for (const text of [
    '',
    '{',
    'null',
    '{"id":"a"}',
    '[null,1,"a",{"id":"a"},{"id":1,"at":1,"said":""}]',
  ]) {
    it(`are none where somebody has put: ${text || 'nothing'}`, () => {
      localStorage.setItem(WAITING, text);
      expect(ids()).to.deep.equal([]);
      addWaiting(one('a'));
      expect(ids()).to.deep.equal(['a']);
    });
  }

  it('go when they are too old, and not before', () => {
    addWaiting(one('a'));
    addWaiting({...one('b'), at: 2});
    dropOlder(1);
    expect(ids()).to.deep.equal(['b']);
  });

  it('wait in the page where something else is stored than was to be', () => {
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = () => {};
    try {
      expect(addWaiting(one('a'))).to.be.false;
      expect(ids()).to.deep.equal(['a']);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('wait in the page where nothing can be stored', () => {
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      expect(addWaiting(one('a'))).to.be.false;
      expect(addWaiting(one('b'))).to.be.false;
      expect(ids()).to.deep.equal(['a', 'b']);
    } finally {
      Storage.prototype.setItem = setItem;
    }
    dropWaiting('a');
    expect(JSON.parse(localStorage.getItem(WAITING)!)).to.deep.equal([one('b')]);
  });
});

import {expect} from '@open-wc/testing';
import {arrive, offered} from '../src/arrive.js';
import {setOutAt} from '../src/browser/arrival.js';
import {carryAnswers} from '../src/carry.js';
import {fingerprintsOf} from '../src/decision/fingerprints.js';
import type {DecisionRecord} from '../src/decision/record.js';
import {decide} from '../src/decision/decision.js';
import {messages} from '../src/locales/en.js';
import {sisterMessages} from '../src/locales/sisters.js';
import {namesOf, sistersOf} from '../src/sister-sites.js';
import {withSisters} from '../src/with-sisters.js';
import {settled} from './helpers/settled.js';

const SISTER = 'https://www.shop.example';
const questions = ['advertising', 'analytics'].map((id) => ({id, category: id}));
const site = {
  config: {policy: {url: '/', version: '1'}, sites: [location.origin, `${SISTER}/en/`]},
  held: [],
  questions,
  asks: true,
  language: () => 'en',
};
const fingerprint = (id: string) => fingerprintsOf(site).get(id)!;
const record: DecisionRecord = {
  decidedAt: '2026-11-22',
  method: 'ui',
  language: 'en',
  policyVersion: '1',
  answers: `~y.advertising.${fingerprint('advertising')}~y.analytics.${fingerprint('analytics')}`,
};

/** Has this document come from there. */
function comeFrom(referrer: string) {
  Object.defineProperty(Document.prototype, 'referrer', {
    configurable: true,
    get: () => referrer,
  });
}

describe('sister sites', () => {
  const referrer = Object.getOwnPropertyDescriptor(Document.prototype, 'referrer')!;
  const address = location.href;
  const now = () => Math.floor(setOutAt() / 1000);
  /** What an arrival with this fragment makes of the record, and what is left of the fragment. */
  const arriveWith = (hash: string, known: DecisionRecord | undefined = record, more = {}) => {
    history.replaceState(null, '', `#${hash}`);
    return {record: arrive(known, {...site, ...more}), hash: location.hash};
  };
  beforeEach(() => comeFrom(`${SISTER}/a/page`));
  afterEach(() => {
    Object.defineProperty(Document.prototype, 'referrer', referrer);
    history.replaceState(null, '', address);
  });

  it('are those of the list but this one, by the names that the owner has written', () => {
    expect(sistersOf(site.config)).to.deep.equal([SISTER]);
    expect(sistersOf({})).to.deep.equal([]);
    expect(namesOf({sites: ['https://www.пример.рф/x?y#z', 'HTTPS://Shop.example']})).to.deep.equal(
      ['пример.рф', 'Shop.example'],
    );
  });

  describe('an arrival', () => {
    it('refuses what was refused there, and cleans the address', () => {
      const {record: brought, hash} = arriveWith(`consent-gate=1~${now()}~n.analytics~n.unknown`);
      expect(brought).to.deep.equal({
        ...record,
        answers: '~y.advertising.~n.analytics.',
      });
      expect(hash).to.equal('');
      expect(arriveWith(`own&consent-gate=1~${now()}~n.analytics`).hash).to.equal('#own');
    });

    it('a category takes along what is in it, but for what was granted by itself', () => {
      const more = {
        questions: ['analytics', 'here', 'there'].map((id) => ({id, category: 'analytics'})),
      };
      const known = {...record, answers: '~y.analytics.abcd~y.here.abcd~y.there.abcd'};
      const hash = `consent-gate=1~${now()}~n.analytics~y.there.abcd`;
      expect(arriveWith(hash, known, more).record!.answers).to.equal(
        '~n.analytics.~n.here.~y.there.',
      );
    });

    it('a refusal of all leaves it an answer to the policy that it was an answer to', () => {
      const hash = `consent-gate=1~${now()}~n.advertising~n.analytics`;
      const earlier = {...record, policyVersion: '0'};
      expect(arriveWith(hash, earlier).record!.policyVersion).to.equal('0');
      expect(arriveWith(hash, undefined).record!.policyVersion).to.equal('1');
    });

    it('invariant 8: grants nothing, and keeps what may be offered', () => {
      const yes = `~y.advertising.0000~y.analytics.${fingerprint('analytics')}`;
      const {record: brought, hash} = arriveWith(`consent-gate=1~${now()}${yes}`, undefined);
      expect([brought === undefined || brought === record, hash]).to.deep.equal([true, '']);
      expect([...offered()!.granted]).to.deep.equal(['analytics']);
    });

    for (const [what, from, stamp, more] of [
      ['from nowhere', '', 0, {}],
      ['from a stranger', 'https://evil.example/', 0, {}],
      ['from a name like it', `${SISTER}.evil.example/`, 0, {}],
      ['from it without encryption', 'http://www.shop.example/', 0, {}],
      ['from this very site', `${location.origin}/`, 0, {}],
      ['in a frame', SISTER, 0, {asks: false}],
      ['an hour ago', SISTER, -3600, {}],
      ['of the next minute', SISTER, 60, {}],
    ] as const) {
      it(`${what} changes nothing, the address neither`, () => {
        comeFrom(from);
        const {record: brought, hash} = arriveWith(
          `consent-gate=1~${now() + stamp}~n.analytics`,
          record,
          more,
        );
        expect(brought).to.equal(record);
        expect(hash).to.contain('#consent-gate=');
      });
    }
  });

  describe('a link', () => {
    let stopping: AbortController;
    let link: HTMLAnchorElement;
    beforeEach(() => {
      stopping = new AbortController();
      link = document.createElement('a');
      document.body.append(link);
      carryAnswers({...site, known: () => record, signal: stopping.signal});
    });
    afterEach(() => {
      stopping.abort();
      link.remove();
    });
    /** Its address in the moment in which the browser would read it. */
    const followed = (
      href: string,
      event = new MouseEvent('click', {bubbles: true, cancelable: true}),
    ) => {
      link.setAttribute('href', href);
      let read = '';
      addEventListener(
        event.type,
        (last) => {
          read = link.getAttribute('href')!;
          last.preventDefault();
        },
        {once: true},
      );
      link.dispatchEvent(event);
      return read;
    };
    const carried = new RegExp(
      `^${SISTER}/x#consent-gate=1~\\d{10}~y\\.advertising\\.\\w{4}~y\\.analytics\\.\\w{4}$`,
    );

    it('carries the answers in the click, and is as it was after it', async () => {
      expect(followed(`${SISTER}/x`)).to.match(carried);
      await settled();
      expect(link.getAttribute('href')).to.equal(`${SISTER}/x`);
    });

    it('keeps its own fragment, and what the page makes of it meanwhile', async () => {
      expect(followed(`${SISTER}/x#own`)).to.contain('/x#own&consent-gate=1~');
      link.href = '/another';
      await settled();
      expect(link.getAttribute('href')).to.equal('/another');
    });

    it('carries nothing to others, by the right button, or where the page goes by itself', () => {
      const stranger = 'https://evil.example/x';
      expect(followed(stranger)).to.equal(stranger);
      expect(followed('/here')).to.equal('/here');
      const right = new MouseEvent('auxclick', {bubbles: true, button: 2, cancelable: true});
      expect(followed(`${SISTER}/x`, right)).to.equal(`${SISTER}/x`);
      const middle = new MouseEvent('auxclick', {bubbles: true, button: 1, cancelable: true});
      expect(followed(`${SISTER}/x`, middle)).to.match(carried);
      link.onclick = (event) => event.preventDefault();
      expect(followed(`${SISTER}/y`)).to.equal(`${SISTER}/y`);
    });

    it('carries nothing where nobody would know where it comes from', () => {
      link.rel = 'noopener noreferrer';
      expect(followed(`${SISTER}/x`)).to.equal(`${SISTER}/x`);
      link.rel = '';
      link.referrerPolicy = 'no-referrer';
      expect(followed(`${SISTER}/x`)).to.equal(`${SISTER}/x`);
    });
  });

  describe('the texts', () => {
    const sites = site.config.sites;
    const asked = (...answered: string[]) =>
      decide(questions, [], undefined, ({id}) => (answered.includes(id) ? false : undefined))
        .unanswered;
    it('tell of them', () => {
      expect(withSisters(messages, [], 'en', asked())).to.equal(messages);
      const said = withSisters(messages, sites, 'ru', asked());
      expect(said.sisters).to.equal(
        'Отказ действует и на shop.example, если перейти туда по ссылке.',
      );
      expect(said.change).to.equal(`${messages.change} ${said.sisters}`);
      const own = {...messages, sisters: 'Also on {sites}.', change: 'Later.'};
      expect(withSisters(own, sites, 'en', asked()).change).to.equal(
        'Later. Also on shop.example.',
      );
      expect(withSisters(messages, sites, 'xx', asked()).sisters).to.contain(
        'What you refuse here',
      );
    });

    it('offer a yes where all that is asked was granted there, and not where less was', () => {
      arriveWith(`consent-gate=1~${now()}~y.analytics.${fingerprint('analytics')}`);
      expect(withSisters(messages, sites, 'en', asked()).ask).to.equal(messages.ask);
      expect(withSisters(messages, sites, 'en', asked('advertising', 'analytics')).ask).to.equal(
        messages.ask,
      );
      expect(withSisters(messages, sites, 'en', asked('advertising')).ask).to.equal(
        `${sisterMessages.en.sameHere.replace('{site}', 'shop.example')} ${messages.ask}`,
      );
    });
  });
});

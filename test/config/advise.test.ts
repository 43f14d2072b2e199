import {expect} from '@open-wc/testing';
import {adviseOn} from '../../src/config/advise.js';
import type {ConsentGateConfig, OwnServiceEntry, ServiceEntry} from '../../src/config/config.js';
import {messages} from '../../src/locales/en.js';
import {facts} from '../../src/services/facts.js';
import {service as hotjar} from '../../src/services/catalogue/hotjar.js';
import {smallConfig} from '../helpers/configs.js';

const chat = (more: Partial<OwnServiceEntry> = {}): OwnServiceEntry => ({
  service: 'chat',
  name: 'Chat',
  vendor: 'Chat Ltd',
  country: 'RU',
  purposes: ['communication'],
  ...more,
});
const advice = (config: Partial<ConsentGateConfig>) =>
  adviseOn(
    {...smallConfig(), categories: {}, ...config},
    (id) => (id === 'hotjar' ? hotjar().facts : facts[id]),
    Object.keys(messages),
  );
const places = (config: Partial<ConsentGateConfig>) => advice(config).map(({at}) => at);
const ofService = (entry: ServiceEntry) => places({categories: {analytics: {services: [entry]}}});
const AT = 'categories.analytics.services[0]';

describe('advice on a config', () => {
  it('is none on the config of the README, nor on a written-out service that says all', () => {
    expect(advice(smallConfig())).to.deep.equal([]);
    expect(
      ofService(chat({cookies: [{name: 'chat', days: 1}], storage: ['chat', {name: 'draft'}]})),
    ).to.deep.equal([]);
  });

  for (const purpose of [
    'improving our service',
    'Improvement',
    'marketing purposes',
    'Other',
    'various',
    'иных целей',
    'улучшение сайта',
    'прочих нужд',
  ]) {
    it(`on a purpose that says nothing: ${purpose}`, () => {
      expect(ofService(chat({purposes: ['communication', purpose]}))).to.deep.equal([
        `${AT}.purposes[1]`,
      ]);
    });
  }

  for (const purpose of [
    'Answers to questions',
    'maps',
    'counting visits',
    'generalists’ questions',
    'ответы на вопросы',
    'обслуживание заказа',
  ]) {
    it(`not on one that says something: ${purpose}`, () => {
      expect(ofService(chat({purposes: [purpose]}))).to.deep.equal([]);
    });
  }

  it('on a service that says nothing of purposes, and on cookies without a lifetime', () => {
    expect(ofService(chat({purposes: undefined}))).to.deep.equal([`${AT}.purposes`]);
    expect(ofService(chat({cookies: ['a', {name: 'b'}, {name: 'c', days: 0}]}))).to.deep.equal([
      `${AT}.cookies[0]`,
      `${AT}.cookies[1]`,
    ]);
  });

  it('on a recording of sessions behind another yes; not where it is asked by itself', () => {
    expect(ofService({service: 'hotjar', siteId: '1'})).to.deep.equal([AT]);
    expect(ofService(chat({purposes: ['communication', 'session-replay']}))).to.deep.equal([AT]);
    expect(ofService(chat({purposes: ['session-replay']}))).to.deep.equal([]);
    expect(
      ofService({service: 'yandex-metrica', counterId: 1, options: {webvisor: true}}),
    ).to.deep.equal([]);
  });

  it('on what sends before consent, and on a reload that there will not be', () => {
    const entry = {
      service: 'google-analytics',
      measurementId: 'G-1',
      consentMode: {sends_before_consent: true},
    } as const;
    expect(ofService(entry)).to.deep.equal([`${AT}.consentMode.sends_before_consent`]);
    expect(ofService({...entry, onWithdraw: 'reload'})).to.deep.equal([
      `${AT}.consentMode.sends_before_consent`,
      `${AT}.onWithdraw`,
    ]);
  });

  it('on labels of the answers, and on texts that there are not', () => {
    expect(
      places({
        texts: {
          en: {
            accept: 'Accept',
            reject: 'Reject',
            title: 'Cookies',
            titel: 'Cookies',
            'purposes.maps': 'maps',
            'countries.DE': 'Germany',
            shopText: 'The shop',
          } as object,
        },
      }),
    ).to.deep.equal(['texts.en.accept', 'texts.en.reject', 'texts.en.titel']);
  });

  it('on what stands for a name', () => {
    const operator = (name: string) => places({operator: {name}});
    for (const name of [
      'TODO',
      '[Company name]',
      'Your company',
      '—',
      '<название компании>',
      'XXXX',
    ])
      expect(operator(name), name).to.deep.equal(['operator.name']);
    for (const name of ['IMPER Group', 'ИМПЕР Групп', '3M', 'Компания «Ромашка»', 'Your Move Ltd'])
      expect(operator(name), name).to.deep.equal([]);
  });

  it('on a version that holds from before it was published', () => {
    const policy = (publishedAt: string, effectiveAt: string) =>
      places({policy: {url: '/p', version: '1', publishedAt, effectiveAt}});
    expect(policy('2026-11-02', '2026-11-01')).to.deep.equal(['policy.effectiveAt']);
    expect(policy('2026-11-01', '2026-11-01')).to.deep.equal([]);
  });

  it('has a reason and a fix for all', () => {
    for (const {reason, fix} of advice({
      categories: {analytics: {services: [chat({purposes: ['other'], cookies: ['a']})]}},
      operator: {name: 'TODO'},
    })) {
      expect(reason.length).to.be.above(20);
      expect(fix.length).to.be.above(5);
    }
  });

  it('on an address for records that is not safe on its way', () => {
    const of = (endpoint: string) => places({records: {endpoint}});
    expect(of('http://records.example/')).to.deep.equal(['records.endpoint']);
    for (const endpoint of ['/consent-records', 'https://records.example/', 'http://localhost:1/'])
      expect(of(endpoint), endpoint).to.deep.equal([]);
  });

  it('on sister sites that are none, or more than one', () => {
    const of = (...sites: string[]) => places({sites});
    expect(of('https://a.example', 'https://b.example/')).to.deep.equal([]);
    expect(of('https://a.example', 'https://*.b.example', 'https://c.example/shop')).to.deep.equal([
      'sites[1]',
      'sites[2]',
    ]);
  });

  it('on contacts of which none withdraws', () => {
    const of = (name: string) =>
      places({operator: {name: 'A', email: 'a@b.example', contacts: {[name]: {subject: 'x'}}}});
    expect(of('otzyv')).to.deep.equal(['operator.contacts']);
    expect(of('withdraw')).to.deep.equal([]);
  });

  it('on a Webvisor that is neither on nor off', () => {
    const of = (webvisor: unknown) =>
      ofService({service: 'yandex-metrica', counterId: 1, options: {webvisor: webvisor as true}});
    expect(of('true')).to.deep.equal([`${AT}.options.webvisor`]);
    expect(of(true)).to.deep.equal([]);
    expect(of(undefined)).to.deep.equal([]);
  });
});

import {expect} from '@open-wc/testing';
import type {ServiceEntry} from '../../src/config/config.js';
import {hold} from '../helpers/hold.js';
import {service as ownService} from '../../src/services/own.js';
import {register} from '../../src/services/register.js';
import {fakePage} from '../helpers/fake-page.js';

const chat = {
  service: 'chat',
  name: 'Chat',
  vendor: 'Chat Ltd',
  country: 'DE',
  scripts: ['https://chat.example/1.js', 'https://cdn.example:8443/2.js'],
};

describe('holdServices', () => {
  it('puts several counters of a service together', () => {
    const entries: ServiceEntry[] = [
      {service: 'yandex-metrica', counterId: 1},
      chat,
      {service: 'yandex-metrica', counterId: 2, options: {webvisor: true}},
      {service: 'yandex-metrica', counterId: 3, options: {webvisor: true}},
    ];
    const held = hold({analytics: {services: entries}});
    expect(held.map(({service}) => service.id)).to.deep.equal(['yandex-metrica', 'chat']);
    expect(held[0]!.configured.map((entry) => entry['counterId'])).to.deep.equal([1, 2, 3]);
    expect(held[0]!.parts).to.deep.equal(['yandex-metrica:webvisor']);
    expect(held[0]!.service).to.equal(register.get('yandex-metrica'));
    expect(held.map(({category}) => category)).to.deep.equal(['analytics', 'analytics']);
  });

  it('holds none where none is configured', () => {
    expect(hold({analytics: {}})).to.deep.equal([]);
    expect(hold({analytics: {services: []}})).to.deep.equal([]);
  });
});

describe('a service that is written out', () => {
  it('loads its scripts in order, and may from their hosts only', () => {
    const inserted: [string, boolean | undefined][] = [];
    const page = {
      ...fakePage(),
      insertScript: (url: string, ordered?: boolean) => void inserted.push([url, ordered]),
    };
    const service = ownService(chat);
    expect(service.hosts).to.deep.equal(['chat.example', 'cdn.example:8443']);
    service.load!([chat], page);
    expect(inserted).to.deep.equal([
      ['https://chat.example/1.js', true],
      ['https://cdn.example:8443/2.js', true],
    ]);
  });

  it('can be stopped by a reload only, where it runs scripts', () => {
    expect(ownService(chat).reload).to.be.true;
    expect(ownService({...chat, scripts: []}).reload).to.be.false;
    expect(ownService({...chat, scripts: undefined}).reload).to.be.false;
  });

  it('has no revision: its fingerprint is made of what the owner says', () => {
    expect(ownService(chat).revision).to.equal(undefined);
  });
});

describe('the register', () => {
  it('knows a service by its own id, and declares https hosts only', () => {
    for (const [id, service] of register) {
      expect(service.id).to.equal(id);
      expect(id).to.match(/^[a-z0-9-]{1,40}$/);
      expect(service.revision).to.be.a('number');
      for (const host of service.hosts) expect(host).to.match(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      expect(() => new RegExp(`^(?:${service.traces})$`)).not.to.throw();
    }
  });

  it('knows no names that every object has', () => {
    for (const id of ['constructor', '__proto__', 'toString']) expect(register.has(id)).to.be.false;
  });
});

import {expect} from '@open-wc/testing';
import {fetchServices} from '../src/fetch-services.js';
import type {Fetch} from '../src/modules.js';
import {hash} from '../src/decision/hash.js';
import {fetchModule} from '../src/modules.js';
import {register} from '../src/services/register.js';
import {service as own} from '../src/services/own.js';
import type {Service} from '../src/services/service.js';
import {fakePage} from './helpers/fake-page.js';

const CHAT = {service: 'chat', vendor: 'Chat', scripts: ['https://chat.example/1.js']};

describe('fetchServices', () => {
  const fetched = async (mentioned: object[], fetch: Fetch = fetchModule) => {
    const known = new Map<string, Service>(register);
    const names: string[] = [];
    const spy = ((name: 'ui') => {
      names.push(name);
      return fetch(name);
    }) as unknown as Fetch;
    await Promise.all(fetchServices(known, mentioned as Record<string, unknown>[], spy));
    return {known, names};
  };

  it('fetches nothing for the services of the core', async () => {
    const {known, names} = await fetched([{service: 'yandex-metrica', counterId: 1}]);
    expect(names).to.deep.equal([]);
    expect([...known]).to.deep.equal([...register]);
  });

  it('wraps a service of the core whose entry asks for more, once, whatever else is asked of it', async () => {
    const settings = {service: 'google-analytics', consentMode: {consent_update: true}};
    for (const mentioned of [
      [settings, {service: 'google-analytics'}],
      [{service: 'google-analytics'}, settings],
    ]) {
      const {known, names} = await fetched(mentioned);
      expect(names).to.deep.equal([`service-${hash('google-analytics+', 4)}`]);
      expect(known.get('google-analytics')).to.include({id: 'google-analytics', ahead: false});
    }
    const {known, names} = await fetched([{service: 'yandex-metrica', spa: true}]);
    expect(names).to.deep.equal([`service-${hash('yandex-metrica+', 4)}`]);
    expect(known.get('yandex-metrica')!.load).not.to.equal(register.get('yandex-metrica')!.load);
    expect(register.get('google-analytics')).not.to.have.property('ahead');
  });

  it('has of a service that it wraps all but the way to load it, until the file has come', () => {
    const known = new Map<string, Service>(register);
    const never = (() => new Promise(() => {})) as unknown as Fetch;
    fetchServices(known, [{service: 'yandex-metrica', spa: true}], never);
    const {load, ...rest} = known.get('yandex-metrica')!;
    const {load: own, ...all} = register.get('yandex-metrica')!;
    expect(load).to.equal(null);
    expect(own).to.be.a('function');
    expect(rest).to.deep.equal(all);
  });

  it('fetches a service once, however many entries name it', async () => {
    const {known, names} = await fetched([{service: 'vimeo'}, {service: 'vimeo'}]);
    expect(names).to.have.length(1);
    expect(known.get('vimeo')).to.include({id: 'vimeo', revision: 1});
  });

  it('makes a service of what an owner has written out, also one that is called like ours', async () => {
    const {known} = await fetched([CHAT, {...CHAT, service: 'vimeo'}]);
    expect(known.get('chat')!.hosts).to.deep.equal(['chat.example']);
    expect(known.get('vimeo')!.revision).to.equal(undefined);
  });

  it('has an empty service at once, which is filled when its file has come', async () => {
    let come: () => void = () => {};
    const coming = new Promise<void>((resolve) => (come = resolve));
    const known = new Map<string, Service>(register);
    const all = fetchServices(known, [{service: 'vimeo'}], (async (name: 'ui') => {
      await coming;
      return fetchModule(name);
    }) as unknown as Fetch);
    const vimeo = known.get('vimeo')!;
    expect(vimeo).to.deep.equal({id: 'vimeo', hosts: [], load: null});
    come();
    await Promise.all(all);
    expect(vimeo.hosts).to.deep.equal(['player.vimeo.com']);
    expect(known.get('vimeo')).to.equal(vimeo);
  });

  it('resolves where a file fails, is none, or what stands there is no service', async () => {
    const {known} = await fetched([
      {service: 'no-such-service'},
      {service: '../../evil'},
      {service: 'constructor'},
      {service: {}},
      {service: 5},
      {service: 'bad', vendor: 'Bad', scripts: ['no address']},
    ]);
    for (const [id, service] of known) {
      if (!register.has(id)) expect(service).to.deep.equal({id, hosts: [], load: null});
    }
  });

  it('waits with no service for the file of another', async () => {
    const known = new Map<string, Service>(register);
    const [slow, quick] = fetchServices(
      known,
      [{service: 'no-such-service'}, {service: 'vimeo'}],
      ((name: 'ui') =>
        name.startsWith(`service-${hash('vimeo', 4)}`)
          ? fetchModule(name)
          : new Promise(() => {})) as unknown as Fetch,
    );
    await quick;
    expect(known.get('vimeo')!.hosts).to.have.length(1);
    expect(await Promise.race([slow, Promise.resolve('waits')])).to.equal('waits');
  });

  it('loads of what is written out what its settings say, whoever was named first', () => {
    const made = own(CHAT);
    const inserted: string[] = [];
    const page = {...fakePage(), insertScript: (url: string) => void inserted.push(url)};
    made.load!([{...CHAT, scripts: ['https://chat.example/2.js']}], page);
    expect(inserted).to.deep.equal(['https://chat.example/2.js']);
  });

  it('asks for a file under no name that a config can choose', async () => {
    const {names} = await fetched([{service: '../../evil?'}, {service: 'vimeo/../x'}]);
    for (const name of names) expect(name).to.match(/^service-[a-z0-9]{4}$/);
  });
});

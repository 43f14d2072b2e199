import {expect} from '@open-wc/testing';
import {makeChoice} from '../src/choice.js';
import type {ConsentGateConfig} from '../src/config/config.js';
import {readJson} from '../src/config/read-json.js';
import type {Choice} from '../src/decision/choice.js';
import {questionsOf} from '../src/decision/question.js';
import {messages as en} from '../src/locales/en.js';
import {messages as pt} from '../src/locales/pt.js';
import {messages as ru} from '../src/locales/ru.js';
import {fetchModule} from '../src/modules.js';
import {recordJar} from '../src/record-jar.js';
import {facts} from '../src/services/facts.js';
import {holdServices, type HeldService} from '../src/services/held-service.js';
import {withAt} from './helpers/at-path.js';
import {hold, knownServices} from './helpers/hold.js';
import {register} from '../src/services/register.js';
import {openSite} from '../src/site.js';
import {wholeConfig} from './helpers/configs.js';
import {clearCookies} from './helpers/cookies.js';
import {watchInsertedScripts, type InsertedScripts} from './helpers/inserted-scripts.js';
import {nextEvent} from './helpers/started.js';

describe('the choice that the UI is handed', () => {
  let stopping: AbortController;
  let scripts: InsertedScripts;
  beforeEach(() => {
    stopping = new AbortController();
    scripts = watchInsertedScripts();
    register.forEach((service) => service.guard?.());
  });
  afterEach(() => {
    stopping.abort();
    scripts.stop();
    clearCookies();
  });

  const choiceOf = async (source: unknown, own?: readonly HeldService[]): Promise<Choice> => {
    const config = readJson(source).config!;
    const held = own ?? hold(config.categories);
    const site = openSite(
      {
        config,
        held,
        questions: questionsOf(Object.keys(config.categories), held),
        jar: recordJar(config),
        fetch: fetchModule,
        folder: '',
        asks: false,
        seen: undefined,
        signal: stopping.signal,
        coming: [],
        language: () => 'en',
        hashTexts: (language) => `hash${language}`,
        isCurrent: () => true,
        changed: () => {},
      },
      undefined,
    );
    return makeChoice(site, facts);
  };
  const service = (choice: Choice, id: string) =>
    choice.categories.flatMap(({services}) => services).find((found) => found.id === id)!;

  it('has every category and service, in the order of the config', async () => {
    const {categories} = await choiceOf(wholeConfig());
    expect(
      categories.map(({id, services}) => [id, services.map((found) => found.id)]),
    ).to.deep.equal([
      ['necessary', ['session-check']],
      ['functional', ['youtube', 'my-chat']],
      ['analytics', ['yandex-metrica', 'google-analytics', 'google-tag-manager']],
      ['advertising', []],
      ['social', []],
    ]);
    expect({...(categories[2]!.title as object)}).to.deep.equal({
      en: 'Statistics',
      ru: 'Статистика',
    });
  });

  it('names vendor, country and purposes: of the register, and the owner’s own', async () => {
    const choice = await choiceOf(wholeConfig());
    expect(service(choice, 'yandex-metrica')).to.deep.include({
      vendor: 'Yandex',
      country: 'RU',
      purposes: ['statistics', 'behaviour', 'session-replay'],
    });
    expect(service(choice, 'google-analytics')).to.deep.include({vendor: 'Google', country: 'US'});
    expect(service(choice, 'my-chat')).to.deep.include({
      vendor: 'Chat Ltd',
      country: 'DE',
      purposes: ['communication', 'Answers to questions'],
    });
  });

  it('leaves out a service whose file has not come: nobody is asked what cannot be described', async () => {
    const config = withAt(wholeConfig(), ['categories', 'functional', 'services', 0], {
      service: 'vimeo',
    }) as ConsentGateConfig;
    const known = new Map(knownServices(config.categories));
    known.set('vimeo', {id: 'vimeo', hosts: []});
    const choice = await choiceOf(config, holdServices(config.categories, known));
    expect(service(choice, 'vimeo')).to.equal(undefined);
    expect(service(choice, 'my-chat')).to.include({vendor: 'Chat Ltd'});
  });

  it('has sub-questions where they are configured', async () => {
    const choice = await choiceOf(wholeConfig());
    expect(service(choice, 'yandex-metrica').subQuestions).to.deep.equal([
      {id: 'yandex-metrica:webvisor', purposes: ['session-replay']},
    ]);
    expect(service(choice, 'google-analytics').subQuestions).to.deep.equal([]);
  });

  it('lists what a written-out service stores', async () => {
    const {cookies, storage} = service(await choiceOf(wholeConfig()), 'my-chat');
    const names = (items: typeof cookies) =>
      items!.map((item) => (typeof item === 'string' ? item : item.name));
    expect(names(cookies)).to.deep.equal(['chat', 'chat_*', 'chat-id']);
    expect(names(storage)).to.deep.equal(['chat.*', 'chatDraft']);
  });

  it('takes a service for the owner’s, also one that is called like a name every object has', async () => {
    const config = wholeConfig() as ConsentGateConfig;
    config.categories['social']!.services = [
      {service: 'constructor', name: 'Builder', vendor: 'Builders', country: 'DE', cookies: ['b']},
    ];
    const found = service(await choiceOf(config), 'constructor');
    expect([found.name, found.vendor, found.country]).to.deep.equal(['Builder', 'Builders', 'DE']);
    expect(found.cookies).to.have.length(1);
  });

  it('lays the owner’s texts over the messages', async () => {
    const choice = await choiceOf(wholeConfig());
    const russian = await choice.messages('ru');
    expect(russian.title).to.equal('Файлы cookie');
    expect(russian['purposes.media']).to.equal('видео');
    expect(russian.accept).to.equal(ru.accept);
    expect((await choice.messages('en')).title).to.equal(en.title);
    const own = await choice.messages('pt-BR');
    expect([own.title, own.accept]).to.deep.equal(['Biscoitos', pt.accept]);
    expect((await choice.messages('fi')).accept).to.equal(en.accept);
  });

  it('invariant 16: answers as the visitor did, in the language that was shown', async () => {
    const config = wholeConfig() as ConsentGateConfig;
    // What the next test finds granted by this one it withdraws: no service that would load this page anew.
    for (const category of Object.values(config.categories)) {
      category.services = category.services?.filter(({service}) =>
        ['youtube', 'yandex-metrica'].includes(service),
      );
    }
    const choice = await choiceOf(config);
    choice.answerAs(false, 'synthetic', 'ru');
    expect(choice.decision()).to.include({status: 'decided', method: 'synthetic', language: 'ru'});
    expect(choice.decision().categories['analytics']).to.be.false;
    choice.answerAs(new Map([['youtube', true]]), 'ui', 'en');
    expect(choice.decision()).to.include({method: 'ui', language: 'en'});
    expect(choice.decision().services['youtube']).to.be.true;
    choice.answerAs(true, 'ui', 'ru');
    expect(choice.decision().categories['analytics']).to.be.true;
  });

  it('announces a layer that is on the screen', async () => {
    const choice = await choiceOf(wholeConfig());
    const event = nextEvent('consent-shown');
    choice.announce('preferences');
    expect(await event).to.include({layer: 'preferences', decision: choice.decision()});
  });

  it('tells of changes until the end of it all', async () => {
    const choice = await choiceOf(wholeConfig());
    let told = 0;
    choice.subscribe(() => void told++);
    expect(told).to.equal(0);
    document.dispatchEvent(new Event('consent-change'));
    stopping.abort();
    document.dispatchEvent(new Event('consent-change'));
    expect(told).to.equal(1);
  });
});

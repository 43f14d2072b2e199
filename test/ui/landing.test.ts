import {expect} from '@open-wc/testing';
import type {AttendedSite} from '../../src/attendant.js';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {createStore} from '../../src/decision/store.js';
import {questionsOf} from '../../src/decision/question.js';
import {fetchModule} from '../../src/modules.js';
import {hold} from '../helpers/hold.js';
import {hideChoice, removeChoice, showChoice, showNotice} from '../../src/ui.js';
import {cleanUp, ShownChoice} from '../helpers/shown-choice.js';

const config: ConsentGateConfig = {
  policy: {url: '/privacy', version: '2026-11-01'},
  operator: {name: 'IMPER Group', country: 'RU'},
  categories: {
    analytics: {
      services: [
        {service: 'yandex-metrica', counterId: 1, options: {webvisor: true}},
        {service: 'yandex-metrica', counterId: 2, purposes: ['heat maps']},
        {
          service: 'chat',
          name: 'Chat',
          vendor: 'Help Desk',
          country: 'DE',
          purposes: ['communication'],
          cookies: ['chat_*'],
        },
      ],
    },
  },
  texts: {en: {title: 'Cookies here', 'purposes.statistics': 'counting'}},
};

/** What the core hands to the landing. */
function site(signal: AbortSignal, fetch: AttendedSite['fetch'] = fetchModule): AttendedSite {
  const held = hold(config.categories);
  const store = createStore({
    questions: questionsOf(['analytics'], held),
    record: undefined,
    policyVersion: config.policy.version,
    free: [],
    refused: () => false,
    answering: () => {},
    changed: () => document.dispatchEvent(new Event('consent-change')),
  });
  const here: AttendedSite = {
    config,
    held,
    store,
    signal,
    coming: [],
    privacySignal: false,
    jar: {name: 'consent-gate', days: 182},
    fetch,
    language: () => 'en',
    show: (layer) => showChoice(here, layer),
  };
  return here;
}

describe('the landing', () => {
  let stopping: AbortController;
  beforeEach(() => (stopping = new AbortController()));
  afterEach(() => {
    stopping.abort();
    removeChoice();
    cleanUp();
  });
  const ui = () => new ShownChoice(document.querySelector('consent-choice')!);

  it('puts the element first into the body, once, and takes it away', async () => {
    document.body.append(document.createElement('main'));
    const here = site(stopping.signal);
    await Promise.all([showChoice(here, 'banner'), showChoice(here, 'banner')]);
    await showChoice(here, 'preferences');
    expect(document.querySelectorAll('consent-choice')).to.have.length(1);
    expect(document.body.firstElementChild!.localName).to.equal('consent-choice');
    expect(ui().dialog!.open).to.be.true;
    removeChoice();
    expect(document.querySelector('consent-choice')).to.be.null;
  });

  it("takes the page's own element where it has one, which stays", async () => {
    const own = document.createElement('consent-choice');
    document.body.append(document.createElement('main'), own);
    await showChoice(site(stopping.signal), 'banner');
    expect(document.querySelectorAll('consent-choice')).to.have.length(1);
    expect(ui().banner).not.to.be.null;
    removeChoice();
    await Promise.resolve();
    expect(own.isConnected).to.be.true;
    expect(own.shadowRoot!.textContent.trim()).to.equal('');
  });

  it('shows the notice of a reload in the same element, and takes it away', async () => {
    let reloads = 0;
    await showChoice(site(stopping.signal), 'banner');
    await showNotice(site(stopping.signal), () => void reloads++);
    expect(document.querySelectorAll('consent-choice')).to.have.length(1);
    ui().find('[part=notice] [data-action=reload]')!.click();
    expect(reloads).to.equal(1);
    removeChoice();
    expect(document.querySelector('consent-choice')).to.be.null;
  });

  it('shows nothing of a gate that was stopped meanwhile', async () => {
    stopping.abort();
    await showChoice(site(stopping.signal), 'banner');
    await showNotice(site(stopping.signal), () => {});
    expect(document.querySelectorAll('consent-choice')).to.have.length(0);
  });

  it("tells the site's services in its words", async () => {
    await showChoice(site(stopping.signal), 'banner');
    const text = ui().text('banner');
    for (const part of [
      'Cookies here',
      'counting, behaviour analysis, heat maps, session replay and communication',
      'Yandex (Russia) and Help Desk (Germany)',
      'Data leaves Russia for: Germany.',
    ]) {
      expect(text).to.contain(part);
    }
    await showChoice(site(stopping.signal), 'preferences');
    expect(ui().text('preferences')).to.contain('chat_* cookie —');
    hideChoice();
  });

  it('tells what a service of the register stores, and opens without where its file does not come', async () => {
    const here = site(stopping.signal);
    await showChoice(here, 'preferences');
    expect(ui().text('preferences')).to.contain('_ym_uid');
    removeChoice();
    const fetch = ((name: 'locale-en') =>
      name.startsWith('details-')
        ? Promise.reject(new Error(name))
        : fetchModule(name)) as typeof here.fetch;
    await showChoice(site(stopping.signal, fetch), 'preferences');
    expect(ui().text('preferences')).to.contain('Yandex.Metrica').and.not.contain('_ym_uid');
  });

  it('hands the answer to the store, and follows it', async () => {
    const here = site(stopping.signal);
    await showChoice(here, 'banner');
    ui().button('accept').click();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(here.store.decision).to.deep.include({
      status: 'decided',
      method: 'synthetic',
      language: 'en',
    });
    expect(here.store.has('yandex-metrica:webvisor')).to.be.true;
    here.store.reset();
    await showChoice(here, 'banner');
    expect(ui().banner).not.to.be.null;
    here.store.answerAs(false, {method: 'api', language: 'en'});
    expect(ui().banner).to.be.null;
  });
});

import {expect} from '@open-wc/testing';
import type {ConsentGateConfig} from '../src/config/config.js';
import {createOpener} from '../src/opener.js';

describe('the way back', () => {
  let stopping: AbortController;
  let opened = 0;
  beforeEach(() => {
    stopping = new AbortController();
    opened = 0;
    fetched = [];
  });
  afterEach(() => {
    stopping.abort();
    document.body.replaceChildren();
  });

  /** Files of texts that were asked for. */
  let fetched: string[];
  const create = (
    config: Partial<ConsentGateConfig> = {},
    language = 'en',
    fetch: (name: string) => Promise<{messages: {open: string}}> = () =>
      Promise.resolve({messages: {open: 'Cookie-Einstellungen'}}),
  ) =>
    createOpener(
      config as ConsentGateConfig,
      (known = ['xx']) => (known.includes(language) || known.includes('xx') ? language : 'en'),
      () => void opened++,
      (name) => {
        fetched.push(name);
        return fetch(name);
      },
      stopping,
    );
  const button = () => document.querySelector<HTMLButtonElement>('button[data-consent-open]');

  it('is a button, where it is wanted', () => {
    const {offer} = create();
    expect(button()).to.equal(null);
    offer(true);
    expect(button()!.textContent).to.equal('Cookie settings');
    offer(true);
    expect(document.querySelectorAll('[data-consent-open]')).to.have.length(1);
    offer(false);
    expect(button()).to.equal(null);
  });

  it('knows English and Russian by itself, and fetches the texts of another language', async () => {
    const {offer} = create({}, 'ru');
    offer(true);
    expect(button()!.textContent).to.equal('Настройки cookie');
    expect(fetched).to.deep.equal([]);
    offer(false);

    const german = create({}, 'de');
    await german.offer(true);
    expect(fetched).to.deep.equal(['locale-de']);
    expect(button()).to.include({lang: 'de', textContent: 'Cookie-Einstellungen'});
  });

  it('is not there any more where it has been taken away before its text came', async () => {
    const {offer} = create({}, 'de');
    const coming = offer(true);
    offer(false);
    await coming;
    expect(button()).to.equal(null);
  });

  it('speaks English where its text cannot be had, or the owner’s language has none', async () => {
    const {offer} = create({}, 'de', () => Promise.reject(new Error()));
    await offer(true);
    expect(button()!.textContent).to.equal('Cookie settings');
    offer(false);
    await create({texts: {fi: {title: 'Evästeet'}}}, 'fi').offer(true);
    expect(button()).to.include({lang: 'en', textContent: 'Cookie settings'});
    expect(fetched).to.deep.equal(['locale-de']);
  });

  it('keeps the focus when it is offered again', () => {
    const {offer} = create();
    offer(true);
    button()!.focus();
    offer(true);
    expect(document.activeElement).to.equal(button());
  });

  describe('when it has been taken away', () => {
    /** What an observer of the document is told. */
    const changed = (...removed: Node[][]) =>
      removed.map((removedNodes) => ({removedNodes})) as unknown as MutationRecord[];

    it('comes back where others went with it', () => {
      const {offer, restore} = create();
      offer(true);
      const own = button()!;
      document.body.replaceChildren();
      restore(changed([document.createElement('main'), own]));
      expect(button()).to.equal(own);
      own.remove();
      restore(changed([own], [document.createElement('p')]));
      expect(button()).to.equal(own);
    });

    it('stays away where it went alone, also at later changes', () => {
      const {offer, restore} = create();
      offer(true);
      const own = button()!;
      own.remove();
      restore(changed([], [own]));
      restore(changed([document.createElement('main')]));
      expect(button()).to.equal(null);
    });

    it('goes for good where the page has put in an opener meanwhile', () => {
      const {offer, restore} = create();
      offer(true);
      const own = document.createElement('a');
      own.dataset['consentOpen'] = '';
      document.body.append(own);
      restore(changed([]));
      expect(button()).to.equal(null);
      expect(own.isConnected).to.be.true;
      restore(changed([]));
      expect(button()).to.equal(null);
      // A view without it.
      own.remove();
      restore(changed([own, document.createElement('main')]));
      expect(button()!.textContent).to.equal('Cookie settings');
    });

    it('stays away where it is not wanted', () => {
      const {offer, restore} = create();
      offer(false);
      restore(changed([document.createElement('main')]));
      expect(button()).to.equal(null);
    });
  });

  it('opens the preferences', () => {
    create().offer(true);
    button()!.click();
    expect(opened).to.equal(1);
  });

  it('is in the language of the page, or in the owner’s words', () => {
    create({}, 'ru').offer(true);
    expect(button()!.textContent).to.equal('Настройки cookie');
    expect(button()!.lang).to.equal('ru');
    document.body.replaceChildren();
    create({texts: {ru: {open: 'Печенье'}}}, 'ru').offer(true);
    expect(button()!.textContent).to.equal('Печенье');
  });

  it('takes the owner’s words as text, never as markup', () => {
    create({texts: {en: {open: '<img src=x onerror=alert(1)>'}}}).offer(true);
    expect(button()!.children).to.have.length(0);
  });

  it('is the page’s own opener where there is one', () => {
    const own = document.createElement('a');
    own.href = '#elsewhere';
    own.dataset['consentOpen'] = '';
    document.body.append(own);
    create().offer(true);
    expect(button()).to.equal(null);
    const click = new MouseEvent('click', {bubbles: true, cancelable: true});
    own.dispatchEvent(click);
    expect(click.defaultPrevented).to.be.true;
    expect(opened).to.equal(1);
  });

  it('is there where the owner wants none but has no opener: a yes must not be for ever', () => {
    const {offer} = create({openButton: false});
    offer(true);
    expect(getComputedStyle(button()!).left).to.equal('12px');
    const own = document.createElement('a');
    own.dataset['consentOpen'] = '';
    document.body.append(own);
    offer(true);
    expect(button()).to.equal(null);
  });

  it('is higher up where a key has brought the focus to what lies there, and nowhere else', () => {
    create().offer(true);
    const at = (top: number, target: HTMLElement = document.createElement('input')) => {
      if (target !== button()) {
        target.style.cssText = `position:fixed;top:${innerHeight - top}px`;
        document.body.append(target);
      }
      target.focus({preventScroll: true});
      target.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
      return getComputedStyle(button()!).bottom;
    };
    expect(at(40)).to.equal('60px');
    // On the button itself it stays where it is.
    expect(at(0, button()!)).to.equal('60px');
    expect(at(100)).to.equal('12px');
    expect(at(40)).to.equal('60px');
    // The focus is nowhere, and a page may tell the document of a key.
    (document.activeElement as HTMLElement).blur();
    document.dispatchEvent(new KeyboardEvent('keyup'));
    expect(getComputedStyle(button()!).bottom).to.equal('12px');
  });

  it('stands at the side that the owner says, whatever the page’s rules are', () => {
    const style = document.createElement('style');
    style.textContent =
      'button{display:none!important;position:static!important;inset:auto!important}';
    document.body.append(style);
    for (const [side, property] of [
      ['start', 'left'],
      ['end', 'right'],
    ] as const) {
      create({openButton: side}).offer(true);
      const computed = getComputedStyle(button()!);
      expect(computed.position).to.equal('fixed');
      expect(computed[property]).to.equal('12px');
      const {width, height} = button()!.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
      button()!.remove();
    }
  });

  it('leaves other clicks alone, also such without an element', () => {
    create();
    const click = new MouseEvent('click', {bubbles: true, cancelable: true});
    document.body.dispatchEvent(click);
    document.dispatchEvent(new MouseEvent('click', {cancelable: true}));
    expect(click.defaultPrevented).to.be.false;
    expect(opened).to.equal(0);
  });

  it('listens no more after the stop', () => {
    const own = document.createElement('button');
    own.dataset['consentOpen'] = '';
    document.body.append(own);
    create();
    stopping.abort();
    own.click();
    expect(opened).to.equal(0);
  });
});

import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {messages as en} from '../../../src/locales/en.js';
import {fakeChoice, type FakeChoice} from '../../helpers/fake-choice.js';
import {cleanUp, shown} from '../../helpers/shown-choice.js';

const rest = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));
const answers = (choice: FakeChoice) => choice.calls.filter(({call}) => call !== 'announce');

describe('the preferences', () => {
  afterEach(cleanUp);

  it('are a native modal dialog with the name of its heading, which has the focus', async () => {
    const ui = await shown(fakeChoice(), 'preferences');
    const heading = ui.dialog!.querySelector('h2')!;
    expect(ui.dialog).to.be.instanceOf(HTMLDialogElement);
    expect(ui.dialog!.matches(':modal')).to.be.true;
    expect(ui.dialog!.getAttribute('aria-labelledby')).to.equal(heading.id);
    expect(ui.host.shadowRoot!.activeElement).to.equal(heading);
    expect(heading.textContent).to.equal(en.open);
  });

  it('are opened by the settings button, over the banner', async () => {
    const ui = await shown(fakeChoice());
    ui.button('settings').click();
    await rest(200);
    expect(ui.dialog!.open).to.be.true;
    expect(ui.banner).not.to.be.null;
  });

  it('say nothing of purposes that the owner has not written', async () => {
    const service = {
      id: 'map',
      name: 'Map',
      vendor: 'Map Ltd',
      country: 'RU',
      purposes: [],
      subQuestions: [],
    };
    const ui = await shown(
      fakeChoice({categories: [{id: 'functional', services: [service]}]}),
      'preferences',
    );
    expect(ui.find('#about-map')!.innerText.trim()).to.equal('Map Ltd (Russia)');
  });

  for (const [width, height] of [
    [844, 390],
    [667, 375],
    [390, 844],
  ] as const) {
    it(`show their buttons without scrolling on a phone, ${width} by ${height}`, async function () {
      try {
        await setViewport({width, height});
      } catch {
        // WebKitGTK cannot.
        this.skip();
      }
      try {
        const ui = await shown(fakeChoice(), 'preferences');
        for (const action of ['reject', 'accept', 'save']) {
          const {bottom, top} = ui.button(action).getBoundingClientRect();
          expect(top, action).to.be.above(0);
          expect(bottom, action).to.be.at.most(height);
        }
        const body = ui.find('.body')!;
        expect(body.clientHeight, 'and there is room to read').to.be.above(height / 3);
      } finally {
        await setViewport({width: 800, height: 600});
      }
    });
  }

  it('have nothing to answer where nothing is asked', async () => {
    const ui = await shown(fakeChoice({categories: []}), 'preferences');
    expect(ui.all('[part=preferences] button').map(({dataset}) => dataset['action'])).to.deep.equal(
      ['close'],
    );
  });

  it('name our own cookie, but not where it is never set', async () => {
    const ui = await shown(fakeChoice(), 'preferences');
    expect(ui.text('preferences')).to.contain('__Host-consent-gate');
    cleanUp();
    const nothingAsked = await shown(
      fakeChoice({categories: [{id: 'necessary', services: []}]}),
      'preferences',
    );
    expect(nothingAsked.text('preferences')).not.to.contain('consent-gate');
    expect(nothingAsked.text('preferences')).not.to.contain(en.record);
    cleanUp();
    Object.defineProperty(navigator, 'cookieEnabled', {configurable: true, value: false});
    try {
      const noCookies = await shown(fakeChoice(), 'preferences');
      expect(noCookies.text('preferences')).not.to.contain('consent-gate');
    } finally {
      delete (navigator as {cookieEnabled?: boolean}).cookieEnabled;
    }
  });

  it('have corners as the owner wants them, their cards too', async () => {
    const style = document.createElement('style');
    style.textContent = 'consent-choice { --consent-radius: 0 }';
    document.body.append(style);
    const ui = await shown(fakeChoice(), 'preferences');
    expect(getComputedStyle(ui.find('.card')!).borderRadius).to.equal('0px');
    style.remove();
    expect(getComputedStyle(ui.find('.card')!).borderRadius).to.equal('16px');
  });

  it('are opened for who has decided, without a banner', async () => {
    const choice = fakeChoice();
    choice.answerAs(false, 'api', 'en');
    const ui = await shown(choice, 'preferences');
    expect(ui.dialog!.open).to.be.true;
    expect(ui.banner).to.be.null;
  });

  it('make room for the banner when that is wanted', async () => {
    const choice = fakeChoice();
    const ui = await shown(choice, 'preferences');
    await shown(choice, 'banner');
    expect(ui.dialog!.open).to.be.false;
    expect(ui.banner).not.to.be.null;
  });

  describe('closing', () => {
    const ways = {
      'the close button': async (ui: Awaited<ReturnType<typeof shown>>) =>
        ui.button('close').click(),
      Escape: async () => sendKeys({press: 'Escape'}),
      'the backdrop': async () => sendMouse({type: 'click', position: [4, 4]}),
      'the API': async (ui: Awaited<ReturnType<typeof shown>>) => ui.host.hide(),
    };
    for (const [way, close] of Object.entries(ways)) {
      it(`invariant 15: by ${way} is no answer, and gives the focus back`, async function () {
        const opener = document.createElement('button');
        document.body.append(opener);
        opener.focus();
        const choice = fakeChoice();
        const ui = await shown(choice, 'preferences');
        ui.toggle('analytics').click();
        try {
          await close(ui);
        } catch {
          this.skip();
        }
        await rest();
        expect(ui.dialog!.open).to.be.false;
        expect(document.activeElement).to.equal(opener);
        expect(answers(choice)).to.deep.equal([]);
        // WCAG 3.3.7: what was moved is there again, as long as nothing has been decided meanwhile.
        await choice.show('preferences');
        expect(ui.toggle('analytics').checked).to.be.true;
      });
    }

    it('by the backdrop is not what selecting text and letting go outside does', async () => {
      const ui = await shown(fakeChoice(), 'preferences');
      ui.dialog!.querySelector('p')!.dispatchEvent(new Event('pointerdown', {bubbles: true}));
      ui.dialog!.click();
      expect(ui.dialog!.open).to.be.true;
      ui.dialog!.click();
      expect(ui.dialog!.open).to.be.false;
    });
  });

  for (const [how, css] of [
    ['display', 'consent-choice{display:none!important}'],
    ['visibility', 'consent-choice{visibility:hidden!important}'],
    ['opacity', 'consent-choice{opacity:0!important}'],
  ] as const) {
    it(`let the page go within 500 ms when they are hidden (${how})`, async () => {
      const ui = await shown(fakeChoice(), 'preferences');
      const style = document.createElement('style');
      style.textContent = css;
      document.body.append(style);
      await rest(500);
      expect(ui.dialog!.matches(':modal')).to.be.false;
    });
  }

  it('let the page go when the host is removed', async () => {
    const ui = await shown(fakeChoice(), 'preferences');
    const {dialog} = ui;
    ui.host.remove();
    expect(dialog!.matches(':modal')).to.be.false;
  });

  describe('switches', () => {
    it('invariant 15: are native, labelled, described, and off', async () => {
      const ui = await shown(fakeChoice(), 'preferences');
      const toggles = ui.all<HTMLInputElement>('input');
      expect(toggles).to.have.length(7);
      for (const toggle of toggles) {
        expect(toggle.type).to.equal('checkbox');
        expect(toggle.getAttribute('role')).to.equal('switch');
        expect(toggle.labels).to.have.length(1);
        const about = toggle.getAttribute('aria-describedby')!;
        expect(ui.find(`#${CSS.escape(about)}`)).not.to.be.null;
        expect(toggle.checked || toggle.indeterminate, toggle.id).to.be.false;
      }
    });

    it('have none for what is necessary', async () => {
      const ui = await shown(fakeChoice(), 'preferences');
      expect(ui.toggle('necessary')).to.be.null;
      expect(ui.text('preferences')).to.contain(en.alwaysOn);
    });

    it('name what is necessary first, also where the owner has not', async () => {
      const choice = fakeChoice({categories: [{id: 'analytics', services: []}]});
      const ui = await shown(choice, 'preferences');
      const titles = ui.all('h3').map((title) => title.textContent);
      expect(titles).to.deep.equal([en.necessary, en.analytics]);
    });

    it('list the cookie that keeps the answers among what is necessary', async () => {
      const ui = await shown(fakeChoice(), 'preferences');
      const card = ui.find('#title-necessary')!.closest('.card')!;
      const text = card.textContent.replace(/\s+/g, ' ');
      for (const part of [en.record, 'IMPER Group (Russia)', '__Host-consent-gate cookie 182 days'])
        expect(text).to.contain(part);
      expect(card.querySelector('input')).to.be.null;
    });

    it('say their state in words', async () => {
      const ui = await shown(fakeChoice(), 'preferences');
      const state = (id: string) =>
        ui.toggle(id).parentElement!.querySelector<HTMLElement>('.state')!.innerText;
      expect(state('yandex-metrica')).to.equal(en.off);
      ui.toggle('yandex-metrica').click();
      expect(state('yandex-metrica')).to.equal(en.on);
      expect(state('analytics')).to.equal('1/2');
      ui.toggle('analytics').click();
      expect(state('analytics')).to.equal(en.on);
    });

    it('stand as the stored decision says', async () => {
      const choice = fakeChoice();
      choice.answer({functional: true, helpdesk: true, analytics: false, 'google-analytics': true});
      const ui = await shown(choice, 'preferences');
      expect(ui.toggle('functional').checked).to.be.true;
      expect(ui.toggle('helpdesk').checked).to.be.true;
      expect(ui.toggle('google-analytics').checked).to.be.true;
      expect(ui.toggle('yandex-metrica').checked).to.be.false;
      expect(ui.toggle('analytics').indeterminate).to.be.true;
      expect(ui.toggle('analytics').checked).to.be.false;
    });

    it('of a category move those of its services, never a part that is asked by itself', async () => {
      const ui = await shown(fakeChoice(), 'preferences');
      ui.toggle('analytics').click();
      expect(ui.toggle('yandex-metrica').checked).to.be.true;
      expect(ui.toggle('google-analytics').checked).to.be.true;
      expect(ui.toggle('yandex-metrica:webvisor').checked).to.be.false;
      expect(ui.toggle('helpdesk').checked).to.be.false;
    });

    it('of services move that of their category', async () => {
      const ui = await shown(fakeChoice(), 'preferences');
      const category = ui.toggle('analytics');
      ui.toggle('yandex-metrica').click();
      expect([category.checked, category.indeterminate]).to.deep.equal([false, true]);
      ui.toggle('google-analytics').click();
      expect([category.checked, category.indeterminate]).to.deep.equal([true, false]);
      ui.toggle('google-analytics').click();
      ui.toggle('yandex-metrica').click();
      expect([category.checked, category.indeterminate]).to.deep.equal([false, false]);
    });

    it('of a part bring their service, and go with it', async () => {
      const ui = await shown(fakeChoice(), 'preferences');
      ui.toggle('yandex-metrica:webvisor').click();
      expect(ui.toggle('yandex-metrica').checked).to.be.true;
      expect(ui.toggle('analytics').indeterminate).to.be.true;
      ui.toggle('yandex-metrica').click();
      expect(ui.toggle('yandex-metrica:webvisor').checked).to.be.false;
    });

    it('follow an answer that is given elsewhere', async () => {
      const choice = fakeChoice();
      const ui = await shown(choice, 'preferences');
      choice.answerAs(true, 'api', 'en');
      expect(ui.toggle('analytics').checked).to.be.true;
    });

    it('stay as they were moved where an answer elsewhere changes nothing for them', async () => {
      const choice = fakeChoice();
      const ui = await shown(choice, 'preferences');
      ui.toggle('google-analytics').click();
      choice.answer({helpdesk: true});
      expect(ui.toggle('google-analytics').checked).to.be.true;
      expect(ui.toggle('helpdesk').checked).to.be.true;
    });
  });

  describe('saving', () => {
    it('names each question as it is shown, but none that the browser refuses and nobody has moved', async () => {
      const choice = fakeChoice({privacySignal: true});
      const ui = await shown(choice, 'preferences');
      ui.toggle('google-analytics').click();
      ui.toggle('functional').click();
      ui.button('save').click();
      expect(ui.dialog).to.be.null;
      expect(ui.banner).to.be.null;
      await rest();
      expect(answers(choice)).to.have.length(1);
      expect(answers(choice)[0]).to.deep.include({
        call: 'choose',
        answers: {
          functional: true,
          helpdesk: true,
          analytics: false,
          'yandex-metrica': false,
          'yandex-metrica:webvisor': false,
          'google-analytics': true,
        },
      });
    });

    it('says no to what is shown as off, moved or not, and yes to what is shown as on', async () => {
      const choice = fakeChoice();
      choice.answer({analytics: true, helpdesk: true});
      const ui = await shown(choice, 'preferences');
      ui.button('save').click();
      await rest();
      expect(answers(choice)).to.have.length(1);
      const said = (answers(choice)[0] as unknown as {answers: Record<string, boolean>}).answers;
      for (const toggle of ui.all('input')) {
        const {dataset, checked} = toggle as HTMLInputElement;
        expect(said[(dataset['category'] ?? dataset['service'])!]).to.equal(checked);
      }
      expect(said).to.include({advertising: false, 'yandex-metrica': false, helpdesk: true});
    });

    it('moves nothing before it is clicked', async () => {
      const choice = fakeChoice();
      const ui = await shown(choice, 'preferences');
      for (const toggle of ui.all('input')) toggle.click();
      await rest();
      expect(answers(choice)).to.deep.equal([]);
    });

    for (const [action, call] of [
      ['accept', 'acceptAll'],
      ['reject', 'rejectAll'],
    ] as const) {
      it(`${action} is about everything, also where only some is new`, async () => {
        const choice = fakeChoice();
        choice.answer({advertising: true});
        const ui = await shown(choice, 'preferences');
        ui.button(action).click();
        await rest();
        expect(answers(choice)).to.have.length(1);
        expect(answers(choice)[0]).to.include({call});
      });
    }

    it('brings the focus back to where the banner had it from', async () => {
      const field = document.createElement('input');
      document.body.append(field);
      const ui = await shown(fakeChoice());
      field.focus();
      ui.button('settings').focus();
      ui.button('settings').click();
      await rest(200);
      ui.button('save').click();
      expect(document.activeElement).to.equal(field);
    });

    it('works after the dialog was closed because it was not seen', async () => {
      const choice = fakeChoice();
      const ui = await shown(choice, 'preferences');
      const save = ui.button('save');
      ui.dialog!.close();
      save.click();
      await rest();
      expect(answers(choice)).to.have.length(1);
    });
  });

  it('invariant 15: give accept, reject and save the same look', async () => {
    const ui = await shown(fakeChoice(), 'preferences');
    const [reject, ...others] = ['reject', 'accept', 'save'].map((action) => {
      const button = ui.button(action);
      const {width, height} = button.getBoundingClientRect();
      const {color, backgroundColor, font, borderTop} = getComputedStyle(button);
      return {
        width: Math.round(width),
        height,
        color,
        backgroundColor,
        font,
        borderTop,
        part: button.part.value,
      };
    });
    for (const other of others) expect(other).to.deep.equal(reject);
  });

  it('tell apart what only the browser’s own settings can delete', async () => {
    const ui = await shown(fakeChoice(), 'preferences');
    const groupOf = (id: string) =>
      ui
        .find(`#about-${id}`)!
        .closest('li')!
        .querySelector('[scope=rowgroup]')
        ?.closest('tbody')!
        .innerText.trim()
        .split(/\s*[\n\t]\s*/);
    for (const details of ui.all<HTMLDetailsElement>('details')) details.open = true;
    const [sentence, ...cookies] = groupOf('google-analytics')!;
    expect(sentence).to.equal(en.unreachable);
    expect(cookies.slice(0, 3)).to.deep.equal(['FPID', 'cookie, HttpOnly', '2 years']);
    // What is unknown is not said to have no term.
    expect(cookies.slice(-3)).to.deep.equal(['NID', 'cookie, google.com', '—']);
    expect(groupOf('yandex-metrica')).to.include.members(['yandexuid', 'cookie, yandex.ru']);
    expect(groupOf('helpdesk'), 'the owner’s own, which is all in reach').to.be.undefined;
  });

  it('tell who, where, what for, how long, and whom to write to', async () => {
    const choice = fakeChoice({consent: {url: '/consent', version: '1'}, privacySignal: true});
    choice.answer({advertising: false});
    const ui = await shown(choice, 'preferences');
    const text = ui.text('preferences');
    for (const part of [
      en.intro,
      en.signal,
      'Help Desk Ltd (Germany) Used for communication. Data leaves Russia for: Germany.',
      'Yandex (Russia) Used for statistics and behaviour analysis.',
      'session replay',
      '_ym_uid cookie 1 year',
      '_ga_* cookie 2 years',
      'chat-draft storage no fixed term',
      'Privacy policy of Yandex (new tab)',
      'Operator: IMPER Group',
      'Your choice was made on November 22, 2026',
    ]) {
      expect(text).to.contain(part);
    }
    expect(text.match(/leaves Russia/g)).to.have.length(2);
    const links = ui.all<HTMLAnchorElement>('dialog a').map((link) => link.getAttribute('href'));
    expect(links).to.include.members([
      '/privacy',
      '/consent',
      'mailto:mail@example.com',
      'https://yandex.com/legal/confidential/',
    ]);
    for (const link of ui.all<HTMLAnchorElement>('a[href^=http],a[href^="/"]')) {
      expect(link.target).to.equal('_blank');
      expect(link.textContent).to.contain(en.newTab);
    }
  });
});

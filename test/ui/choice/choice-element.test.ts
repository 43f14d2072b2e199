import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {messages as en} from '../../../src/locales/en.js';
import {messages as ru} from '../../../src/locales/ru.js';
import type {ConsentChoice} from '../../../src/ui/choice/choice-element.js';
import {createPreferences} from '../../../src/ui/choice/preferences.js';
import {fakeChoice, type FakeChoice} from '../../helpers/fake-choice.js';
import {nextFrame} from '../../helpers/next-frame.js';
import {cleanUp, shown, type ShownChoice} from '../../helpers/shown-choice.js';
import {trustedClick} from '../../helpers/trusted-click.js';

const answers = (choice: FakeChoice) => choice.calls.filter(({call}) => call !== 'announce');
const rest = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('consent-choice', () => {
  afterEach(cleanUp);

  describe('its place', () => {
    it('takes no room in a page that lays its children out in a grid', async () => {
      const main = document.createElement('main');
      document.body.append(main);
      document.body.style.cssText = 'display:grid;grid-template-rows:auto 1fr;gap:50px;margin:0';
      const top = main.getBoundingClientRect().top;
      await shown(fakeChoice());
      expect(main.getBoundingClientRect().top).to.equal(top);
    });

    it('does not take the focus', async () => {
      const field = document.createElement('input');
      document.body.append(field);
      field.focus();
      await shown(fakeChoice());
      expect(document.activeElement).to.equal(field);
    });
  });

  describe('an answer', () => {
    for (const action of ['accept', 'reject']) {
      it(`${action} is gone from the screen in the handler, and obeyed in it`, async () => {
        const choice = fakeChoice();
        const ui = await shown(choice);
        const {unanswered} = choice.decision();
        ui.button(action).click();
        expect(ui.banner).to.be.null;
        expect(answers(choice)).to.have.length(1);
        expect(answers(choice)[0]).to.deep.include({
          call: 'choose',
          answers: Object.fromEntries(unanswered.map((id) => [id, action === 'accept'])),
        });
      });
    }

    it("is 'synthetic' for a click made by a script", async () => {
      const choice = fakeChoice();
      (await shown(choice)).button('reject').click();
      expect(choice.calls.at(-1)).to.include({call: 'choose', method: 'synthetic'});
    });

    it("is 'ui' for a click made by a person", async function () {
      const choice = fakeChoice();
      const ui = await shown(choice);
      if (!(await trustedClick(ui.button('reject')))) this.skip();
      expect(choice.calls.at(-1)).to.include({call: 'choose', method: 'ui'});
    });

    it('carries the language of the texts that were shown', async () => {
      const choice = fakeChoice();
      choice.speak('ru');
      const ui = await shown(choice);
      ui.button('accept').click();
      expect(choice.calls.at(-1)).to.include({language: 'ru'});
    });

    it('gives the focus back to where it came from', async () => {
      const field = document.createElement('input');
      document.body.append(field);
      const ui = await shown(fakeChoice());
      field.focus();
      ui.button('accept').focus();
      ui.button('accept').click();
      expect(document.activeElement).to.equal(field);
    });

    it('drawn anew, because less is asked, keeps the focus on the same button', async () => {
      const choice = fakeChoice();
      const ui = await shown(choice);
      ui.button('settings').focus();
      const before = ui.text('banner');
      choice.answer({analytics: true, 'yandex-metrica': true, 'google-analytics': true});
      expect(ui.text('banner')).not.to.equal(before);
      expect(ui.host.shadowRoot!.activeElement).to.equal(ui.button('settings'));
    });

    it('leaves the focus alone where it was not in the banner', async () => {
      const field = document.createElement('input');
      document.body.append(field);
      const ui = await shown(fakeChoice());
      field.focus();
      ui.button('accept').click();
      expect(document.activeElement).to.equal(field);
    });

    it('given elsewhere takes the banner away; a reset alone does not bring it back', async () => {
      const choice = fakeChoice();
      const ui = await shown(choice);
      choice.answerAs(false, 'api', 'en');
      expect(ui.banner).to.be.null;
      choice.forget();
      expect(ui.banner).to.be.null;
      await shown(choice, 'banner');
      expect(ui.banner).not.to.be.null;
    });

    it('invariant 15: is never a scroll, a key on the page, or closing', async () => {
      const choice = fakeChoice();
      const ui = await shown(choice);
      window.scrollTo(0, 1000);
      await sendKeys({press: 'Escape'}).catch(() => {});
      ui.host.hide();
      await rest();
      expect(ui.banner).not.to.be.null;
      expect(answers(choice)).to.deep.equal([]);
    });
  });

  it('shows no banner where nothing is left to ask', async () => {
    const choice = fakeChoice();
    choice.answerAs(false, 'api', 'en');
    expect((await shown(choice)).banner).to.be.null;
  });

  describe('announcing', () => {
    const announced = (choice: ReturnType<typeof fakeChoice>) =>
      choice.calls.filter(({call}) => call === 'announce');

    it('tells each layer once, when it is on the screen', async () => {
      const choice = fakeChoice();
      await shown(choice);
      await nextFrame();
      await shown(choice, 'banner');
      await nextFrame();
      expect(announced(choice)).to.deep.equal([{call: 'announce', layer: 'banner'}]);
      await shown(choice, 'preferences');
      await nextFrame();
      expect(announced(choice)).to.have.length(2);
    });

    it('tells nothing of a banner that is hidden by a content blocker', async () => {
      const choice = fakeChoice();
      const style = document.createElement('style');
      style.textContent = 'consent-choice{display:none!important}';
      document.body.append(style);
      await shown(choice);
      await nextFrame();
      expect(announced(choice)).to.deep.equal([]);
      expect(document.body.style.paddingBottom).to.equal('');
    });
  });

  describe('room for the banner', () => {
    /** The room is made a frame after the banner has got its size. */
    const roomMade = () => nextFrame().then(nextFrame);
    const bottom = () => parseFloat(getComputedStyle(document.body).paddingBottom);

    it('is as high as the banner, added to what the page has', async () => {
      document.body.style.paddingBottom = '7px';
      const ui = await shown(fakeChoice());
      await roomMade();
      const room = innerHeight - ui.banner!.getBoundingClientRect().top;
      expect(bottom()).to.be.closeTo(7 + room, 1);
      expect(parseFloat(document.documentElement.style.scrollPaddingBottom)).to.be.closeTo(room, 1);
    });

    it('follows the height of the banner', async () => {
      const ui = await shown(fakeChoice());
      await roomMade();
      const before = bottom();
      ui.banner!.style.setProperty('--consent-width', '300px');
      await roomMade();
      expect(bottom()).to.be.greaterThan(before);
    });

    for (const [how, go] of [
      [
        'an answer',
        (host: ConsentChoice) =>
          host.shadowRoot!.querySelector<HTMLElement>('[data-action=reject]')!.click(),
      ],
      ['removal by us', (host: ConsentChoice) => host.clear()],
      ['removal by the page', (host: ConsentChoice) => host.remove()],
      ['being hidden', (host: ConsentChoice) => host.style.setProperty('display', 'none')],
    ] as const) {
      it(`is given back after ${how}`, async () => {
        document.body.style.paddingBottom = '7px';
        const {host} = await shown(fakeChoice());
        await roomMade();
        go(host);
        await roomMade();
        expect(document.body.style.paddingBottom).to.equal('7px');
        expect(document.documentElement.style.scrollPaddingBottom).to.equal('');
      });
    }
  });

  describe('its language', () => {
    const letters = (text: string) =>
      text.replace(/__Host-consent-gate|cookie|IMPER Group|mail@example\.com|[^\p{L}]/giu, '');

    it('is written on the host', async () => {
      const choice = fakeChoice();
      choice.speak('ru');
      const {host} = await shown(choice);
      expect(host.lang).to.equal('ru');
      expect(host.dir).to.equal('ltr');
    });

    it('changes with the page, and leaves no old text, not even a translator’s', async () => {
      const choice = fakeChoice({
        categories: [
          {id: 'necessary', services: []},
          {id: 'analytics', services: []},
        ],
      });
      const ui = await shown(choice);
      await shown(choice, 'preferences');
      const {dialog} = ui;
      // What a translator does: an element of its own in the place of a text node.
      for (const button of ui.all('[data-action=accept],h2')) {
        button.innerHTML = '<font>Alles annehmen</font>';
      }
      choice.speak('ru');
      document.documentElement.lang = 'ru';
      await rest();
      expect(ui.dialog).to.equal(dialog);
      expect(dialog!.open).to.be.true;
      expect(letters(ui.text('banner') + ui.text('preferences'))).to.match(
        /^\p{Script=Cyrillic}+$/u,
      );
      expect(ui.button('reject').textContent.trim()).to.equal(ru.reject);
      expect(ui.host.lang).to.equal('ru');
    });

    it('keeps the switches as they were moved', async () => {
      const choice = fakeChoice();
      const ui = await shown(choice, 'preferences');
      ui.toggle('yandex-metrica').click();
      choice.speak('ru');
      document.documentElement.lang = 'ru';
      await rest();
      expect(ui.toggle('yandex-metrica').checked).to.be.true;
      expect(ui.toggle('analytics').indeterminate).to.be.true;
      expect(ui.toggle('helpdesk').checked).to.be.false;
    });

    it('stays where the new one cannot be fetched', async () => {
      const choice = fakeChoice({
        messages: (language) =>
          language === 'en' ? Promise.resolve(en) : Promise.reject(new Error()),
      });
      const ui = await shown(choice);
      choice.speak('ru');
      document.documentElement.lang = 'ru';
      await rest();
      expect(ui.text('banner')).to.contain(en.title);
    });

    it('may have been switched before the first text is there', async () => {
      const choice = fakeChoice();
      const showing = shown(choice);
      choice.speak('ru');
      expect((await showing).text('banner')).to.contain(ru.title);
    });
  });

  it('renders a text as text, wherever it stands', async () => {
    const evil = '<img src=x onerror="window.evil=1">';
    const service = {
      id: 'evil',
      name: evil,
      vendor: evil,
      country: evil,
      purposes: [evil],
      subQuestions: [{id: 'evil:part', purposes: [evil]}],
      cookies: [{name: evil, days: 1, purpose: evil}],
      storage: [evil],
    };
    const bad = Object.fromEntries(
      Object.entries(en).map(([key, text]) => [key, `${text as string}${evil}`]),
    ) as unknown as typeof en;
    const choice = fakeChoice({
      categories: [
        {id: 'necessary', services: [service], description: evil},
        {id: 'own', title: evil, description: {en: evil}, services: [service]},
      ],
      policy: {url: 'javascript:window.evil=1', version: evil},
      consent: {url: ' java\nscript:window.evil=1', version: evil},
      operator: {name: {en: evil}, email: `${evil}@example.com`, country: evil},
      privacySignal: true,
      messages: () => Promise.resolve(bad),
      preferences: () =>
        Promise.resolve([
          {createPreferences},
          Promise.resolve({
            details: {
              id: 'evil',
              policyUrl: 'data:text/html,<script>1</script>',
              cookies: [],
              storage: [],
            },
          }),
        ]),
    });
    const ui = await shown(choice);
    await shown(choice, 'preferences');
    await rest();
    expect(ui.all('img')).to.deep.equal([]);
    expect(ui.all('a:not([href^="mailto:"])').every((link) => !link.hasAttribute('href'))).to.be
      .true;
    expect(ui.text('banner')).to.contain(evil);
    expect('evil' in window).to.be.false;
  });

  it('gives the focus back when all is taken away', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const ui = await shown(fakeChoice(), 'preferences');
    expect(document.activeElement === ui.host).to.be.true;
    ui.host.clear();
    expect(document.activeElement === field).to.be.true;
    expect(ui.host.shadowRoot!.childElementCount).to.equal(0);
  });

  describe('preferences that come late', () => {
    /** A choice whose preferences are on their way until they are let in. */
    const late = () => {
      let arrive = () => {};
      const held = new Promise<void>((resolve) => (arrive = resolve));
      const {preferences} = fakeChoice();
      const choice = fakeChoice({preferences: () => held.then(preferences)});
      return {choice, arrive};
    };

    for (const [what, act] of [
      ['have been answered', (ui: ShownChoice) => ui.button('reject').click()],
      ['were closed again', (ui: ShownChoice) => ui.host.hide()],
    ] as const) {
      it(`do not open where the questions ${what} meanwhile`, async () => {
        const {choice, arrive} = late();
        const ui = await shown(choice);
        const opening = shown(choice, 'preferences');
        act(ui);
        arrive();
        await opening;
        expect(ui.dialog?.open ?? false).to.be.false;
      });
    }

    it('open also where a banner is due meanwhile', async () => {
      const {choice, arrive} = late();
      const opening = shown(choice, 'preferences');
      await shown(choice);
      arrive();
      const ui = await opening;
      expect(ui.dialog!.open).to.be.true;
      expect(ui.banner).not.to.be.null;
    });

    it('open over a banner that was asked for before, which is still there when they close', async () => {
      const {choice, arrive} = late();
      const opening = Promise.all([shown(choice), shown(choice, 'preferences')]);
      arrive();
      const [ui] = await opening;
      expect(ui.dialog!.open).to.be.true;
      ui.host.hide();
      expect(ui.banner).not.to.be.null;
    });

    it('stay open where a banner is asked for that has nothing to ask', async () => {
      const choice = fakeChoice();
      choice.answerAs(false, 'api', 'en');
      const ui = await shown(choice, 'preferences');
      await shown(choice);
      expect(ui.dialog!.open).to.be.true;
      expect(ui.banner).to.be.null;
    });
  });

  it('fetches the preferences again where that has failed', async () => {
    let online = false;
    const {preferences} = fakeChoice();
    const choice = fakeChoice({
      preferences: () => (online ? preferences() : Promise.reject(new Error('offline'))),
    });
    const failed = await shown(choice, 'preferences').catch((error: Error) => error.message);
    expect(failed).to.equal('offline');
    online = true;
    const ui = await shown(choice, 'preferences');
    expect(ui.dialog!.open).to.be.true;
  });
});

import {expect} from '@open-wc/testing';
import {messages as en} from '../../../src/locales/en.js';
import {noticeMessages} from '../../../src/locales/notice.js';
import {showNotice} from '../../../src/notice.js';
import {violations} from '../../helpers/axe.js';
import {fakeChoice, type FakeChoice} from '../../helpers/fake-choice.js';
import {nextFrame} from '../../helpers/next-frame.js';
import {cleanUp, shown, ShownChoice} from '../../helpers/shown-choice.js';
import {until} from '../../helpers/until.js';

const english = noticeMessages['en'];
const russian = noticeMessages['ru'];

describe('the notice of a reload', () => {
  let reloads: number;
  beforeEach(() => {
    reloads = 0;
    document.title = 'A page';
    const main = document.createElement('main');
    main.append(document.createElement('h1'), document.createElement('input'));
    main.querySelector('h1')!.textContent = 'A page';
    main.querySelector('input')!.ariaLabel = 'A field';
    document.body.append(main);
  });
  afterEach(cleanUp);

  const noticeOf = async (choice: FakeChoice): Promise<ShownChoice> => {
    let host = document.querySelector('consent-choice');
    if (!host) document.body.prepend((host = document.createElement('consent-choice')));
    await showNotice(host.shadowRoot!, choice, () => void reloads++);
    return new ShownChoice(host);
  };
  const region = (ui: ShownChoice) => ui.find('[part=notice]');
  const status = (ui: ShownChoice) => ui.find('[part=notice] [role=status]')!;
  const button = (ui: ShownChoice, action: string) =>
    ui.find<HTMLButtonElement>(`[part=notice] [data-action=${action}]`)!;

  it('says what waits and what a reload costs, after it has come: so it is read out', async () => {
    const ui = await noticeOf(fakeChoice());
    expect(status(ui).textContent).to.equal('');
    await until('it is said', () => status(ui).textContent === english.waiting);
    expect(button(ui, 'reload').textContent).to.equal(english.reload);
    expect(button(ui, 'close').textContent).to.equal(en.close);
    expect(region(ui)!.ariaLabel).to.equal(en.open);
  });

  it('is seen when it has its text, and not before: it does not grow before anybody’s eyes', async () => {
    const ui = await noticeOf(fakeChoice());
    const look = () => {
      const {opacity, pointerEvents} = getComputedStyle(region(ui)!);
      return {opacity, pointerEvents, said: status(ui).textContent !== ''};
    };
    expect(look()).to.deep.equal({opacity: '0', pointerEvents: 'none', said: false});
    await until('it is said', () => status(ui).textContent !== '');
    expect(look()).to.deep.equal({opacity: '1', pointerEvents: 'auto', said: true});
  });

  it('is there once, however often it is asked for', async () => {
    const choice = fakeChoice();
    const ui = await noticeOf(choice);
    const first = region(ui);
    await noticeOf(choice);
    expect(ui.all('[part=notice]')).to.deep.equal([first]);
  });

  it('reloads at the click on its button alone, and stays where the page refuses to go', async () => {
    const ui = await noticeOf(fakeChoice());
    expect(reloads).to.equal(0);
    button(ui, 'reload').click();
    expect(reloads).to.equal(1);
    expect(region(ui)).not.to.be.null;
  });

  it('takes no focus, and gives it back when it is closed', async () => {
    const field = document.querySelector('input')!;
    field.focus();
    const ui = await noticeOf(fakeChoice());
    expect(document.activeElement === field).to.be.true;
    button(ui, 'close').focus();
    button(ui, 'close').click();
    expect(region(ui)).to.be.null;
    expect(document.activeElement === field).to.be.true;
    expect(reloads).to.equal(0);
  });

  it('is in the way of no focused field, and gives its room back', async () => {
    const {style} = document.documentElement;
    const ui = await noticeOf(fakeChoice());
    await until('it is said', () => status(ui).textContent === english.waiting);
    const {bottom} = region(ui)!.getBoundingClientRect();
    await until('there is room', () => Math.abs(parseFloat(style.scrollPaddingTop) - bottom) < 1);
    button(ui, 'close').click();
    await until('the room is given back', () => style.scrollPaddingTop === '');
  });

  it('goes with everything else', async () => {
    const {style} = document.documentElement;
    const ui = await noticeOf(fakeChoice());
    await until('there is room', () => style.scrollPaddingTop !== '');
    ui.host.clear();
    expect(region(ui)).to.be.null;
    await until('the room is given back', () => style.scrollPaddingTop === '');
  });

  it('follows the language of the page, in the owner’s words where there are any', async () => {
    const {messages} = fakeChoice();
    const choice = fakeChoice({
      messages: async (language) => ({...(await messages(language)), reload: `now, ${language}`}),
    });
    const ui = await noticeOf(choice);
    await until('it is said', () => status(ui).textContent === english.waiting);
    choice.speak('ru');
    document.documentElement.lang = 'ru';
    await until('it is said', () => status(ui).textContent === russian.waiting);
    expect(button(ui, 'reload').textContent).to.equal('now, ru');
    expect(region(ui)!.lang).to.equal('ru');
  });

  it('stands clear of the banner', async () => {
    const choice = fakeChoice();
    await shown(choice);
    const ui = await noticeOf(choice);
    await until('it is said', () => status(ui).textContent !== '');
    await nextFrame();
    expect(region(ui)!.getBoundingClientRect().bottom).to.be.below(
      ui.banner!.getBoundingClientRect().top,
    );
  });

  for (const language of ['en', 'ru']) {
    for (const theme of ['light', 'dark'] as const) {
      it(`axe finds nothing: ${language}, ${theme}`, async () => {
        document.documentElement.lang = language;
        const choice = fakeChoice({theme});
        choice.speak(language);
        await shown(choice);
        const ui = await noticeOf(choice);
        await until('it is said', () => status(ui).textContent !== '');
        expect(await violations()).to.deep.equal([]);
      });
    }
  }

  it('has buttons that are at least 44 px high and wide', async () => {
    const ui = await noticeOf(fakeChoice());
    for (const action of ['reload', 'close']) {
      const {width, height} = button(ui, action).getBoundingClientRect();
      expect(Math.min(width, height), action).to.be.at.least(44);
    }
  });
});

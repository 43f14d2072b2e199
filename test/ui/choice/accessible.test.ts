import {expect} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import type {Layer} from '../../../src/decision/choice.js';
import {violations} from '../../helpers/axe.js';
import {fakeChoice} from '../../helpers/fake-choice.js';
import {cleanUp, shown} from '../../helpers/shown-choice.js';

/** @returns whether the engine can do it. */
async function emulate(
  feature: string,
  media: Parameters<typeof emulateMedia>[0],
): Promise<boolean> {
  try {
    await emulateMedia(media);
  } catch {
    return false;
  }
  return matchMedia(feature).matches;
}

describe('accessibility', () => {
  beforeEach(() => {
    document.title = 'A page';
    const main = document.createElement('main');
    const heading = document.createElement('h1');
    heading.textContent = 'A page';
    main.append(heading);
    document.body.append(main);
  });
  afterEach(cleanUp);

  for (const layer of ['banner', 'preferences'] satisfies Layer[]) {
    for (const language of ['en', 'ru']) {
      for (const theme of ['light', 'dark'] as const) {
        it(`axe finds nothing: ${layer}, ${language}, ${theme}`, async () => {
          document.documentElement.lang = language;
          const choice = fakeChoice({
            theme,
            privacySignal: true,
            consent: {url: '/consent', version: '1'},
          });
          choice.speak(language);
          choice.answer({helpdesk: true});
          const ui = await shown(choice, layer);
          for (const details of ui.all<HTMLDetailsElement>('details')) details.open = true;
          // The dialog fades in.
          await Promise.all(document.getAnimations().map((animation) => animation.finished));
          expect(await violations()).to.deep.equal([]);
        });
      }
    }
  }

  it('buttons and switches are at least 44 px high or wide enough to hit', async () => {
    const ui = await shown(fakeChoice(), 'preferences');
    for (const button of ui.all('button')) {
      const {width, height} = button.getBoundingClientRect();
      expect(Math.min(width, height), button.dataset['action']).to.be.at.least(44);
    }
    for (const toggle of ui.all('input')) {
      // The switch is 44 × 26 in a row of its own of 44.
      const row = toggle.parentElement!.getBoundingClientRect();
      expect(row.height).to.be.at.least(44);
      expect(toggle.getBoundingClientRect().width).to.be.at.least(44);
    }
    for (const link of ui.all('a,summary')) {
      expect(link.getBoundingClientRect().height).to.be.at.least(24);
    }
  });

  it('nothing moves for who wants no motion', async function () {
    if (!(await emulate('(prefers-reduced-motion: reduce)', {reducedMotion: 'reduce'})))
      this.skip();
    try {
      const ui = await shown(fakeChoice(), 'preferences');
      ui.toggle('analytics').click();
      expect(ui.host.shadowRoot!.getAnimations()).to.deep.equal([]);
    } finally {
      await emulateMedia({reducedMotion: 'no-preference'});
    }
  });

  it('buttons have an edge and switches a shape in forced colours', async function () {
    if (!(await emulate('(forced-colors: active)', {forcedColors: 'active'}))) this.skip();
    try {
      const ui = await shown(fakeChoice(), 'preferences');
      for (const button of ui.all('button')) {
        expect(getComputedStyle(button).borderTopStyle).to.equal('solid');
      }
      for (const toggle of ui.all('input')) {
        expect(getComputedStyle(toggle).appearance).to.equal('auto');
      }
    } finally {
      await emulateMedia({forcedColors: 'none'});
    }
  });

  it('is not printed', async function () {
    const ui = await shown(fakeChoice());
    if (!(await emulate('print', {media: 'print'}))) this.skip();
    try {
      expect(getComputedStyle(ui.host).display).to.equal('none');
    } finally {
      await emulateMedia({media: 'screen'});
    }
  });

  it('reads from right to left where the language does', async () => {
    const choice = fakeChoice();
    const {messages} = choice;
    const arabic = {...choice, language: () => 'ar', messages: () => messages('en')};
    const ui = await shown(arabic);
    expect(ui.host.dir).to.equal('rtl');
    expect(ui.button('reject').getBoundingClientRect().left).to.be.greaterThan(
      ui.button('accept').getBoundingClientRect().left - 1,
    );
  });
});

import {expect} from '@open-wc/testing';
import {fakeChoice} from '../../helpers/fake-choice.js';
import {listenToConsole, type ConsoleCalls} from '../../helpers/console-calls.js';
import {cleanUp, shown, type ShownChoice} from '../../helpers/shown-choice.js';
import {until} from '../../helpers/until.js';

const LIGHT = ['rgb(28, 30, 34)', 'rgb(255, 255, 255)'];
const DARK = ['rgb(241, 242, 244)', 'rgb(28, 30, 34)'];

describe('colours of the owner', () => {
  let said: ConsoleCalls;
  let style: HTMLStyleElement;
  beforeEach(() => {
    said = listenToConsole();
    style = document.createElement('style');
    document.head.append(style);
  });
  afterEach(() => {
    said.restore();
    style.remove();
    cleanUp();
  });
  const give = (colours: string) => (style.textContent = `consent-choice { ${colours} }`);
  const colours = (ui: ShownChoice) => {
    const {color, backgroundColor} = getComputedStyle(ui.banner!);
    return [color, backgroundColor];
  };

  // Each is told of once in a page, so none is the same as another.
  for (const [notation, text] of Object.entries({
    named: '--consent-text: gainsboro; --consent-background: ivory',
    'with an opacity': '--consent-text: #0006; --consent-background: rgb(250 250 250 / 98%)',
    hsl: '--consent-text: hsl(120 100% 70%); --consent-background: #fefefe',
    oklch: '--consent-text: oklch(80% 0.1 200); --consent-background: oklch(97% 0.01 200)',
    lab: '--consent-text: lab(80 10 10); --consent-background: lab(95 0 none)',
    'display-p3': '--consent-text: color(display-p3 1 1 0); --consent-background: white',
    'color-mix':
      '--consent-text: color-mix(in oklab, white 60%, green); --consent-background: snow',
    'of a variable':
      '--brand: #cde; --consent-text: var(--brand); --consent-background: color-mix(in srgb, var(--brand), white)',
    'a background that lets the page through':
      '--consent-background: #ffffff80; --consent-text: #111',
    transparent: '--consent-background: transparent',
    'no colour at all': '--consent-accent: as loud as can be',
    'text of less weight': '--consent-muted: #aaa',
    'focus ring': '--consent-focus: #ccc',
    'a focus ring of no colour': '--consent-focus: none of them',
    'a background in which a switch is lost': '--consent-background: #8a919c; --consent-text: #000',
    button: '--consent-accent: #fafafa; --consent-accent-text: #222',
    'text on a button': '--consent-accent: #229; --consent-accent-text: #55b',
    'one that is important': '--consent-text: #eee !important',
  })) {
    it(`too faint are replaced, and told of once: ${notation}`, async () => {
      give(text);
      const ui = await shown(fakeChoice({theme: 'light'}));
      await until('the owner is told', () => said.warnings.length > 0);
      expect(colours(ui)).to.deep.equal(LIGHT);
      expect(getComputedStyle(ui.button('accept')).backgroundColor).to.equal(LIGHT[0]);
      expect(said.warnings).to.have.length(1);
      expect(said.warnings[0]).to.match(
        /^consent-gate: too faint, our colours are shown instead: .*--consent-[\w-]+ #\w{6}.* has [\d.]+:1 of (3|4\.5):1/,
      );
      // The preferences, too, and no sample is left.
      await ui.host.show(fakeChoice({theme: 'light'}), 'preferences');
      expect(ui.all('section, i')).to.have.length(1);
      expect(said.warnings).to.have.length(1);
    });
  }

  it('that can be told apart are left in peace, in any notation', async () => {
    const {matchMedia} = window;
    let looks = 0;
    window.matchMedia = (query) => {
      if (query.includes('forced')) looks++;
      return matchMedia.call(window, query);
    };
    try {
      for (const good of [
        '--consent-accent: #1967d2; --consent-accent-text: #fff',
        '--consent-text: oklch(30% 0.1 200); --consent-background: color(display-p3 1 1 0.9)',
        '--consent-text: black; --consent-background: rgb(255 255 255 / 90%)',
        '--consent-border: #eee; --consent-muted: #555; --consent-focus: rebeccapurple',
        '--consent-background: linear-gradient(#fff, #eee); --consent-accent-text: #fff',
        '--consent-accent: #fff; --consent-accent-text: #000; --consent-background: #123; --consent-text: #fff',
        // Pale at first, as what fades in.
        '--consent-accent: #1967d3 } @keyframes pale { from { color: #ddd; background: #eee } }' +
          'consent-choice::part(banner), consent-choice::part(button) { animation: pale 60s paused',
      ]) {
        give(good);
        looks = 0;
        const ui = await shown(fakeChoice({theme: 'light'}));
        const before = colours(ui);
        // It listens, and looks.
        await until('they are measured', () => looks > 1);
        expect(colours(ui)).to.deep.equal(before);
        cleanUp();
      }
    } finally {
      window.matchMedia = matchMedia;
    }
    expect(said.warnings).to.deep.equal([]);
  });

  it('are names of the properties that were given, and both colours', async () => {
    give('--consent-accent: #ffff01');
    await shown(fakeChoice({theme: 'light'}));
    await until('the owner is told', () => said.warnings.length > 0);
    expect(said.warnings[0]).to.equal(
      'consent-gate: too faint, our colours are shown instead: ' +
        'background #ffffff on --consent-accent #ffff01 has 1.07:1 of 4.5:1; ' +
        '--consent-accent #ffff01 on background #ffffff has 1.07:1 of 3:1',
    );
  });

  it('are looked at again when they change, and give way to ours of the theme', async () => {
    give('--consent-text: #fed; --consent-background: #fee');
    const ui = await shown(fakeChoice({theme: 'dark'}));
    await until('the owner is told', () => said.warnings.length > 0);
    expect(colours(ui)).to.deep.equal(DARK);
    give('--consent-text: #400; --consent-background: #fee');
    await until('the better colours show', () => colours(ui)[0] === 'rgb(68, 0, 0)');
    give('--consent-text: #fed; --consent-background: #fee');
    await until('ours show', () => colours(ui)[0] === DARK[0]);
    expect(said.warnings).to.have.length(1);
  });

  it('of a ::part rule are told of and left', async () => {
    style.textContent = 'consent-choice::part(button) { background: #bbc; color: #aab; border: 0 }';
    const ui = await shown(fakeChoice({theme: 'light'}));
    await until('the owner is told', () => said.warnings.length > 0);
    expect(said.warnings).to.deep.equal([
      'consent-gate: too faint, left as a ::part rule has it: ' +
        '::part(button) #aaaabb on #bbbbcc has 1.2:1 of 4.5:1; ' +
        '::part(button) #bbbbcc on #ffffff has 1.89:1 of 3:1',
    ]);
    expect(getComputedStyle(ui.button('reject')).color).to.equal('rgb(170, 170, 187)');
  });

  it('do not give way to ours where a ::part rule would make those the fainter ones', async () => {
    style.textContent =
      'consent-choice { --consent-text: #fff; --consent-accent-text: #eee; --consent-accent: #fff }' +
      'consent-choice::part(banner), consent-choice::part(preferences) { background: #111 }';
    const ui = await shown(fakeChoice({theme: 'light'}));
    await until('the owner is told', () => said.warnings.length > 0);
    expect(said.warnings[0]).to.contain('left as a ::part rule has it');
    expect(colours(ui)).to.deep.equal(['rgb(255, 255, 255)', 'rgb(17, 17, 17)']);
  });
});

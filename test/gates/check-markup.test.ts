import {expect} from '@open-wc/testing';
import {checkMarkup} from '../../src/gates/check-markup.js';
import {listenToConsole, type ConsoleCalls} from '../helpers/console-calls.js';

const known = (id: string) =>
  ['necessary', 'shop', 'analytics', 'yandex-metrica', 'yandex-metrica:webvisor'].includes(id);

describe('the check of gated markup', () => {
  let host: HTMLElement;
  let spoken: ConsoleCalls;
  beforeEach(() => {
    spoken = listenToConsole();
    host = document.createElement('div');
    document.body.append(host);
  });
  afterEach(() => {
    spoken.restore();
    host.remove();
  });

  const said = (html: string) => {
    host.innerHTML = html;
    checkMarkup(known);
    return [...spoken.warnings];
  };

  for (const [html, ...told] of [
    [
      '<iframe data-consent="analytics" src="about:blank#film"></iframe>',
      '<iframe data-consent="analytics" src="about:blank#film"> waits for nothing: write data-src instead of src',
    ],
    [
      '<link data-consent="shop" href="data:text/css,">',
      '<link data-consent="shop" href="data:text/css,"> waits for nothing: write data-href instead of href',
    ],
    [
      '<script data-consent="analytics" id="early">early()</script>',
      '<script data-consent="analytics" id="early"> waits for nothing: write type="text/plain"',
    ],
    [
      '<script data-consent="analytics" type="module">early()</script>',
      'data-type="module" where it is a module',
    ],
    [
      '<script type="text/plain" data-consent="statistics" data-src="/a.js"></script>',
      '<script data-consent="statistics" data-src="/a.js"> stays shut: this site asks for no "statistics"',
    ],
    ['<svg><script data-consent="analytics" href="data:,"></script></svg>', 'a script of HTML'],
    ['<p data-consent="analytics,functional"></p>', 'no "analytics,functional" (write ids'],
    ['<p data-consent="!Analytics yandex-metrica x"></p>', 'no "Analytics", "x" (write ids'],
    [
      '<div data-consent="analytics"><p><img alt="" src="data:,"></p></div>',
      '<div data-consent="analytics"> holds nothing back: write data-consent onto <img> itself',
    ],
    [
      '<script type="text/plain" data-consent="analytics" data-consent-after="maps here">x()</script>',
      'waits for ever: there is no gated script with the id "maps", "here" that data-consent-after names',
    ],
    ['<p data-consent=" "></p>', '<p data-consent=" "> stays shut: write a category or service'],
  ] as const) {
    it(`tells of ${html}`, () => {
      const lines = said(html);
      expect(lines).to.have.length(1);
      for (const part of told) expect(lines[0]).to.contain(part);
      checkMarkup(known);
      expect(spoken.warnings, 'once').to.have.length(1);
    });
  }

  for (const html of [
    '<script type="text/plain" data-consent="analytics">late()</script>',
    '<script type="text/plain" data-type="module" data-consent="!yandex-metrica">late()</script>',
    '<script type="text/plain" data-consent="yandex-metrica:webvisor analytics" data-src="/a.js"></script>',
    '<iframe data-consent="necessary shop" data-src="/a"></iframe>',
    '<iframe data-consent="analytics" data-src="about:blank" src="about:blank"></iframe>',
    // As they are after they have run.
    '<script type="" data-consent="analytics" data-src="data:," src="data:,"></script>',
    '<script type="module" data-type="module" data-consent="analytics"></script>',
    '<form data-consent="x"><input name="getAttribute"></form>',
    '<p>Nothing gated</p>',
  ]) {
    it(`says nothing of ${html}`, () => {
      expect(said(html)).to.deep.equal([]);
    });
  }

  it('names a long address in short', () => {
    const [line] = said(
      `<iframe data-consent="x" data-src="https://a.example/${'a'.repeat(5000)}">`,
    );
    expect(line!.length).to.be.below(400);
  });
});

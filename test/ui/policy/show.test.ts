import {expect} from '@open-wc/testing';
import type {Block} from '../../../src/ui/policy/blocks.js';
import {toHtml} from '../../../src/ui/policy/to-html.js';
import {toMarkdown} from '../../../src/ui/policy/to-markdown.js';
import {toNodes} from '../../../src/ui/policy/to-nodes.js';

const HOSTILE = '<img src=x onerror=alert(1)> & "quotes" \'too\' `code` *bold* [x](y) | pipe';
const blocks: readonly Block[] = [
  {kind: 'heading', level: 1, text: HOSTILE},
  {
    kind: 'paragraph',
    parts: [
      HOSTILE,
      {text: HOSTILE, href: 'https://example.com/?a="b"&c=<d>'},
      {text: 'letter', href: 'mailto:a@example.com?subject=x'},
      {text: 'own', href: '/consent'},
      {text: 'bad', href: 'javascript:alert(1)'},
      {text: 'hidden', href: ' java\nscript:alert(1)'},
      {code: HOSTILE},
    ],
  },
  {kind: 'list', items: [[HOSTILE], ['two']]},
  {
    kind: 'table',
    caption: HOSTILE,
    head: ['Name', HOSTILE],
    rows: [[[{code: '_ga|*'}], [HOSTILE]]],
  },
  {kind: 'settings', text: HOSTILE},
];

/** What a browser makes of it. */
const fragment = (html: string) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
};
const shape = (root: ParentNode) => [...root.querySelectorAll('*')].map(({localName}) => localName);

describe('a document of blocks', () => {
  it('is HTML in which every text is text, and every address one of the web or a mailbox', () => {
    const root = fragment(toHtml(blocks, {language: 'en', direction: 'ltr'}));
    expect(root.querySelectorAll('img, script')).to.have.length(0);
    expect(root.querySelector('h1')!.textContent).to.equal(HOSTILE);
    expect([...root.querySelectorAll('a')].map((a) => a.getAttribute('href'))).to.deep.equal([
      'https://example.com/?a="b"&c=<d>',
      'mailto:a@example.com?subject=x',
      '/consent',
    ]);
    expect(root.querySelector('p')!.textContent).to.include('badhidden');
    expect(root.querySelector('td')!.textContent).to.equal(HOSTILE);
    expect(root.querySelector('[data-consent-open]')!.textContent).to.equal(HOSTILE);
    const article = root.querySelector('article')!;
    expect(article.lang).to.equal('en');
    expect(article.dir).to.equal('ltr');
  });

  it('is Markdown that has no markup but its own', () => {
    const text = toMarkdown(blocks);
    // Each mark that came from a text has its backslash.
    expect(text).to.include(`\`\` ${HOSTILE.replace('|', '\\|')} \`\``);
    expect(text.replace(/`` .*? ``|(?<!\\)`[^`]*`/g, '')).not.to.match(
      /(?<!\\)<img|(?<!\\)\*bold|(?<!\\)\[x\]/,
    );
    expect(text).to.include('# \\<img src=x');
    expect(text).to.include('[letter](<mailto:a@example.com?subject=x>)');
    expect(text).not.to.include('javascript:alert(1)>');
    const table = text.split('\n').filter((line) => line.startsWith('|'));
    const cells = table.map((line) => line.split(/(?<!\\)\|/).length);
    expect(new Set(cells).size, table.join('\n')).to.equal(1);
  });

  it('is nodes of the same shape, from the level of heading that is asked for', () => {
    const root = document.createElement('div');
    root.append(...toNodes(blocks, 3));
    expect(root.querySelectorAll('img, script')).to.have.length(0);
    expect(root.querySelector('h3')!.textContent).to.equal(HOSTILE);
    expect([...root.querySelectorAll('a[href]')]).to.have.length(3);
    const html = shape(fragment(toHtml(blocks, {language: 'en', direction: 'ltr'})));
    expect(shape(root).filter((name) => name !== 'div')).to.deep.equal(
      html.filter((name) => name !== 'article').map((name) => (name === 'h1' ? 'h3' : name)),
    );
  });
});

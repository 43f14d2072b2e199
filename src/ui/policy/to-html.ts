import type {Block, Inline} from './blocks.js';
import {isAddress} from './is-address.js';

const escape = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[sign] ?? '&#39;',
  );

const inline = (part: Inline): string => {
  if (typeof part === 'string') return escape(part);
  if ('code' in part) return `<code>${escape(part.code)}</code>`;
  const text = escape(part.text);
  return isAddress(part.href) ? `<a href="${escape(part.href)}">${text}</a>` : text;
};
const inlines = (parts: readonly Inline[]) => parts.map(inline).join('');

const row = (cells: readonly (readonly Inline[])[]) =>
  `<tr>${cells
    .map((cell, i) => (i ? `<td>${inlines(cell)}</td>` : `<th scope="row">${inlines(cell)}</th>`))
    .join('')}</tr>`;

const block = (one: Block): string => {
  switch (one.kind) {
    case 'heading':
      return `<h${one.level}>${escape(one.text)}</h${one.level}>`;
    case 'paragraph':
      return `<p>${inlines(one.parts)}</p>`;
    case 'list':
      return `<ul>\n${one.items.map((item) => `  <li>${inlines(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return [
        '<table>',
        `  <caption>${escape(one.caption)}</caption>`,
        `  <thead><tr>${one.head.map((text) => `<th scope="col">${escape(text)}</th>`).join('')}</tr></thead>`,
        '  <tbody>',
        ...one.rows.map((cells) => `    ${row(cells)}`),
        '  </tbody>',
        '</table>',
      ].join('\n');
    case 'settings':
      return `<p><button type="button" data-consent-open>${escape(one.text)}</button></p>`;
  }
};

/** A document as HTML, to stand in a page: an article, without styles. */
export const toHtml = (
  blocks: readonly Block[],
  {language, direction}: {readonly language: string; readonly direction: 'ltr' | 'rtl'},
): string =>
  [
    `<article lang="${escape(language)}" dir="${direction}">`,
    ...blocks.map(block),
    '</article>',
    '',
  ].join('\n');

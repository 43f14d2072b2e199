import type {Block, Inline} from './blocks.js';
import {isAddress} from './is-address.js';

/** Signs that Markdown (CommonMark, with tables) would take for its own. */
const escape = (text: string) => text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&').replace(/\s+/g, ' ');

/** A code span: its fence is longer than any in it. In a table a bar has its backslash there, too. */
const code = (text: string): string => {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = longest ? ' ' : '';
  return `${fence}${room}${text.replaceAll('|', '\\|')}${room}${fence}`;
};

const inline = (part: Inline): string => {
  if (typeof part === 'string') return escape(part);
  if ('code' in part) return code(part.code);
  return isAddress(part.href)
    ? `[${escape(part.text)}](<${part.href.replace(/[<>\s]/g, encodeURIComponent)}>)`
    : escape(part.text);
};
const inlines = (parts: readonly Inline[]) => parts.map(inline).join('');
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const block = (one: Block): string => {
  switch (one.kind) {
    case 'heading':
      return `${'#'.repeat(one.level)} ${escape(one.text)}`;
    case 'paragraph':
      // No list, where a text begins like one.
      return inlines(one.parts).replace(/^(\d*)([-+.)])/, '$1\\$2');
    case 'list':
      return one.items.map((item) => `- ${inlines(item)}`).join('\n');
    case 'table':
      return [
        row(one.head.map(escape)),
        row(one.head.map(() => ':--')),
        ...one.rows.map((cells) => row(cells.map(inlines))),
      ].join('\n');
    case 'settings':
      return `*${escape(one.text)}*`;
  }
};

/** A document as Markdown. */
export const toMarkdown = (blocks: readonly Block[]): string =>
  `${blocks.map(block).join('\n\n')}\n`;

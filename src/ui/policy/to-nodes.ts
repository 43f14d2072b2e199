import {element} from '../shared/element.js';
import type {Block, Inline} from './blocks.js';

const inline = (part: Inline): Node | string => {
  if (typeof part === 'string') return part;
  if ('code' in part) return element('code', {}, part.code);
  const anchor = element('a', {href: part.href}, part.text);
  // `javascript:` and its like hide behind spaces, case and control characters: ask the browser.
  return /^(https?|mailto):$/.test(anchor.protocol) ? anchor : part.text;
};

/** A document as nodes; `part`s where they stand in a shadow root, for who styles them from outside. */
export const toNodes = (
  blocks: readonly Block[],
  /** Level of the first heading, 1–6; those below are as much lower. */
  level: number,
  /** What the ids within begin with. */
  prefix = 'policy',
): Node[] =>
  blocks.map((block, i): Node => {
    switch (block.kind) {
      case 'heading':
        return element(`h${Math.min(6, block.level + level - 1)}` as 'h1', {}, block.text);
      case 'paragraph':
        return element('p', {}, ...block.parts.map(inline));
      case 'list':
        return element(
          'ul',
          {},
          ...block.items.map((item) => element('li', {}, ...item.map(inline))),
        );
      case 'settings':
        return element(
          'p',
          {class: 'settings'},
          element('button', {type: 'button', part: 'button', 'data-consent-open': ''}, block.text),
        );
      case 'table': {
        const head = block.head.map((text) => element('th', {scope: 'col'}, text));
        const rows = block.rows.map((cells) =>
          element(
            'tr',
            {},
            ...cells.map((cell, column) =>
              column
                ? element('td', {}, ...cell.map(inline))
                : element('th', {scope: 'row'}, ...cell.map(inline)),
            ),
          ),
        );
        const id = `${prefix}-${i}`;
        // A wide table in a narrow window scrolls by itself, with keys too.
        return element(
          'div',
          {class: 'table', role: 'region', tabindex: '0', 'aria-labelledby': id},
          element(
            'table',
            {},
            element('caption', {id}, block.caption),
            element('thead', {}, element('tr', {}, ...head)),
            element('tbody', {}, ...rows),
          ),
        );
      }
    }
  });

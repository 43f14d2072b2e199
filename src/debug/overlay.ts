import type {Seen} from './seen.js';
import type {Verdict} from './verdict.js';

/** A line of the overlay: things of one kind and name, of which the same is to be said. */
export interface Line extends Verdict, Pick<Seen, 'kind' | 'name'> {
  readonly count: number;
  /** One of its addresses. */
  readonly url: string;
}

const STYLES = `
  :host { all: initial; position: fixed; z-index: 2147483647; inset-block-start: 8px; inset-inline-end: 8px; max-inline-size: calc(100vw - 16px); color-scheme: light dark; }
  details { max-inline-size: 640px; max-block-size: 60vh; overflow: auto; padding: 8px 12px; border: 1px solid; border-radius: 8px; background: Canvas; color: CanvasText; font: 13px/1.5 system-ui, sans-serif; }
  summary { font-weight: 600; cursor: pointer; }
  table { inline-size: 100%; border-collapse: collapse; }
  caption { text-align: start; padding-block: 8px; }
  th, td { padding: 2px 8px 2px 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
  .leak td { font-weight: 600; }
  .leak td:last-child::before { content: '✗ '; }
  button { font: inherit; padding: 4px 12px; min-block-size: 28px; margin-inline-end: 8px; }
  textarea { inline-size: 100%; block-size: 8em; }
  @media print { :host { display: none; } }
`;

const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  more: object = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  Object.assign(element, more);
  element.append(...inside);
  return element;
};

export interface Overlay {
  /** Shows these lines. */
  update(lines: readonly Line[]): void;
  remove(): void;
}

/**
 * The overlay, for who builds the site: in English, and above everything.
 * @param report the text that its button copies
 */
export function createOverlay(report: () => string): Overlay {
  const host = make('div');
  const root = host.attachShadow({mode: 'open'});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  const summary = make('summary');
  const body = make('tbody');
  const copied = make('p', {role: 'status'});
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report());
      copied.textContent = 'Copied.';
    } catch {
      // Not allowed here: to be copied by hand.
      const text = make('textarea', {value: report(), readOnly: true, ariaLabel: 'Report'});
      copied.replaceChildren(text);
      text.select();
    }
  };
  root.append(
    make(
      'details',
      {open: true},
      summary,
      make('button', {type: 'button', textContent: 'Copy report', onclick: () => void copy()}),
      make('button', {type: 'button', textContent: 'Close', onclick: () => host.remove()}),
      copied,
      make(
        'table',
        {},
        make(
          'caption',
          {},
          'What this page has asked of other hosts, and what lies in this browser. Not in sight of a page: HttpOnly cookies, those of other hosts, and what frames of other hosts request.',
        ),
        make(
          'thead',
          {},
          make(
            'tr',
            {},
            ...['What', 'Which', 'Who allowed it'].map((title) =>
              make('th', {scope: 'col'}, title),
            ),
          ),
        ),
        body,
      ),
    ),
  );
  let shown = '';
  document.body.append(host);
  return {
    update(lines) {
      const now = JSON.stringify(lines);
      // What somebody reads or selects stays.
      if (shown === now) return;
      shown = now;
      const leaks = lines.filter(({leak}) => leak).length;
      summary.textContent = `consent-gate: ${leaks} of ${lines.length} allowed by nobody`;
      body.replaceChildren(
        ...lines.map(({kind, name, count, url, text, leak}) =>
          make(
            'tr',
            {className: leak ? 'leak' : ''},
            make('td', {}, kind + (count > 1 ? ` ×${count}` : '')),
            make('td', {title: url}, name),
            make('td', {}, text),
          ),
        ),
      );
    },
    remove: () => host.remove(),
  };
}

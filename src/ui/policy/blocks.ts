/** A piece of text, or a link: an address of the web, or of a mailbox. */
export type Inline =
  string | {readonly text: string; readonly href: string} | {readonly code: string};

/** What a document is made of; each way to show one knows these, and nothing of cookies. */
export type Block =
  | {readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string}
  | {readonly kind: 'paragraph'; readonly parts: readonly Inline[]}
  | {readonly kind: 'list'; readonly items: readonly (readonly Inline[])[]}
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** The button that leads to the settings. */
  | {readonly kind: 'settings'; readonly text: string};

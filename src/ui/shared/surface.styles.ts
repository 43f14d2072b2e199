import {css} from './css.js';

const dark = css`
  --scheme: dark;
  --background: var(--consent-background, #1c1e22);
  --text: var(--consent-text, #f1f2f4);
  --muted: var(--consent-muted, #adb3bc);
  --border: var(--consent-border, #3a3e46);
  --accent: var(--consent-accent, #f1f2f4);
  --accent-text: var(--consent-accent-text, #1c1e22);
`;

/** What banner and preferences share: colours, type, buttons, links. */
export const surfaceStyles = css`
  :host {
    position: fixed;
    inset: auto 0 0;
    z-index: var(--consent-z-index, 2147483647);
  }

  /*
   * Nothing is inherited from the page. 'medium' is the size the reader has chosen in the browser,
   * whatever the page does to rem.
   */
  section,
  dialog {
    all: initial;
    --scheme: light;
    --background: var(--consent-background, #fff);
    --text: var(--consent-text, #1c1e22);
    --muted: var(--consent-muted, #565d68);
    --border: var(--consent-border, #dfe1e5);
    --accent: var(--consent-accent, #1c1e22);
    --accent-text: var(--consent-accent-text, #fff);
    --radius: var(--consent-radius, 16px);
    position: fixed;
    box-sizing: border-box;
    visibility: inherit;
    color-scheme: var(--scheme);
    font: medium/1.5 var(--consent-font, system-ui, sans-serif);
    color: var(--text);
    background: var(--background);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    box-shadow: var(--consent-shadow, 0 8px 40px #0003);
    overflow-wrap: break-word;
  }
  @media (prefers-color-scheme: dark) {
    .auto {
      ${dark}
    }
  }
  .dark {
    ${dark}
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.2em;
    line-height: 1.3;
  }
  p {
    margin-block-start: 0.5em;
  }
  a {
    display: inline-block;
    padding-block: 0.2em;
    margin-inline-end: 1em;
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .muted {
    color: var(--muted);
  }
  .actions {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5em;
  }
  button {
    min-block-size: 44px;
    padding: 0.4em 0.5em;
    font: inherit;
    font-weight: 600;
    color: var(--accent-text);
    background: var(--accent);
    border: 1px solid var(--accent);
    border-radius: calc(var(--radius) / 1.6);
    cursor: pointer;
  }
  .quiet {
    color: inherit;
    background: none;
    border-color: var(--border);
  }
  button:hover {
    opacity: 0.85;
  }
  :focus-visible {
    outline: 2px solid var(--consent-focus, var(--text));
    outline-offset: 2px;
  }
  @media print {
    section,
    dialog {
      display: none !important;
    }
  }
`;

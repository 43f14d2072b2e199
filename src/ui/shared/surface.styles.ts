import {css} from './css.js';

const dark = css`
  --background: var(--consent-background, #1c1e22);
  --text: var(--consent-text, #f1f2f4);
  color-scheme: dark;
`;

/** What banner and preferences share: colours, type, buttons, links. */
export const surfaceStyles = css`
  :host {
    position: fixed;
    z-index: var(--consent-z-index, 2147483647);
  }

  /*
   * Nothing is inherited from the page. 'medium' is the size the reader has chosen in the browser,
   * whatever the page does to rem.
   */
  section,
  dialog {
    all: initial;
    --background: var(--consent-background, #fff);
    --text: var(--consent-text, #1c1e22);
    --accent: var(--consent-accent, var(--text));
    --accent-text: var(--consent-accent-text, var(--background));
    --border: 1px solid var(--consent-border, #8884);
    --radius: var(--consent-radius, 16px);
    position: fixed;
    box-sizing: border-box;
    visibility: inherit;
    color-scheme: light;
    font: medium/1.5 var(--consent-font, system-ui, sans-serif);
    color: var(--text);
    background: var(--background);
    border: var(--border);
    border-radius: var(--radius);
    box-shadow: var(--consent-shadow, 0 8px 40px #0003);
    overflow-wrap: anywhere;
  }
  @media (prefers-color-scheme: dark) {
    .auto {
      ${dark}
    }
  }
  .dark {
    ${dark}
  }
  .inner,
  .pane {
    flex: 1;
    display: flex;
    flex-direction: column;
    font-size: 0.9375em;
  }
  h2 {
    margin: 0;
    font-size: 1.2em;
    line-height: 1.3;
  }
  p {
    margin: 0.5em 0 0;
  }
  a {
    display: inline-block;
    padding: 0.2em 0;
    margin-inline-end: 1em;
    color: inherit;
  }
  .actions {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5em;
  }
  button {
    /* A long word makes neither of two buttons the wider one. */
    min-width: 0;
    min-height: 44px;
    padding: 0.4em 0.5em;
    font: inherit;
    font-weight: 600;
    color: var(--accent-text);
    background: var(--accent);
    border: 1px solid var(--accent);
    border-radius: calc(var(--radius) / 1.6);
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--consent-focus, var(--text));
    outline-offset: 2px;
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;

import {css} from '../shared/css.js';

/** The preferences: a dialog that scrolls inside, a sheet where there is little room. */
export const preferencesStyles = css`
  dialog {
    --edge: 1.75em;
    inset: 0;
    display: none;
    max-width: min(42em, 100% - 32px);
    height: fit-content;
    max-height: calc(100% - 32px);
    margin: auto;
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: #0009;
  }
  .pane {
    min-width: 0;
  }
  .head,
  .row {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-height: 44px;
  }
  .head {
    flex: none;
    padding: 0.75em var(--edge);
    border-bottom: var(--border);
  }
  /* It has the focus for who hears it, and is nothing to operate. */
  h2:focus {
    outline: none;
  }
  h2,
  h3,
  label,
  b {
    flex: 1;
    max-width: 100%;
  }
  /* Beside .quiet of the banner. */
  .close {
    min-width: 44px;
    margin-inline-end: -1em;
    padding: 0;
    border-color: transparent;
  }
  svg {
    display: block;
    margin: auto;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .body {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0.75em var(--edge) 1.5em;
  }
  .note {
    padding: 0.75em 1em;
    border-inline-start: 3px solid;
  }
  .card {
    margin-top: 1em;
    padding: 1em 1.25em;
    border: var(--border);
    border-radius: var(--radius);
  }
  .card p,
  h3 {
    margin: 0;
  }
  /* Where a word needs all of it, the switch stands below. */
  .row {
    flex-wrap: wrap;
  }
  h3 {
    font-size: 1.1em;
  }
  h3,
  label,
  b {
    font-weight: 600;
  }
  label::first-letter {
    text-transform: uppercase;
  }
  .part {
    margin-top: 0.5em;
    padding-inline-start: 1em;
    border-inline-start: var(--border);
  }
  .part label {
    font-weight: 400;
  }
  .muted,
  .state,
  thead th {
    color: var(--consent-muted, color-mix(in srgb, var(--text) 75%, var(--background)));
  }
  .state,
  table {
    font-size: 0.9em;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    margin-top: 0.75em;
    padding-top: 0.5em;
    border-top: var(--border);
  }

  input {
    appearance: none;
    flex: none;
    width: 44px;
    height: 26px;
    margin: 9px 0;
    padding: 3px;
    border-radius: 13px;
    background: #7b828d;
    cursor: pointer;
  }
  input::before {
    content: '';
    display: block;
    width: 20px;
    height: 20px;
    border-radius: 13px;
    background: #fff;
  }
  input:indeterminate::before {
    margin-inline-start: 9px;
  }
  input:checked {
    background: var(--accent);
  }
  input:checked::before {
    margin-inline-start: 18px;
    background: var(--accent-text);
  }

  summary {
    padding: 11px 0;
    cursor: pointer;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.4em 0;
    padding-inline-end: 0.75em;
    border-top: var(--border);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  th:first-child {
    width: 50%;
  }
  code {
    direction: ltr;
    unicode-bidi: isolate;
    font: 0.95em monospace;
  }

  .pane > .actions {
    grid-template-columns: 1fr 1fr 1fr;
    padding: 1em var(--edge);
    border-top: var(--border);
  }
  /* Accept and reject stay in one row, or a long word would make one of them the higher one. */
  @media (max-width: 40em) {
    dialog {
      --edge: 1.25em;
      top: auto;
      max-width: none;
    }
    .pane > .actions {
      grid-template-columns: 1fr 1fr;
    }
    [data-action='save'] {
      grid-column: 1 / -1;
    }
  }
  /* A phone on its side, or large type on any. */
  @media (max-height: 21em), (max-width: 15em) {
    .pane {
      overflow: auto;
    }
    .body {
      overflow: visible;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    input::before {
      transition: margin 0.15s;
    }
  }
  @media (forced-colors: active) {
    input {
      all: revert;
      width: 24px;
      height: 24px;
    }
    input::before {
      content: none;
    }
  }
`;

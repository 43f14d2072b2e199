import {css} from '../shared/css.js';

/** The preferences: a dialog that scrolls inside, a sheet where there is little room. */
export const preferencesStyles = css`
  dialog {
    inset: 0;
    display: none;
    inline-size: calc(100% - 32px);
    max-inline-size: 42em;
    block-size: fit-content;
    max-block-size: calc(100% - 32px);
    margin: auto;
    overflow: hidden;
    container-type: inline-size;
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: #0009;
  }
  .pane {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    font-size: 0.9375em;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    padding-block: 0.75em;
    padding-inline: 1.75em 0.75em;
    border-block-end: var(--border);
  }
  /* Beside .quiet of the banner. */
  .close {
    min-inline-size: 44px;
    padding: 0;
    border-color: transparent;
  }
  svg {
    display: block;
    inline-size: 20px;
    margin: auto;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .body {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 1.25em 1.75em 1.5em;
  }
  .body > :first-child {
    margin: 0;
  }
  .note {
    padding: 0.75em 1em;
    border-inline-start: 3px solid var(--text);
  }
  .card {
    margin-block-start: 1em;
    padding: 1em 1.25em;
    border: var(--border);
    border-radius: 12px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 44px;
  }
  label,
  .row > h3,
  b {
    flex: 1;
    font-weight: 600;
  }
  .part {
    margin-block-start: 0.5em;
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--consent-border, #8884);
  }
  .part label {
    font-weight: 400;
  }
  label::first-letter {
    text-transform: uppercase;
  }
  h3 {
    margin: 0;
    font-size: 1.1em;
  }
  .card p {
    margin: 0;
  }
  .muted,
  .state,
  thead th {
    color: var(--consent-muted, color-mix(in srgb, var(--text) 72%, var(--background)));
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    margin-block-start: 0.75em;
    padding-block-start: 0.5em;
    border-block-start: var(--border);
  }

  .state {
    font-size: 0.9em;
  }
  input {
    order: 1;
    appearance: none;
    flex: none;
    position: relative;
    inline-size: 44px;
    block-size: 26px;
    margin: 9px 0;
    border-radius: 13px;
    background: #7b828d;
    cursor: pointer;
  }
  input::before {
    content: '';
    position: absolute;
    inset: 3px auto 3px 3px;
    inline-size: 20px;
    border-radius: 50%;
    background: #fff;
  }
  input:checked {
    background: var(--accent);
  }
  input:checked::before {
    inset-inline-start: 21px;
    background: var(--accent-text);
  }
  input:indeterminate::before {
    inset-inline-start: 12px;
  }
  .on,
  .some,
  input:checked ~ .state .off,
  input:indeterminate ~ .state .off {
    display: none;
  }
  input:checked ~ .state .on,
  input:indeterminate ~ .state .some {
    display: inline;
  }

  summary {
    padding-block: 11px;
    cursor: pointer;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9em;
  }
  th,
  td {
    padding: 0.4em 0.75em 0.4em 0;
    border-block-start: var(--border);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  /* Names give way, words do not break. */
  tbody th {
    overflow-wrap: anywhere;
  }
  code {
    font:
      0.95em ui-monospace,
      monospace;
  }

  .pane > .actions {
    display: flex;
    flex-wrap: wrap;
    padding: 1em 1.75em;
    border-block-start: var(--border);
  }
  /* Three in a row, or accept and reject as twins and save below: never one wider than its twin. */
  .pane > .actions > * {
    flex: 1 9em;
    min-inline-size: 0;
  }
  @media (max-width: 40em) {
    .head {
      padding-inline-start: 1.25em;
    }
    .body,
    .pane > .actions {
      padding-inline: 1.25em;
    }
    .card {
      padding-inline: 1em;
    }
    dialog {
      inset-block-start: auto;
      inline-size: 100%;
      max-inline-size: none;
      margin: 0;
      border-width: 1px 0 0;
      border-radius: var(--radius) var(--radius) 0 0;
    }
  }
  @media (max-height: 26em) {
    .pane {
      overflow: auto;
    }
    .body {
      overflow: visible;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    input::before {
      transition: inset-inline-start 0.15s;
    }
  }
  @media (forced-colors: active) {
    input {
      all: revert;
      order: 1;
      inline-size: 24px;
      block-size: 24px;
    }
    input::before {
      content: none;
    }
  }
`;

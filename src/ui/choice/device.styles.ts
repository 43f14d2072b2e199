import {css} from '../shared/css.js';

/** What stands at the end of the preferences. */
export const deviceStyles = css`
  .device {
    margin-top: 1.5em;
  }
  .device > details {
    border-top: var(--border);
  }
  .device > details:last-child {
    border-bottom: var(--border);
  }
  .device > details[open] {
    padding-bottom: 1em;
  }
  .device h3,
  .device h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .device h3 {
    display: inline;
  }
  .device h4 {
    flex: 1 1 8em;
  }
  .there {
    margin-top: 0.75em;
    padding: 0.5em 1.25em 1em;
    border: var(--border);
    border-radius: var(--radius);
  }
  .device .quiet {
    padding-inline: 1em;
  }
  .device [hidden] {
    display: none;
  }
  .device ul {
    margin-top: 0.25em;
  }
  .device li {
    margin-top: 0;
    padding: 0.3em 0;
  }
  .device li:first-child {
    border-top: 0;
  }
  .device code {
    margin-inline-end: 0.5em;
  }
  .my-choice .row,
  .rights .quiet {
    margin-top: 0.5em;
  }
  .device p:empty {
    margin: 0;
  }
  .device textarea {
    box-sizing: border-box;
    width: 100%;
    margin-top: 0.75em;
    padding: 0.5em;
    color: inherit;
    background: none;
    border: 1px solid;
    border-radius: calc(var(--radius) / 1.6);
    font: 0.85em monospace;
  }
`;

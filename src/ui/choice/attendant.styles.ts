import {css} from '../shared/css.js';

/** The confirmation stands where the banner was, or at the head of the window; what is only read out stands nowhere. */
export const attendantStyles = css`
  /*
   * A page that places, stacks or moves all of its elements ('body > *') neither covers the layers, short of the
   * greatest z-index there is, nor becomes what they are fixed to.
   */
  :host {
    position: fixed !important;
    z-index: var(--consent-z-index, 2147483647) !important;
    transform: none !important;
    translate: none !important;
    rotate: none !important;
    scale: none !important;
    perspective: none !important;
    filter: none !important;
    backdrop-filter: none !important;
    will-change: auto !important;
    contain: none !important;
    clip-path: none !important;
    mask: none !important;
  }
  /*
   * Nor does a '::part' rule take a layer out of sight, or lay something over an answer. The banner may be transparent, for
   * tools that answer in the visitor's place make it so: then it takes no click of a pointer.
   */
  [part='banner'],
  dialog,
  .actions > button {
    transform: none !important;
    translate: none !important;
    rotate: none !important;
    scale: none !important;
    filter: none !important;
    clip-path: none !important;
    mask: none !important;
  }
  dialog,
  .actions > button {
    opacity: 1 !important;
  }
  .actions > button {
    position: static !important;
    grid-row: auto !important;
    order: 0 !important;
    margin: 0 !important;
    background-attachment: scroll !important;
    background-clip: border-box !important;
    mix-blend-mode: normal !important;
  }
  [part='banner']::before,
  [part='banner']::after,
  dialog::before,
  dialog::after,
  button::before,
  button::after {
    content: none !important;
  }
  dialog {
    pointer-events: auto !important;
    min-width: 200px !important;
    min-height: 100px !important;
  }
  /* No word of theirs is broken for a long name, which has places to break. */
  td,
  thead th {
    overflow-wrap: normal;
  }
  /* Here, for nobody has come to a button before this file. */
  .actions > button:hover {
    opacity: 0.85 !important;
  }
  /* On a phone it is a sheet, as the banner was: no part of the small button looks out from under it. */
  .up {
    inset: 0 0 auto;
    border-width: 0 0 1px;
    border-radius: 0 0 var(--radius) var(--radius);
  }
  @media (min-width: 40.01em) {
    .up {
      inset: 16px 16px auto;
    }
    .confirmation {
      max-width: 36em;
      border: var(--border);
      border-radius: var(--radius);
    }
  }
  .confirmation:focus-visible {
    outline-offset: -2px;
  }
  .confirmation p {
    margin: 0;
  }
  .confirmation .quiet {
    grid-column: auto;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

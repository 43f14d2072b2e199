import {css} from '../shared/css.js';

/** The confirmation stands where the banner was; what is only read out stands nowhere. */
export const attendantStyles = css`
  .confirmation {
    inset: auto 16px 16px;
    max-width: 36em;
    margin: auto;
    border: var(--border);
    border-radius: var(--radius);
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

import {css} from '../shared/css.js';

/** The notice: a card at the head of the page, where neither the banner nor its room is. */
export const noticeStyles = css`
  .notice {
    inset: 16px 16px auto;
    max-width: 36em;
    border: var(--border);
    border-radius: var(--radius);
  }
  .notice p {
    margin: 0;
  }
  /* Its text comes a moment later, and nobody is to see it grow, or to click on what moves. */
  .silent {
    opacity: 0;
    pointer-events: none;
  }
  .notice .quiet {
    grid-column: auto;
  }
`;

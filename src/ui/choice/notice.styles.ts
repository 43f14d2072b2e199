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
  .notice .quiet {
    grid-column: auto;
  }
`;

import {css} from '../shared/css.js';

/** The announcement: where the confirmation of an answer stands, and never over more than half of the window. */
export const announcementStyles = css`
  .announcement {
    max-height: 50vh;
  }
  .announcement .quiet {
    grid-column: auto;
  }
  .announcement p:first-child {
    margin: 0;
  }
  /* As the owner has written it. */
  .changes {
    white-space: pre-line;
  }
  /* Its text comes a moment later, and nobody is to see it grow, or to click on what moves. */
  .announcement.silent {
    opacity: 0;
    pointer-events: none;
  }
  .announcement.above {
    inset: 0 0 auto;
    border-width: 0 0 1px;
    border-radius: 0 0 var(--radius) var(--radius);
  }
  @media (min-width: 40.01em) {
    .announcement,
    .announcement.above {
      max-width: 36em;
      border: var(--border);
      border-radius: var(--radius);
    }
    .announcement.above {
      inset: 16px 16px auto;
    }
  }
`;

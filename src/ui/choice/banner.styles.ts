import {css} from '../shared/css.js';

const sheet = css`
  inset: auto 0 0;
  max-width: none;
  border-width: 1px 0 0;
  border-radius: var(--radius) var(--radius) 0 0;
`;

/** The banner: a card at the foot of the page, a sheet (as the preferences) where there is little room. */
export const bannerStyles = css`
  section {
    display: flex;
    inset: auto 16px 16px;
    max-width: var(--consent-width, 68em);
    max-height: 85vh;
    margin: auto;
    container-type: inline-size;
  }
  .box {
    max-width: 28em;
    margin-inline-start: 0;
  }
  .sheet {
    ${sheet}
  }
  @media (max-width: 40em) {
    section,
    dialog {
      ${sheet}
    }
  }
  .inner {
    gap: 0.75em;
    max-width: 72em;
    margin: 0 auto;
    padding: 1em;
  }
  /* Scrolls where there is no room, and leaves some for the focus ring of the links. */
  .words {
    flex: 1;
    overflow: auto;
    margin: -4px;
    padding: 4px;
  }
  .quiet {
    grid-column: 1 / -1;
    color: inherit;
    background: none;
    border: 1px solid;
  }
  @container (min-width: 40em) {
    .inner {
      flex-direction: row;
      gap: 2.5em;
    }
    /* One above the other: two lines of text in one make neither button the higher one. */
    .inner > .actions {
      grid-template-columns: 12em;
      align-self: center;
      grid-auto-rows: 1fr;
    }
  }
  @container (min-width: 58em) {
    .inner > .actions {
      grid-template-columns: 10em 10em;
    }
  }
  @media (max-height: 24em) {
    .inner {
      gap: 0.5em;
      padding: 0.75em;
    }
  }
`;

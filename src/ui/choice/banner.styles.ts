import {css} from '../shared/css.js';

const sheet = css`
  inset: auto 0 0;
  max-inline-size: none;
  border-width: 1px 0 0;
  border-end-start-radius: 0;
  border-end-end-radius: 0;
`;

/** The banner: a card at the foot of the page, a sheet where there is little room. */
export const bannerStyles = css`
  section {
    display: flex;
    inset: auto 16px 16px;
    max-inline-size: var(--consent-width, 68em);
    max-block-size: 85vh;
    margin: auto;
    container-type: inline-size;
  }
  .box {
    max-inline-size: 28em;
    margin-inline-start: 0;
  }
  .sheet {
    ${sheet}
  }
  @media (max-width: 40em) {
    section {
      ${sheet}
    }
  }
  .inner {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 1em;
    max-inline-size: 72em;
    margin-inline: auto;
    padding: 1.25em;
    font-size: 0.9375em;
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
  }
  @container (min-width: 40em) {
    .inner {
      flex-direction: row;
      gap: 2.5em;
      padding: 1.75em 2em;
    }
    .inner .actions {
      grid-template-columns: 12em;
      align-self: center;
    }
  }
  @container (min-width: 58em) {
    .inner .actions {
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

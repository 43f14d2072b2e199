import {css} from '../shared/css.js';

/** A placeholder fills the place of its embed, whatever its size, and scrolls where that is too small. */
export const embedStyles = css`
  section {
    inset: 0;
    display: flex;
    overflow: auto;
    border-radius: inherit;
    box-shadow: none;
    container-type: size;
  }
  button:hover {
    opacity: 0.85;
  }
  .poster {
    position: absolute;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .inner {
    position: relative;
    flex: none;
    box-sizing: border-box;
    width: 100%;
    max-width: 34em;
    margin: auto;
    padding: 1em;
    gap: 0.75em;
    background: var(--background);
    border-radius: calc(var(--radius) / 1.6);
  }
  p {
    margin: 0;
  }
  .title {
    font-weight: 600;
  }
  .quiet {
    grid-column: 1 / -1;
    color: inherit;
    background: none;
    border: 1px solid;
  }
  @container (max-width: 18em) {
    .inner {
      padding: 0.75em;
      font-size: 0.875em;
    }
  }
  /* A player of sound is as low as this: words on one side, buttons on the other. */
  @container (max-height: 11em) and (min-width: 30em) {
    .inner {
      flex-direction: row;
      align-items: center;
      max-width: none;
      padding: 0.5em 1em;
    }
    .words {
      flex: 1;
    }
    .actions {
      grid-template-columns: repeat(3, auto);
    }
    .quiet {
      grid-column: auto;
    }
  }
`;

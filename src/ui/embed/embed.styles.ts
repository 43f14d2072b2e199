import {css} from '../shared/css.js';

/** A placeholder fills the place of its embed, whatever its size, and scrolls where that is too small. */
export const embedStyles = css`
  section {
    position: absolute;
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
    min-height: 32px;
    font-weight: 400;
    text-decoration: underline;
    color: inherit;
    background: none;
    border-color: transparent;
  }
  /* In sight, however much there is to read: the words go by under them. */
  .actions {
    position: sticky;
    bottom: 0;
    padding-block: 0.25em;
    background: var(--background);
  }
  @container (max-width: 18em) {
    .inner {
      gap: 0.25em;
      padding: 0.5em;
      font-size: 0.875em;
    }
    .actions {
      grid-template-columns: 1fr;
      gap: 0.25em;
    }
    button {
      min-height: 32px;
      padding-block: 0.2em;
    }
  }
  /* A film on a phone. */
  @container (max-height: 13em) {
    .inner {
      gap: 0.25em;
      padding: 0.5em 0.75em;
      font-size: 0.875em;
    }
    .actions {
      bottom: -36px;
      gap: 0.25em;
    }
    button {
      min-height: 36px;
      padding: 0.2em;
    }
  }
  /* A player of sound is as low as this: the way to the settings comes into sight at the end of the words. */
  @container (max-height: 11em) {
    .inner {
      max-width: none;
      padding-block: 0.25em;
      font-size: 0.8125em;
    }
    button {
      min-height: 32px;
    }
  }
  @container (max-height: 11em) and (min-width: 46em) {
    .inner {
      flex-direction: row;
      align-items: center;
      gap: 1em;
    }
    .words {
      flex: 1;
    }
    .actions {
      bottom: 0;
      grid-template-columns: repeat(3, auto);
      gap: 0.5em;
    }
    button {
      padding-inline: 0.75em;
    }
    .quiet {
      grid-column: auto;
    }
  }
`;

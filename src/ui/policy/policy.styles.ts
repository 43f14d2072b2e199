import {css} from '../shared/css.js';

/** The policy is a text of the page: type and colours are the page's. Only tables and the button need a hand. */
export const policyStyles = css`
  :host {
    display: block;
    overflow-wrap: break-word;
  }
  .table {
    overflow-x: auto;
    margin-block: 1em;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  caption {
    padding-block: 0.4em;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 0.4em 0.8em 0.4em 0;
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid #8886;
  }
  thead th {
    font-weight: 600;
  }
  tbody th {
    font-weight: inherit;
  }
  button {
    min-height: 44px;
    padding: 0.4em 1em;
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid;
    border-radius: 8px;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }
  @media print {
    .settings {
      display: none;
    }
    .table {
      overflow: visible;
    }
    tr {
      break-inside: avoid;
    }
    h1,
    h2,
    h3,
    h4,
    h5,
    caption {
      break-after: avoid;
    }
  }
`;

import {ConsentChoice} from './choice-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'consent-choice': ConsentChoice;
  }
}

try {
  customElements.define('consent-choice', ConsentChoice);
} catch (error) {
  // A second copy of the library on the page: the first one's element serves both.
  if (!(error instanceof DOMException && error.name === 'NotSupportedError')) throw error;
}

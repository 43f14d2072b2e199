import {ConsentChoice} from './choice-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'consent-choice': ConsentChoice;
  }
}

// Where a second copy of the library is on the page the first one's element serves both.
if (!customElements.get('consent-choice')) customElements.define('consent-choice', ConsentChoice);

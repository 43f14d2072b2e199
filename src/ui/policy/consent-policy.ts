import {ConsentPolicy} from './policy-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'consent-policy': ConsentPolicy;
  }
}

// Another copy of this file may have been here before.
if (!customElements.get('consent-policy')) customElements.define('consent-policy', ConsentPolicy);

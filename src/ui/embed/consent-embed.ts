import {ConsentEmbed} from './embed-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'consent-embed': ConsentEmbed;
  }
}

// Another copy of this file may have been here before.
if (!customElements.get('consent-embed')) customElements.define('consent-embed', ConsentEmbed);

import {styleSheet} from '../shared/css.js';
import type {Block} from './blocks.js';
import {policyStyles} from './policy.styles.js';
import {toNodes} from './to-nodes.js';

/**
 * @summary The site's cookie policy, written from its config, in the visitor's language.
 *
 * A text of the page: type and colours are inherited. Where it has nothing to say yet, what stands inside is shown.
 *
 * @attr {boolean} light - Puts the text into the page itself, for search engines and for the page's own styles.
 * @attr {number} level - Level of its first heading, 1 where it is not said.
 * @csspart button - The button that leads to the settings.
 */
export class ConsentPolicy extends HTMLElement {
  /**
   * Shows a document in the place of what is shown now.
   * @param place which of those in the page it is: names within it are its own
   */
  show(blocks: readonly Block[], language: string, direction: 'ltr' | 'rtl', place: number): void {
    this.lang = language;
    this.dir = direction;
    const level = Math.min(6, Math.max(1, Number(this.getAttribute('level')) || 1));
    if (!this.hasAttribute('light') && !this.shadowRoot)
      this.attachShadow({mode: 'open'}).adoptedStyleSheets = [styleSheet(policyStyles)];
    const root = this.shadowRoot ?? this;
    const focused = root.querySelector(':focus')?.matches('button') ?? false;
    root.replaceChildren(...toNodes(blocks, level, `policy-${place}`));
    if (focused) root.querySelector<HTMLElement>('button')?.focus({preventScroll: true});
  }
}

import {styleSheet} from '../shared/css.js';
import {surfaceStyles} from '../shared/surface.styles.js';
import {embedStyles} from './embed.styles.js';

/**
 * @summary Stands in the place of an embed that waits for a yes, in its very size.
 *
 * Made and taken away by the gate: a page writes the frame alone.
 *
 * @csspart placeholder - All of it.
 * @csspart poster - The site's own picture behind it.
 * @csspart button - "Load once" and "always": one part, so that a rule for one is a rule for both.
 * @csspart quiet-button - The button that leads to the preferences.
 */
export class ConsentEmbed extends HTMLElement {
  readonly #root = this.attachShadow({mode: 'open'});

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styleSheet(surfaceStyles + embedStyles)];
  }

  /** Shows this instead of what it shows now; the focus stays with the button it is on. */
  show(content: HTMLElement): void {
    const {action} = (this.#root.activeElement as HTMLElement | null)?.dataset ?? {};
    this.#root.replaceChildren(content);
    if (action) content.querySelector<HTMLElement>(`[data-action=${action}]`)?.focus();
  }
}

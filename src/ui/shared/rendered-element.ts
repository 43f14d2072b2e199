import {render} from 'lit/html.js';

/**
 * An element with an open shadow root that lit renders into.
 *
 * Not LitElement: of what that adds, attributes as properties and batched updates, nothing is used
 * here, and it is 2.3 kB (brotli) of the 8 that a first visit has for lit, the banner and its texts.
 */
export abstract class RenderedElement extends HTMLElement {
  protected readonly renderRoot = this.attachShadow({mode: 'open'});

  protected abstract render(): unknown;

  /** Renders now: in the frame of a click, not in a microtask after it. */
  protected update(): void {
    render(this.render(), this.renderRoot, {host: this});
  }

  /** Adds a style sheet; a constructed one, which `style-src 'self'` lets pass. */
  protected adopt(styles: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.renderRoot.adoptedStyleSheets.push(sheet);
  }
}

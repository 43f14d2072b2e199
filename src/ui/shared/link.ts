import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {View} from './view.js';

/** A link in a new tab that says so. An address that is not of the web loses its link, not its text. */
export function link(href: string, text: string, {messages}: View): TemplateResult {
  // `javascript:` and its like hide behind spaces, case and control characters: ask the browser.
  const {protocol} = Object.assign(document.createElement('a'), {href});
  return html`<a href=${/^https?:$/.test(protocol) ? href : nothing} target="_blank" rel="noopener"
    >${text} ${messages.newTab}</a
  >`;
}

import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {View} from './view.js';

/** A link in a new tab that says so. An address that is not of the web loses its link, not its text. */
export const link = (url: string, text: string, {messages}: View): TemplateResult =>
  html`<a href=${isWebUrl(url) ? url : nothing} target="_blank" rel="noopener"
    >${text} ${messages.newTab}</a
  >`;

/** `javascript:` and its like hide behind spaces, case and control characters: ask the URL parser. */
const isWebUrl = (url: string): boolean => {
  try {
    return /^https?:$/.test(new URL(url, location.href).protocol);
  } catch {
    return false;
  }
};

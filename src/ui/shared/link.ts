import {element} from './element.js';
import type {View} from './view.js';

/** A link in a new tab that says so. An address that is not of the web loses its link, not its text. */
export function link(href: string, text: string, {messages}: View): HTMLAnchorElement {
  const anchor = element('a', {href, target: '_blank'}, `${text} ${messages.newTab}`);
  // `javascript:` and its like hide behind spaces, case and control characters: ask the browser.
  if (!/^https?:$/.test(anchor.protocol)) anchor.removeAttribute('href');
  return anchor;
}

import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {View} from '../shared/view.js';

/** What a switch answers: a category's question, a service's, or a part's of a service. */
export interface Toggled {
  readonly id: string;
  readonly kind: 'category' | 'service';
  /** For a part: id of its service. */
  readonly part?: string;
  readonly label: string | TemplateResult;
  readonly checked: boolean;
}

/** A switch with its label before it and its state in words. */
export const toggle = (
  {id, kind, part, label, checked}: Toggled,
  {messages}: View,
): TemplateResult =>
  html`<div class=${part ? 'row part' : 'row'}>
    <label for="switch-${id}">${label}</label>
    <input
      type="checkbox"
      role="switch"
      id="switch-${id}"
      aria-describedby="about-${part ?? id}"
      data-category=${kind === 'category' ? id : nothing}
      data-service=${kind === 'service' ? id : nothing}
      data-part=${part ?? nothing}
      .checked=${checked}
    />
    <span class="state" aria-hidden="true">
      <span class="on">${messages.on}</span><span class="off">${messages.off}</span
      ><span class="some"></span>
    </span>
  </div>`;

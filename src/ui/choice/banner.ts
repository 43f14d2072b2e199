import {html, nothing, type TemplateResult} from 'lit/html.js';
import {abroad} from '../shared/abroad.js';
import {fill} from '../shared/fill.js';
import {link} from '../shared/link.js';
import {localized} from '../shared/localized.js';
import {located} from '../shared/located.js';
import {purposes} from '../shared/purposes.js';
import {vendors} from '../shared/vendors.js';
import type {View} from '../shared/view.js';
import {asked} from './asked.js';

/** The first layer: who asks for what, and three buttons, of which accept and reject are twins. */
export function banner(view: View): TemplateResult {
  const {choice, messages, language} = view;
  const {operator, policy, consent} = choice;
  const {anew, services, purposes: keys} = asked(view);
  const text = [
    anew && messages.newNote,
    fill(messages.ask, {
      operator: localized(operator.name, language),
      purposes: purposes(keys, view),
    }),
    services.length &&
      fill(messages.recipients, {
        vendors: vendors(
          services.map((service) => located(service, language)),
          view,
        ),
      }),
    abroad(services, view),
    messages.change,
  ];
  return html`<div class="inner">
    <div class="words">
      <h2 id="title">${anew ? messages.newTitle : messages.title}</h2>
      <p>${text.filter(Boolean).join(' ')}</p>
      <p>
        ${link(policy.url, messages.policy, view)}
        ${consent ? link(consent.url, messages.consent, view) : nothing}
      </p>
    </div>
    <div class="actions">
      <button part="button" data-action="reject">
        ${anew ? messages.rejectNew : messages.reject}
      </button>
      <button part="button" data-action="accept">
        ${anew ? messages.acceptNew : messages.accept}
      </button>
      <button class="quiet" part="quiet-button" data-action="settings">${messages.settings}</button>
    </div>
  </div>`;
}

import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {ChoiceCategory, ChoiceService} from '../../decision/choice.js';
import {abroad} from '../shared/abroad.js';
import {fill} from '../shared/fill.js';
import {link} from '../shared/link.js';
import {localized} from '../shared/localized.js';
import {located} from '../shared/located.js';
import {purposes} from '../shared/purposes.js';
import type {PreferencesView} from './preferences-view.js';
import {isAsked} from './questions.js';
import {storedTable} from './stored-table.js';
import {toggle} from './toggle.js';

/** One service: who is behind it, what it is for, what it leaves in the browser, and its switches. */
export function serviceItem(
  service: ChoiceService,
  category: ChoiceCategory,
  view: PreferencesView,
): TemplateResult {
  const {id, vendor} = service;
  const {messages} = view;
  const name = localized(service.name, view.language);
  const details = view.details.find((one) => one.id === id);
  return html`<li>
    ${
      isAsked(category)
        ? toggle(id, name, category, view)
        : html`<div class="row"><b>${name}</b></div>`
    }
    <p class="muted" id="about-${id}">
      ${service.country ? located(service, view) : vendor}<br />
      ${
        service.purposes[0]
          ? fill(messages.usedFor, {purposes: purposes(service.purposes, view)})
          : nothing
      }
      ${abroad([service], view)}
    </p>
    ${service.subQuestions.map((part) =>
      toggle(part.id, purposes(part.purposes, view), category, view),
    )}
    ${storedTable({...details, ...service}, view)}
    ${
      details?.policyUrl
        ? html`<p>${link(details.policyUrl, fill(messages.vendorPolicy, {vendor}), view)}</p>`
        : nothing
    }
  </li>`;
}

import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {ChoiceService} from '../../decision/choice.js';
import type {ServiceDetails} from '../../services/service.js';
import {abroad} from '../shared/abroad.js';
import {fill} from '../shared/fill.js';
import {link} from '../shared/link.js';
import {localized} from '../shared/localized.js';
import {located} from '../shared/located.js';
import {purposes} from '../shared/purposes.js';
import type {View} from '../shared/view.js';
import {storedTable} from './stored-table.js';
import {toggle} from './toggle.js';

/** One service: who is behind it, what it is for, what it leaves in the browser, and its switches. */
export function serviceItem(
  service: ChoiceService,
  asked: boolean,
  view: View,
  details: ServiceDetails | undefined,
): TemplateResult {
  const {id, subQuestions, vendor} = service;
  const {messages, language, choice} = view;
  const granted = choice.decision().services;
  const name = localized(service.name, language);
  return html`<li>
    ${
      asked
        ? toggle({id, kind: 'service', label: name, checked: granted[id] === true}, view)
        : html`<div class="row"><b>${name}</b></div>`
    }
    <p class="muted" id="about-${id}">
      ${service.country ? located(service, view) : vendor}<br />
      ${fill(messages.usedFor, {purposes: purposes(service.purposes, view)})}
      ${abroad([service], view)}
    </p>
    ${subQuestions.map((part) =>
      toggle(
        {
          id: part.id,
          kind: 'service',
          part: id,
          label: purposes(part.purposes, view),
          checked: granted[part.id] === true,
        },
        view,
      ),
    )}
    ${storedTable({...details, ...service}, view)}
    ${
      details
        ? html`<p>${link(details.policyUrl, fill(messages.vendorPolicy, {vendor}), view)}</p>`
        : nothing
    }
  </li>`;
}

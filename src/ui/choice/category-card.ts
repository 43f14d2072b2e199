import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {ChoiceCategory} from '../../decision/choice.js';
import type {ServiceDetails} from '../../services/service.js';
import type {View} from '../shared/view.js';
import {categoryText} from './category-text.js';
import {categoryTitle} from './category-title.js';
import {serviceItem} from './service-item.js';
import {toggle} from './toggle.js';

/** One category: what it is, its switch, and the services in it. */
export function categoryCard(
  category: ChoiceCategory,
  view: View,
  details: Readonly<Record<string, ServiceDetails>>,
): TemplateResult {
  const {id, services} = category;
  const {messages, choice} = view;
  const label = html`<h3 id="title-${id}">${categoryTitle(category, view)}</h3>`;
  const asked = id !== 'necessary';
  return html`<div class="card" role="group" aria-labelledby="title-${id}">
    ${
      asked
        ? toggle(
            {id, kind: 'category', label, checked: choice.decision().categories[id] === true},
            view,
          )
        : html`<div class="row">${label}<span class="state">${messages.alwaysOn}</span></div>`
    }
    <p class="muted" id="about-${id}">${categoryText(category, view)}</p>
    ${
      services.length
        ? html`<ul role="list">
            ${services.map((service) => serviceItem(service, asked, view, details[service.id]))}
          </ul>`
        : nothing
    }
  </div>`;
}

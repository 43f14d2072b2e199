import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {ChoiceCategory} from '../../decision/choice.js';
import {categoryText} from './category-text.js';
import {categoryTitle} from './category-title.js';
import type {PreferencesView} from './preferences-view.js';
import {isAsked} from './questions.js';
import {serviceItem} from './service-item.js';
import {toggle} from './toggle.js';

/** One category: what it is, its switch, and the services in it. */
export function categoryCard(category: ChoiceCategory, view: PreferencesView): TemplateResult {
  const {id, services} = category;
  const title = html`<h3 id="title-${id}">${categoryTitle(category, view)}</h3>`;
  return html`<div class="card" role="group" aria-labelledby="title-${id}">
    ${
      isAsked(category)
        ? toggle(id, title, category, view)
        : html`<div class="row">${title}<span class="state">${view.messages.alwaysOn}</span></div>`
    }
    <p class="muted" id="about-${id}">${categoryText(category, view)}</p>
    ${
      services.length
        ? html`<ul role="list">
            ${services.map((service) => serviceItem(service, category, view))}
          </ul>`
        : nothing
    }
  </div>`;
}

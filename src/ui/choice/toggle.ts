import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {ChoiceCategory} from '../../decision/choice.js';
import type {PreferencesView} from './preferences-view.js';

/**
 * A switch with its label before it and its state in words.
 * @param id of a question: the category's, that of a service in it, or of a part of one
 */
export function toggle(
  id: string,
  label: string | TemplateResult,
  category: ChoiceCategory,
  {messages, switches, moved}: PreferencesView,
): TemplateResult {
  const service = id.split(':')[0]!;
  const services = id === category.id ? category.services : [];
  const on = switches.get(id) === true;
  // Some of a category's services are on and some are not.
  const some = services.filter((one) => switches.get(one.id)).length;
  // In words, too: ARIA knows no switch that is neither on nor off, and not every browser tells of one.
  const mixed = !on && some > 0;
  return html`<div class=${id === service ? 'row' : 'row part'}>
    <label for="switch-${id}">${label}</label>
    <span class="state" id="state-${id}" aria-hidden="true"
      >${mixed ? `${some}/${services.length}` : on ? messages.on : messages.off}</span
    >
    <input
      type="checkbox"
      role="switch"
      id="switch-${id}"
      aria-describedby="${mixed ? `state-${id} ` : ''}about-${service}"
      data-category=${id === category.id ? id : nothing}
      data-service=${id === category.id ? nothing : id}
      .checked=${on}
      .indeterminate=${mixed}
      @change=${({target}: Event) => moved(category, id, (target as HTMLInputElement).checked)}
    />
  </div>`;
}

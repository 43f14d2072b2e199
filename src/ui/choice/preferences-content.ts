import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {ChoiceService} from '../../decision/choice.js';
import {fill} from '../shared/fill.js';
import {link} from '../shared/link.js';
import {localized} from '../shared/localized.js';
import type {View} from '../shared/view.js';
import {categoryCard} from './category-card.js';
import type {PreferencesView} from './preferences-view.js';
import {isAsked} from './questions.js';

/** What stands in the preferences: what is asked, by whom and what for, with a switch for each. */
export function preferencesContent(view: PreferencesView): TemplateResult {
  const {choice, messages} = view;
  const {operator, policy, consent, categories, jar} = choice;
  const {decidedAt} = choice.decision();
  const operatorName = localized(operator.name, view.language);
  // Always shown, and first, whether or not the owner has named it: our own cookie is necessary.
  const necessary = categories.find((category) => !isAsked(category));
  const own: ChoiceService = {
    id: 'consent-gate',
    name: messages.record,
    vendor: operatorName,
    country: operator.country ?? '',
    purposes: ['preferences'],
    subQuestions: [],
    cookies: [jar],
    storage: choice.records && [{name: '-consent-gate', days: jar.days}],
  };
  const asked = categories.filter(isAsked);
  const cards = [
    {
      id: 'necessary',
      ...necessary,
      services: [
        ...(necessary?.services ?? []),
        // Not where it is never set: nothing is asked, or the browser takes no cookies.
        ...(asked[0] && navigator.cookieEnabled ? [own] : []),
      ],
    },
    ...asked,
  ];
  const button = (action: 'reject' | 'accept' | 'save', what?: boolean) =>
    html`<button
      part="button"
      data-action=${action}
      @click=${(event: Event) => view.answer(event, what)}
    >
      ${messages[action]}
    </button>`;
  return html`<div class="pane">
    <div class="head">
      <h2 id="preferences-title" tabindex="-1">${messages.open}</h2>
      <button
        class="quiet close"
        part="close-button"
        data-action="close"
        aria-label=${messages.close}
        @click=${view.close}
      >
        <svg viewBox="0 0 24 24" width="20" aria-hidden="true">
          <path d="M6 6l12 12M18 6 6 18" />
        </svg>
      </button>
    </div>
    <div class="body">
      <p>${messages.intro}</p>
      <p>
        ${link(policy.url, messages.policy, view)}
        ${consent ? link(consent.url, messages.consent, view) : nothing}
      </p>
      ${choice.privacySignal ? html`<p class="note">${messages.signal}</p>` : nothing}
      ${cards.map((category) => categoryCard(category, view))}
      ${decidedAt ? html`<p>${decided(decidedAt, view)}</p>` : nothing}
      <p>
        ${fill(messages.contact, {operator: operatorName})}
        ${operator.email ? html`<a href="mailto:${operator.email}">${operator.email}</a>` : nothing}
      </p>
    </div>
    ${
      asked[0]
        ? html`<div class="actions">
            ${button('reject', false)} ${button('accept', true)} ${button('save')}
          </div>`
        : nothing
    }
  </div>`;
}

/** @param day ISO 8601 day (UTC) */
const decided = (day: string, {messages, language}: View): string =>
  fill(messages.decided, {
    date: new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}).format(
      new Date(day),
    ),
  });

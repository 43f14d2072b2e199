import {html, nothing, render} from 'lit/html.js';
import type {Choice} from '../../decision/choice.js';
import type {ServiceDetails} from '../../services/service.js';
import {styleSheet} from '../shared/css.js';
import type {View} from '../shared/view.js';
import type {Answer} from './answer.js';
import {open} from './dialog.js';
import {preferencesContent} from './preferences-content.js';
import {preferencesStyles} from './preferences.styles.js';
import {mark, read, settle, write} from './switches.js';

/** The second layer: a modal dialog in the shadow root of the banner. */
export class Preferences {
  readonly #place = document.createElement('div');
  readonly #details: Readonly<Record<string, ServiceDetails>>;
  readonly #answer: Answer;
  #view?: View;

  constructor(
    root: ShadowRoot,
    choice: Choice,
    details: Readonly<Record<string, ServiceDetails>>,
    answer: Answer,
  ) {
    this.#details = details;
    this.#answer = answer;
    root.adoptedStyleSheets.push(styleSheet(preferencesStyles));
    root.prepend(this.#place);
    choice.subscribe(() => this.#update());
  }

  /** Opens it, unless it is open. */
  show(view: View): void {
    if (this.#dialog?.open) return;
    // Rendered afresh: switches that were moved and not saved do not come back.
    this.remove();
    this.#view = view;
    this.#update();
    open(this.#dialog!);
    // No frame is made in a hidden page.
    requestAnimationFrame(() => {
      if (this.#dialog?.open) view.choice.announce('preferences');
    });
  }

  /** Says the same in another language. */
  speak(view: View): void {
    if (!this.#view) return;
    const moved = read(this.#dialog!);
    // A browser's translator puts elements of its own in the place of text nodes; lit would not find
    // the old text again. So everything goes, and comes anew.
    this.#update(true);
    this.#view = view;
    this.#update();
    write(this.#dialog!, moved);
  }

  close(): void {
    this.#dialog?.close();
  }

  remove(): void {
    this.close();
    this.#view = undefined;
    render(nothing, this.#place);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#place.querySelector('dialog');
  }

  #update(blank = false): void {
    const view = this.#view;
    if (!view) return;
    render(
      html`<dialog
        class=${view.choice.theme ?? 'auto'}
        part="preferences"
        aria-labelledby="preferences-title"
        @click=${(event: Event) => this.#act(event)}
        @change=${settle}
      >
        ${blank ? nothing : preferencesContent(view, this.#details)}
      </dialog>`,
      this.#place,
    );
    mark(this.#dialog!);
  }

  #act(event: Event): void {
    const {action} = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset ?? {};
    if (!action) return;
    if (action === 'close') return this.close();
    const what = action === 'save' ? read(this.#dialog!) : action === 'accept';
    this.remove();
    this.#answer(event, what);
  }
}

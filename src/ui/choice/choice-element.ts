import type {Layer} from '../../decision/choice.js';
import {styleSheet} from '../shared/css.js';
import {direction} from '../shared/direction.js';
import {surfaceStyles} from '../shared/surface.styles.js';
import type {View} from '../shared/view.js';
import type {Answer} from './answer.js';
import {banner} from './banner.js';
import {bannerStyles} from './banner.styles.js';
import type {LayeredChoice} from './layered-choice.js';
import type {Preferences} from './preferences.js';
import {reserveSpace} from './reserved-space.js';

/** ms in which a pointer's click on accept is taken for one that was meant for what lay there before. */
const MISCLICK = 400;

/**
 * @summary Asks the visitor: a banner at the foot of the page, and the preferences behind it.
 *
 * Closing either is never an answer. Nothing of the page is touched but its room for the banner.
 *
 * Not a LitElement: of what that adds, attributes as properties and batched updates, nothing is used
 * here. lit comes with the preferences; the banner is drawn without it, for it is what a first visit
 * waits for (docs/decisions/011-banner-by-hand.md).
 *
 * @csspart banner - The first layer.
 * @csspart preferences - The second layer, a dialog.
 * @csspart notice - Says that a reload is due.
 * @csspart confirmation - Says that an answer has been taken.
 * @csspart announcement - Says that the policy changes.
 * @csspart button - Accept, reject and save: one part, so that a rule for one is a rule for all.
 * @csspart quiet-button - The button that leads from the banner to the preferences.
 * @csspart close-button - The cross that closes the preferences.
 *
 * @cssproperty --consent-background - Background of both layers.
 * @cssproperty --consent-text - Text.
 * @cssproperty --consent-muted - Text of less weight; by default between text and background.
 * @cssproperty --consent-border - Lines and edges.
 * @cssproperty --consent-accent - Buttons and switches; by default the colour of the text.
 * @cssproperty --consent-accent-text - Text on them; by default the colour of the background.
 * @cssproperty --consent-focus - Focus ring.
 * @cssproperty --consent-font - Font family.
 * @cssproperty --consent-radius - Roundness of the corners.
 * @cssproperty --consent-shadow - Shadow of both layers.
 * @cssproperty --consent-width - The most width the banner takes.
 * @cssproperty --consent-z-index - Where the banner stands above the page.
 */
export class ConsentChoice extends HTMLElement {
  readonly #root = this.attachShadow({mode: 'open'});
  #choice?: LayeredChoice;
  #view?: View;
  /** Whether the preferences are to open when they come: not after an answer, nor after `close()`. */
  #opening = false;
  /** Whether the banner is wanted. */
  #asking = false;
  #banner?: HTMLElement;
  /** Height of the room that the banner has. */
  #room = 0;
  /** When it came on the screen, in ms as `performance.now()`. */
  #shownAt = 0;
  /** The preferences that are on their way, or there. */
  #loading?: Promise<Preferences>;
  #preferences?: Preferences;
  /** For what confirms it: that an answer was given here, and whether by somebody or by a script. */
  declare answered?: boolean | undefined;

  readonly #size = new ResizeObserver((entries) => {
    const {top, height} = entries.at(-1)!.target.getBoundingClientRect();
    const room = height && innerHeight - top;
    // Not now: where the room brings a scroll bar the banner changes its size again.
    requestAnimationFrame(() => reserveSpace(this.#room));
    // Only now it is on the screen: no frame is made in a hidden page, or of a hidden banner.
    if (room && !this.#room) {
      this.#shownAt = performance.now();
      this.#choice!.announce('banner');
    }
    this.#room = room;
  });
  readonly #answer: Answer = ({isTrusted}, what) => {
    const {choice, language} = this.#view!;
    this.answered = isTrusted;
    this.#asking = false;
    this.#opening = false;
    this.#update();
    // At once, also a grant (docs/decisions/017-an-answer-is-obeyed-in-its-click.md).
    choice.answerAs(what, isTrusted ? 'ui' : 'synthetic', language);
  };

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styleSheet(surfaceStyles + bannerStyles)];
  }

  /** Shows a layer; resolves when it is rendered. */
  async show(choice: LayeredChoice, layer: Layer): Promise<void> {
    if (this.#choice !== choice) {
      this.#choice = choice;
      choice.subscribe(() => this.#update());
    }
    this.#opening ||= layer === 'preferences';
    const [preferences] = await Promise.all([
      layer === 'preferences' && this.prepare(),
      this.speak(),
    ]);
    if (this.#choice !== choice) return;
    if (!preferences) {
      this.#asking = true;
      this.#update();
      // One that is due meanwhile comes behind preferences that are on their way.
      if (this.#banner && !this.#opening) this.hide();
    } else if (this.#opening) {
      this.#opening = false;
      preferences.show(this.#view!);
    }
  }

  /** Closes the preferences. */
  hide(): void {
    this.#opening = false;
    this.#preferences?.close();
  }

  /** Takes everything away. */
  clear(): void {
    // Closed first, which gives the focus back.
    this.hide();
    this.#root.replaceChildren();
    this.#choice = this.#view = this.#loading = this.#preferences = undefined;
    this.#asking = false;
    this.#update();
  }

  /** Draws the banner as it is now, or takes it away. */
  #update(): void {
    this.#asking &&= this.#choice!.decision().unanswered.length > 0;
    const {action} = (this.#root.activeElement as HTMLElement | null)?.dataset ?? {};
    this.#banner?.remove();
    this.#banner = undefined;
    if (!this.#asking) return;
    const choice = this.#choice!;
    this.#banner = banner(
      this.#view!,
      this.#answer,
      () => choice.show('preferences'),
      // Keys and assistive technology click with no count. Before its first frame nobody has seen it.
      ({isTrusted, detail, timeStamp}) =>
        isTrusted && detail && (!this.#room || timeStamp - this.#shownAt < MISCLICK),
    );
    this.#root.append(this.#banner);
    if (action) this.#banner.querySelector<HTMLElement>(`[data-action=${action}]`)?.focus();
    this.#size.observe(this.#banner);
  }

  /** Brings the texts to the language the page wants now. */
  async speak(): Promise<void> {
    const choice = this.#choice!;
    const language = choice.language();
    if (this.#view?.language === language) return;
    const messages = await choice.messages(language);
    if (this.#choice !== choice) return;
    if (choice.language() !== language) return this.speak();
    this.lang = language;
    this.dir = direction(language);
    const view = (this.#view = {choice, messages, language});
    this.#update();
    this.#preferences?.speak(view);
  }

  /** Fetches the preferences, once; again where that has failed. */
  prepare(): Promise<Preferences> {
    const choice = this.#choice!;
    const loading = (this.#loading ??= choice
      .preferences()
      .then(
        ([{createPreferences}, ...files]) =>
          (this.#preferences = createPreferences(this.#root, choice, files, this.#answer)),
      ));
    // Who has asked for them is told.
    loading.catch(() => (this.#loading = undefined));
    return loading;
  }
}

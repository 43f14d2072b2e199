import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Choice, Layer, Shown} from '../../decision/choice.js';
import type {ServiceDetails} from '../../services/service.js';
import {RenderedElement} from '../shared/rendered-element.js';
import {surfaceStyles} from '../shared/surface.styles.js';
import type {View} from '../shared/view.js';
import {banner} from './banner.js';
import {bannerStyles} from './banner.styles.js';
import {ReservedSpace} from './reserved-space.js';

type Preferences = typeof import('./preferences.js');

/**
 * @summary Asks the visitor: a banner at the foot of the page, and the preferences behind it.
 *
 * Closing either is never an answer. Nothing of the page is touched but its room for the banner.
 *
 * @csspart banner - The first layer.
 * @csspart preferences - The second layer, a dialog.
 * @csspart button - Accept, reject and save: one part, so that a rule for one is a rule for all.
 * @csspart quiet-button - The button that leads from the banner to the preferences.
 *
 * @cssproperty --consent-background - Background of both layers.
 * @cssproperty --consent-text - Text.
 * @cssproperty --consent-muted - Text of less weight.
 * @cssproperty --consent-border - Lines and edges.
 * @cssproperty --consent-accent - Buttons and switches.
 * @cssproperty --consent-accent-text - Text on them.
 * @cssproperty --consent-focus - Focus ring.
 * @cssproperty --consent-font - Font family.
 * @cssproperty --consent-radius - Roundness of the corners.
 * @cssproperty --consent-shadow - Shadow of both layers.
 * @cssproperty --consent-width - The most width the banner takes.
 * @cssproperty --consent-z-index - Where the banner stands above the page.
 */
export class ConsentChoice extends RenderedElement {
  private choice?: Choice;
  private view?: View;
  /** Whether the banner is there. */
  private asking = false;
  /** Whether the preferences are in the tree, open or closed. */
  private opened = false;
  /** Renders the layers without content: see `speak`. */
  private blank = false;
  private preferences?: Preferences;
  private details: Readonly<Record<string, ServiceDetails>> = {};
  private loading?: Promise<Preferences>;
  /** Layers that are still to be announced. */
  private readonly untold = new Set<Layer>();
  /** Where the focus was before it came into the banner. */
  private cameFrom?: HTMLElement;
  private unsubscribe?: () => void;

  private readonly space = new ReservedSpace();
  private readonly size = new ResizeObserver((entries) => {
    const {top, height} = entries[0]!.target.getBoundingClientRect();
    this.space.hold(height && innerHeight - top);
    if (height) this.announce('banner');
  });
  private readonly pageLanguage = new MutationObserver(() => {
    this.speak().catch(() => {});
  });

  constructor() {
    super();
    this.adopt(surfaceStyles);
    this.adopt(bannerStyles);
  }

  /** Shows a layer; resolves when it is rendered. */
  async show(choice: Choice, layer: Layer): Promise<void> {
    if (this.choice !== choice) {
      this.clear();
      this.choice = choice;
      this.unsubscribe = choice.subscribe((decision) => {
        this.asking &&= decision.unanswered.length > 0;
        this.update();
      });
      this.pageLanguage.observe(document.documentElement, {attributeFilter: ['lang']});
    }
    const [preferences] = await Promise.all([
      layer === 'preferences' ? this.load() : undefined,
      this.speak(),
    ]);
    if (this.choice !== choice || (preferences && this.dialog?.open)) return;
    if (preferences) {
      // Rendered afresh: switches that were moved and not saved do not come back.
      this.opened = false;
      this.update();
      this.opened = true;
      this.update();
      preferences.open(this.dialog!);
      this.untold.add(layer);
      this.announce(layer);
    } else {
      this.dialog?.close();
      if (this.asking || !choice.decision().unanswered.length) return;
      this.asking = true;
      this.untold.add(layer);
      this.update();
    }
  }

  /** Closes the preferences, and the banner where nothing is left to ask. */
  hide(): void {
    this.dialog?.close();
    this.asking &&= !!this.choice?.decision().unanswered.length;
    this.update();
  }

  /** Takes everything away. */
  clear(): void {
    this.unsubscribe?.();
    this.pageLanguage.disconnect();
    this.dialog?.close();
    this.choice = this.view = this.loading = this.unsubscribe = undefined;
    this.asking = this.opened = false;
    this.update();
  }

  protected render(): TemplateResult | typeof nothing {
    const {view, blank} = this;
    return view
      ? html`${
          this.asking
            ? html`<section
                class="${view.choice.layout} ${view.choice.theme}"
                part="banner"
                aria-labelledby="title"
                @click=${this.act}
                @focusin=${this.near}
                @pointerenter=${this.near}
              >
                ${blank ? nothing : banner(view)}
              </section>`
            : nothing
        }${
          this.opened ? this.preferences!.preferences(view, this.details, blank, this.act) : nothing
        }`
      : nothing;
  }

  protected override update(): void {
    super.update();
    this.size.disconnect();
    const section = this.renderRoot.querySelector('section');
    if (section) this.size.observe(section);
    else this.space.hold(0);
  }

  private get dialog(): HTMLDialogElement | null | undefined {
    return this.renderRoot.querySelector('dialog');
  }

  /** Brings the texts to the language the page wants now. */
  private async speak(): Promise<void> {
    const choice = this.choice!;
    const language = choice.language();
    if (this.view?.language === language) return;
    const messages = await choice.messages(language);
    if (this.choice !== choice) return;
    if (choice.language() !== language) return this.speak();
    const moved = this.opened && this.preferences!.read(this.dialog!);
    // A browser's translator puts elements of its own in the place of text nodes; lit would not find
    // the old text again. So everything goes, and comes anew.
    this.blank = true;
    this.update();
    this.blank = false;
    this.view = {choice, messages, language};
    this.lang = language;
    this.dir = /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
    this.update();
    if (moved) this.preferences!.write(this.dialog!, moved);
  }

  /** Fetches the preferences, once. Without details they are poorer, but they work. */
  private load(): Promise<Preferences> {
    return (this.loading ??= Promise.all([
      import('./preferences.js'),
      this.choice!.details().catch(() => ({})),
    ]).then(
      ([preferences, details]) => {
        if (!this.preferences) {
          this.adopt(preferences.preferencesStyles);
        }
        this.details = details;
        return (this.preferences = preferences);
      },
      (error: unknown) => {
        this.loading = undefined;
        throw error;
      },
    ));
  }

  /** Somebody has come to the banner and may want the preferences. */
  private near(event: Event): void {
    this.load().catch(() => {});
    const from = event instanceof FocusEvent && event.relatedTarget;
    if (from instanceof HTMLElement && !this.renderRoot.contains(from)) this.cameFrom = from;
  }

  private act(event: Event): void {
    const {action} = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset ?? {};
    if (action === 'settings') this.show(this.choice!, 'preferences').catch(() => {});
    else if (action === 'close') this.hide();
    else if (action) void this.answer(action, event);
  }

  private async answer(action: string, {isTrusted, currentTarget}: Event): Promise<void> {
    const choice = this.choice!;
    const {decidedAt, unanswered} = choice.decision();
    const method = isTrusted ? 'ui' : 'synthetic';
    const accepted = action === 'accept';
    const answers =
      action === 'save'
        ? this.preferences!.read(this.dialog!)
        : decidedAt && currentTarget !== this.dialog
          ? // The banner has asked about these alone; the other answers stay.
            Object.fromEntries(unanswered.map((id) => [id, accepted]))
          : undefined;
    const shown = this.shown();
    this.leave();
    // The banner's going is painted before anything else is done.
    await (globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
    if (answers) choice.choose(answers, method, shown);
    else if (accepted) choice.acceptAll(method, shown);
    else choice.rejectAll(method, shown);
  }

  /** Takes banner and preferences away, and the focus back to where it came from. */
  private leave(): void {
    this.dialog?.close();
    const focused = this.renderRoot.activeElement;
    this.asking = this.opened = false;
    this.update();
    if (focused) this.cameFrom?.focus();
  }

  private shown(): Shown {
    const layers = this.renderRoot.querySelectorAll('section,dialog');
    const text = [...layers].map((layer) => layer.textContent).join(' ');
    return {language: this.view!.language, text: text.replace(/\s+/g, ' ').trim()};
  }

  /** Tells that a layer is on the screen; in a hidden page, when it comes to be seen. */
  private announce(layer: Layer): void {
    const there = layer === 'banner' ? this.asking : this.dialog?.open;
    if (!there || !this.untold.has(layer)) return;
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => this.announce(layer), {once: true});
    } else {
      this.untold.delete(layer);
      this.choice!.announce(layer);
    }
  }
}

import {html, nothing, render} from 'lit/html.js';
import type {Choice, ChoiceCategory} from '../../decision/choice.js';
import type {ServiceDetails} from '../../services/service.js';
import {styleSheet} from '../shared/css.js';
import {element} from '../shared/element.js';
import type {View} from '../shared/view.js';
import type {Answer} from './answer.js';
import {open} from './dialog.js';
import {preferencesContent} from './preferences-content.js';
import {preferencesStyles} from './preferences.styles.js';
import {questions} from './questions.js';
import {decided, move, type Switches} from './switches.js';

/** The file of what is told of one service of the register; nothing where there is none, or it did not come. */
export type DetailsFile = {readonly details: ServiceDetails} | void;

/** The second layer. */
export interface Preferences {
  /** Opens it, unless it is open. */
  show(view: View): void;
  /** Says the same in another language. */
  speak(view: View): void;
  close(): void;
}

/**
 * Makes the second layer: a modal dialog in the shadow root of the banner.
 * @param files of the details of the configured services
 */
export function createPreferences(
  root: ShadowRoot,
  choice: Choice,
  files: readonly Promise<DetailsFile>[],
  tell: Answer,
): Preferences {
  const details: ServiceDetails[] = [];
  let dialog: HTMLDialogElement | undefined;
  let view: View;
  /** As the visitor has left them, also when the dialog was closed meanwhile: docs/decisions/026. */
  let switches: Switches;
  /** The decision that the switches follow. */
  let followed: Switches;
  /** Categories in which the visitor has moved a switch. */
  let touched: Set<ChoiceCategory>;

  const forget = () => {
    switches = new Map();
    followed = new Map();
    touched = new Set();
  };

  const update = () => {
    if (!dialog) return;
    const content = preferencesContent({
      ...view,
      details,
      switches,
      moved(category, ...what) {
        touched.add(category);
        move(switches, category, ...what);
        update();
      },
      answer(event, what) {
        const off = !navigator.cookieEnabled;
        // With cookies switched off "all" would be nothing that is asked: each is switched on, for this page.
        const all = off && what;
        // As it is on the screen; but a refusal of the browser's stays unwritten where nothing has been moved.
        const said = view.choice.categories.filter(
          (category) =>
            all ||
            touched.has(category) ||
            !(off || (choice.privacySignal && category.id === 'advertising')),
        );
        const answers = questions(view, said).map(
          ({id}) => [id, all || switches.get(id)!] as const,
        );
        remove();
        tell(event, all || what === undefined ? new Map(answers) : what);
      },
      close,
    });
    render(content, dialog);
  };

  /** Switches go with an answer that is given elsewhere; the others stay as the visitor has moved them. */
  const follow = () => {
    const now = decided(view);
    now.forEach((on, id) => on !== followed.get(id) && switches.set(id, on));
    followed = now;
    update();
  };

  const close = () => dialog?.close();

  const remove = () => {
    close();
    dialog?.remove();
    dialog = undefined;
  };

  // Where lit may not draw, that shows here and not in a listener.
  render(html``, new DocumentFragment());
  root.adoptedStyleSheets.push(styleSheet(preferencesStyles));
  // What was moved and left was moved over a decision that is no more.
  choice.subscribe(() => (dialog?.open ? follow() : forget()));
  forget();
  for (const coming of files) {
    void coming.then((file) => {
      if (file) details.push(file.details);
      update();
    });
  }

  return {
    show(now) {
      if (dialog?.open) return;
      remove();
      view = now;
      const made = (dialog = element('dialog', {
        class: choice.theme ?? 'auto',
        part: 'preferences',
        'aria-labelledby': 'preferences-title',
      }));
      root.prepend(made);
      follow();
      open(made);
      // No frame is made in a hidden page.
      requestAnimationFrame(() => {
        if (made.open) choice.announce('preferences');
      });
    },
    speak(now) {
      view = now;
      // A browser's translator puts elements of its own in the place of text nodes; lit would not find
      // the old text again. So everything goes, and comes anew.
      if (dialog) render(nothing, dialog);
      update();
    },
    close,
  };
}

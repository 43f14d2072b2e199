import type {Choice, Layer} from './decision/choice.js';
import type {ConsentChoice} from './ui/choice/choice-element.js';
import './ui/choice/consent-choice.js';

let element: ConsentChoice | undefined;
let created = false;

/**
 * Shows a layer in the page's own `<consent-choice>`, or in one of ours at the start of `<body>`.
 * Called again it switches the layer. Resolves when the layer is rendered.
 */
export async function showChoice(choice: Choice, layer: Layer): Promise<void> {
  await body();
  if (!element?.isConnected) {
    element = document.querySelector('consent-choice') ?? undefined;
    created = !element;
    if (!element) document.body.prepend((element = document.createElement('consent-choice')));
  }
  await element.show(choice, layer);
}

/** Closes the preferences, and the banner where nothing is left to ask. Never an answer. */
export function hideChoice(): void {
  element?.hide();
}

/** Takes everything away and gives the page back as it was. */
export function removeChoice(): void {
  element?.clear();
  if (created) element?.remove();
  element = undefined;
}

/** Resolves when the parser has come to `<body>`. */
const body = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.body) return resolve();
    const watch = new MutationObserver(() => {
      if (document.body) {
        watch.disconnect();
        resolve();
      }
    });
    watch.observe(document.documentElement, {childList: true});
  });

import {makeChoice, type ChoiceSource} from './choice.js';
import type {Choice, Layer} from './decision/choice.js';
import {facts} from './services/facts.js';
import type {ConsentChoice} from './ui/choice/choice-element.js';
import './ui/choice/consent-choice.js';

/** In this file, for who is asked mostly has a config that is to be checked: one request, not two. */
export {isValid} from './check.js';

/** The one of the document's gate. */
let choice: Choice | undefined;
/** Our element, where the page has placed none of its own. */
let created: ConsentChoice | undefined;

const find = () => document.querySelector('consent-choice');

/**
 * Shows a layer in the page's own `<consent-choice>`, or in one of ours at the start of `<body>`.
 * Called again it switches the layer. Resolves when the layer is rendered.
 */
export async function showChoice(site: ChoiceSource, layer: Layer): Promise<void> {
  if (!document.body) await new Promise((done) => addEventListener('DOMContentLoaded', done));
  if (site.signal.aborted) return;
  choice ??= makeChoice(site, facts);
  if (!find()) document.body.prepend((created = document.createElement('consent-choice')));
  await find()!.show(choice, layer);
}

/** Closes the preferences. Never an answer. */
export function hideChoice(): void {
  find()?.hide();
}

/** Takes everything away and gives the page back as it was. */
export function removeChoice(): void {
  find()?.clear();
  created?.remove();
  choice = created = undefined;
}

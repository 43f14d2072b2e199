import {makeChoice} from './choice.js';
import type {Choice, Layer} from './decision/choice.js';
import type {Site} from './site.js';
import {hideChoice, removeChoice, showChoice as show} from './ui.js';

const choices = new WeakMap<Site, Promise<Choice>>();

/** Shows a layer to the visitor of a site; resolves when it is on the screen. */
export async function showChoice(site: Site, layer: Layer): Promise<void> {
  const choice = choices.get(site) ?? makeChoice(site);
  choices.set(site, choice);
  await show(await choice, layer);
}

export {hideChoice, removeChoice};

import type {AttendedSite} from './attendant.js';
import {whenSwapped} from './browser/when-swapped.js';
import {makeChoice, type ChoiceSource} from './choice.js';
import type {Layer} from './decision/choice.js';
import {facts} from './services/facts.js';
import type {Attendant} from './ui/choice/attendant.js';
import type {ConsentChoice} from './ui/choice/choice-element.js';
import type {LayeredChoice} from './ui/choice/layered-choice.js';
import './ui/choice/consent-choice.js';

/** In this file, for who is asked mostly has a config that is to be checked: one request, not two. */
export {isValid} from './check.js';

/** The one of the document's gate. */
let choice: LayeredChoice | undefined;
/** Our element, where the page has placed none of its own. */
let created: ConsentChoice | undefined;
/** Ends the watch over the element that is shown. */
let unwatch: (() => void) | undefined;
/** Looks after what is shown, once its file is there. */
let attendant: Attendant | undefined;

const find = () => document.querySelector('consent-choice');

/**
 * The second layer, and the files of what it tells of the configured services: all asked for at once, but
 * the way to the switches does not wait for a table, nor is it closed for want of one.
 */
const fetchPreferences = async ({held, fetch}: ChoiceSource) => {
  const files = held.map(async ({service: {id, details}}) =>
    details
      ? {details: {...details, id}}
      : facts[id]
        ? fetch(`details-${Object.keys(facts).indexOf(id)}` as 'details-0').catch(() => {})
        : undefined,
  );
  return [await import('./preferences.js'), ...files] as const;
};

/** The page's own `<consent-choice>`, or one of ours at the start of `<body>`; none once all is over. */
async function place(site: ChoiceSource): Promise<ConsentChoice | null> {
  // What is shown is described.
  await Promise.all(site.coming);
  if (!document.body) await new Promise((done) => addEventListener('DOMContentLoaded', done));
  if (site.signal.aborted) return null;
  choice ??= {
    ...makeChoice(site, facts),
    preferences: () => fetchPreferences(site),
  };
  if (!find()) document.body.prepend((created ??= document.createElement('consent-choice')));
  const found = find()!;
  // What is clicked and chosen here is no business of Metrica's click map and session replay.
  // https://yandex.com/support/metrica/en/code/html-markup.html
  found.classList.add('ym-disable-clickmap', 'ym-hide-content');
  unwatch?.();
  unwatch = whenSwapped(found, () => {
    if (choice?.decision().unanswered[0]) site.show('banner');
  });
  return found;
}

/**
 * Shows a layer. Called again it switches the layer. Resolves when the layer is on the screen: what its
 * reader does not need yet is asked for after that.
 */
export async function showChoice(site: AttendedSite, layer: Layer): Promise<void> {
  const element = await place(site);
  await element?.show(choice!, layer);
  // A hidden page makes no frames.
  if (!document.hidden)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  // Where its file cannot be had the banner does without.
  if (!element) return;
  import('./attendant.js')
    .then((file) => choice && (attendant ??= file.createAttendant(choice, site)).look(element))
    .catch(() => {});
}

/**
 * Says that something the visitor has switched off ends with a reload which is theirs to make.
 * Resolves when it is on the page.
 * @param reload called when the visitor wants it
 */
export async function showNotice(site: ChoiceSource, reload: () => void): Promise<void> {
  const root = (await place(site))?.shadowRoot;
  if (root) await (await import('./notice.js')).showNotice(root, choice!, reload);
}

/** Closes the preferences. Never an answer. */
export function hideChoice(): void {
  find()?.hide();
}

/** Takes everything away and gives the page back as it was. */
export function removeChoice(): void {
  unwatch?.();
  attendant?.end();
  find()?.clear();
  created?.remove();
  choice = created = attendant = undefined;
}

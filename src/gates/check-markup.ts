import {select} from '../browser/document.js';
import {warn} from '../browser/report.js';
import {ADDRESSES} from './addresses.js';
import {GATED} from './gated.js';
import {afterOf, idsOf} from './markup-gate.js';

const told = new WeakSet<Element>();

/** The tag in short, as its author will find it. */
function tagOf(element: Element): string {
  const attributes = [
    'data-consent',
    'id',
    ...ADDRESSES,
    ...ADDRESSES.map((name) => `data-${name}`),
  ]
    .filter((name) => element.hasAttribute(name))
    .map((name) => ` ${name}="${element.getAttribute(name)}"`);
  return `<${element.localName}${attributes.join('')}>`;
}

/** What keeps an element from doing what it was written for, and how to mend it. */
function mistakeIn(element: Element, known: (id: string) => boolean): string | undefined {
  const ids = idsOf(element).map((id) => id.replace(/^!/, ''));
  if (!ids[0]) return 'stays shut: write a category or service into data-consent';
  const unknown = ids.filter((id) => !known(id));
  if (unknown[0]) {
    return `stays shut: this site asks for no ${unknown.map((id) => `"${id}"`).join(', ')} (write ids of the config, apart by spaces)`;
  }
  if (element instanceof SVGScriptElement) return 'stays shut: write a script of HTML';
  if (element instanceof HTMLScriptElement) {
    const missing = afterOf(element)?.filter(
      (id) => ![...select('script[data-consent]')].some((script) => script.id === id),
    );
    if (missing?.[0])
      return `waits for ever: there is no gated script with the id ${missing.map((id) => `"${id}"`).join(', ')} that data-consent-after names`;
    // One that we have run keeps its attributes, and has an empty type or the one of its `data-type`.
    return element.type === 'text/plain' ||
      element.getAttribute('type') === '' ||
      element.hasAttribute('data-type')
      ? undefined
      : 'waits for nothing: write type="text/plain" (and data-type="module" where it is a module)';
  }
  const early = ADDRESSES.find(
    (name) =>
      // A picture of the site's own may stand before the film.
      name !== 'poster' && element.hasAttribute(name) && !element.hasAttribute(`data-${name}`),
  );
  if (early) return `waits for nothing: write data-${early} instead of ${early}`;
  const bare = !ADDRESSES.some((name) => element.hasAttribute(`data-${name}`));
  const inside =
    bare && element.querySelector(':is(iframe, img, script, video, audio, source, embed)[src]');
  return inside
    ? `holds nothing back: write data-consent onto <${inside.localName}> itself, and data-src instead of its src`
    : undefined;
}

/**
 * Tells the owner, once, of gated markup that can never do what it was written for. Changes nothing.
 * @param known whether this site has a category or service of that id
 */
export function checkMarkup(known: (id: string) => boolean): void {
  for (const element of select(GATED)) {
    const mistake = told.has(element) ? undefined : mistakeIn(element, known);
    if (!mistake) continue;
    told.add(element);
    warn(`${tagOf(element).slice(0, 200)} ${mistake}`);
  }
}

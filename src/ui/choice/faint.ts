import {element} from '../shared/element.js';
import {contrast, type Colour} from './contrast.js';

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const EDGE = 3;

/** What is seen of a colour on a black page, and on a white one: what lets the page through may lie on anything. */
type Seen = readonly Colour[];
const PAGE: Seen = [
  [0, 0, 0],
  [1, 1, 1],
];

/** A switch that is off. */
const TRACK = '#7b828d';

const BACK = '--consent-background';

/** Two colours, and the ratio they have. */
type Pair = readonly [ratio: number, front: Colour, back: Colour];
const byRatio = ([one]: Pair, [other]: Pair) => one - other;

const hex = (colour: Colour) =>
  `#${colour.map((share) => (Math.round(share * 255) + 256).toString(16).slice(1)).join('')}`;

/**
 * What of a layer is too faint to be read, or to be seen as what it is: a line for each two colours, with which they are
 * and what contrast they have. Measured on a sample that is gone before anybody could see it: it follows every rule that
 * the layer follows, and no transition or animation has it half way.
 * @param kind class of the sample
 * @param colours custom properties, and which each takes its colour from
 */
export function faint(
  root: ShadowRoot,
  part: string,
  kind: string,
  colours: Readonly<Record<string, string>>,
): string[] {
  const probe = element('i', {});
  const button = element('button', {part: 'button'});
  const quiet = element('button', {part: 'quiet-button', class: 'quiet'});
  const layer = element('section', {part, class: kind}, probe, button, quiet);
  for (const one of [layer, button, quiet]) one.style.cssText = 'animation:none!important';
  root.append(layer);
  try {
    return [...look(layer, probe, button, quiet, colours).values()];
  } finally {
    layer.remove();
  }
}

/** @returns the lines, by the two colours */
function look(
  layer: HTMLElement,
  probe: HTMLElement,
  button: HTMLElement,
  quiet: HTMLElement,
  colours: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const style = getComputedStyle(layer);

  const known = new Map<string, Colour>();
  /** Red, green, blue, and how opaque, of a colour in any notation: the browser mixes it with itself. None of what is no colour. */
  const read = (text: string): Colour => {
    // Where a component is missing Firefox misses all of them once it has mixed.
    const whole = text.replace(/\bnone\b/g, '0');
    probe.style.cssText = `color:red;color:color-mix(in srgb,${whole},${whole})`;
    const [, numbers = '0 0 0 0'] = /^color\(srgb (.*)\)/.exec(getComputedStyle(probe).color) ?? [];
    // No screen need have what lies outside of sRGB.
    return numbers.split(/[ /]+/).map((one) => Math.min(1, Math.max(0, parseFloat(one))));
  };
  const lay = (text: string, on: Seen): Seen => {
    if (!known.has(text)) known.set(text, read(text));
    const [red, green, blue, opacity = 1] = known.get(text)!;
    return on.map((below) =>
      [red!, green!, blue!].map((share, i) => below[i]! + (share - below[i]!) * opacity),
    );
  };
  /** Unknown where there is a picture. */
  const face = (of: CSSStyleDeclaration, on: Seen) =>
    of.backgroundImage === 'none' ? lay(of.backgroundColor, on) : undefined;

  /** The custom property that a colour comes from, else what it is. */
  const origin = (name: string): string =>
    style.getPropertyValue(name)
      ? name
      : colours[name]
        ? origin(colours[name])
        : name.replace('--consent-', '');
  /** Of what shows a thing the clearest counts, on the page where it is the faintest. */
  const compare = (
    what: string,
    needed: number,
    [front, back]: readonly [string, string],
    on: Seen,
    ...seen: readonly Seen[]
  ) => {
    const pairs = seen.map((one) =>
      one.map((colour, i): Pair => [contrast(colour, on[i]!), colour, on[i]!]),
    );
    const [ratio, one, other] = pairs
      .map((of) => of.sort(byRatio)[0]!)
      .sort(byRatio)
      .at(-1)!;
    if (ratio >= needed) return;
    let line = `${origin(front)} ${hex(one)} on ${origin(back)} ${hex(other)}`;
    if (!line.includes('--')) line = `::part(${what}) ${hex(one)} on ${hex(other)}`;
    // Of two things in the same colours the first one needs more.
    if (!found.has(line)) {
      found.set(line, `${line} has ${Math.floor(ratio * 100) / 100}:1 of ${needed}:1`);
    }
  };

  const ground = face(style, PAGE);
  if (!ground) return found;
  const what = layer.part.value;
  compare(what, TEXT, ['--consent-text', BACK], ground, lay(style.color, ground));
  const {color, backgroundColor} = style;
  // As in the styles.
  for (const [needed, name, otherwise] of [
    [TEXT, '--consent-muted', `color-mix(in srgb,${color} 75%,${backgroundColor})`],
    [EDGE, '--consent-focus', color],
  ] as const) {
    const given = style.getPropertyValue(name) || otherwise;
    compare(what, needed, [name, BACK], ground, lay(given, ground));
  }
  compare(what, EDGE, ['switch', BACK], ground, lay(TRACK, ground));
  for (const [control, text, back, edge] of [
    [button, '--consent-accent-text', '--consent-accent', '--consent-accent'],
    [quiet, '--consent-text', BACK, '--consent-text'],
  ] as const) {
    const its = getComputedStyle(control);
    const on = face(its, ground);
    if (!on) continue;
    const border = its.borderTopStyle === 'none' ? on : lay(its.borderTopColor, on);
    compare(control.part.value, TEXT, [text, back], on, lay(its.color, on));
    compare(control.part.value, EDGE, [edge, BACK], ground, on, border);
  }
  return found;
}

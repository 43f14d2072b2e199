import type {Locator} from 'playwright/test';

/** What a button weighs in the eye, each a number that is twice as great where there is twice as much of it. */
export interface Weight {
  /** CSS px */
  width: number;
  height: number;
  fontSize: number;
  /** 100 to 900 */
  fontWeight: number;
  /** Ratio by WCAG 2, 1 to 21. */
  textContrast: number;
  /** Of its face or its border against what it lies on, whichever is greater. */
  edgeContrast: number;
  /** CSS px, all four sides. */
  border: number;
  radius: number;
  /** 0 to 1, its ancestors' within */
  opacity: number;
  /** CSS px: how far its shadows reach. */
  shadow: number;
  /** 0 to 5 points of it that a pointer would find. */
  found: number;
}

interface Weighed {
  weight: Weight;
  /** CSS px in the viewport */
  top: number;
  left: number;
}

/** Weighs a button as it is on the screen now. */
export const weigh = (button: Locator): Promise<Weighed> =>
  button.evaluate((element: HTMLElement) => {
    type Colour = readonly [number, number, number, number];
    const colour = (text: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      if (!/^rgba?\(/.test(text)) throw new Error(`a colour that cannot be weighed: ${text}`);
      return [red, green, blue, alpha];
    };
    const over = (top: Colour, under: Colour): Colour => {
      const mix = (i: 0 | 1 | 2) => top[i] * top[3] + under[i] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    const luminance = (of: Colour) => {
      const part = (i: 0 | 1 | 2) => {
        const share = of[i] / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
    };
    const contrast = (a: Colour, b: Colour) => {
      const [one, other] = [luminance(a), luminance(b)];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    };

    const parentOf = (node: Element): Element | null =>
      node.assignedSlot ??
      node.parentElement ??
      (node.getRootNode() instanceof ShadowRoot ? (node.getRootNode() as ShadowRoot).host : null);
    const ancestors: Element[] = [];
    for (let node = parentOf(element); node; node = parentOf(node)) ancestors.push(node);
    const under = ancestors.reduceRight<Colour>(
      (below, node) => over(colour(getComputedStyle(node).backgroundColor), below),
      [255, 255, 255, 1],
    );

    const style = getComputedStyle(element);
    const face = over(colour(style.backgroundColor), under);
    const box = element.getBoundingClientRect();
    const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
    const widths = sides.map((side) =>
      style[`border${side}Style`] === 'none' ? 0 : parseFloat(style[`border${side}Width`]),
    );
    const border = widths.reduce((sum, width) => sum + width, 0);
    const edges = sides
      .filter((_, i) => widths[i])
      .map((side) => over(colour(style[`border${side}Color`]), face));
    const root = element.getRootNode() as Document | ShadowRoot;
    const points = [
      [0.5, 0.5],
      [0.05, 0.5],
      [0.95, 0.5],
      [0.5, 0.1],
      [0.5, 0.9],
    ] as const;
    const lengths = style.boxShadow.replace(/\([^)]*\)/g, '').match(/-?[\d.]+(?=px)/g) ?? [];
    const weight = {
      width: box.width,
      height: box.height,
      fontSize: parseFloat(style.fontSize),
      fontWeight: Number(style.fontWeight),
      textContrast: contrast(over(colour(style.color), face), face),
      edgeContrast: Math.max(...[face, ...edges].map((edge) => contrast(edge, under))),
      border,
      radius: parseFloat(style.borderTopLeftRadius),
      opacity: [element, ...ancestors].reduce(
        (all, node) => all * Number(getComputedStyle(node).opacity),
        1,
      ),
      shadow: lengths.reduce((sum, length) => sum + Math.abs(Number(length)), 0),
      found: points.filter(([x, y]) => {
        const hit = root.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return hit && element.contains(hit);
      }).length,
    };
    return {weight, top: box.top, left: box.left};
  });

/**
 * How much one of two buttons outweighs the other, and in what: the greatest difference, in percent of the greater.
 * `place` is how far they are from standing in one row or in one column, in percent of a button's height.
 */
export function asymmetry(
  one: Weighed,
  other: Weighed,
): {percent: number; of: keyof Weight | 'place'} {
  const names = Object.keys(one.weight) as (keyof Weight)[];
  // Half a pixel is how browsers round.
  const slack = (of: keyof Weight) => (of === 'width' || of === 'height' ? 0.5 : 0.01);
  const differences = names.map((of) => {
    const [a, b] = [one.weight[of], other.weight[of]];
    const apart = Math.abs(a - b);
    return {of, percent: apart <= slack(of) ? 0 : (apart / Math.max(a, b)) * 100};
  });
  const off = Math.min(Math.abs(one.top - other.top), Math.abs(one.left - other.left));
  const place = {
    of: 'place' as const,
    percent: off <= 0.5 ? 0 : (off / one.weight.height) * 100,
  };
  return [place, ...differences].reduce((worst, one) =>
    one.percent > worst.percent ? one : worst,
  );
}

import type {Locator} from 'playwright/test';

/** Something that is aimed at. */
export interface Target {
  what: string;
  /** The lesser of width and height, CSS px. */
  size: number;
}

/** Everything in a layer that can be clicked or tapped, and how large it is (WCAG 2.5.8). */
export const targets = (layer: Locator): Promise<Target[]> =>
  layer.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('a, button, input, summary')].map((one) => {
      const {width, height} = one.getBoundingClientRect();
      const what = one.dataset['action'] ?? (one.id || one.textContent.trim());
      return {what: `${one.localName} ${what}`, size: Math.min(width, height)};
    }),
  );

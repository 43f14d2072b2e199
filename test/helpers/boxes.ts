import type {Locator} from 'playwright/test';

export interface Box {
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the elements of a layer stand that a selector finds and that can be seen, in the order of the document. */
export const boxes = (layer: Locator, selector: string): Promise<Box[]> =>
  layer.evaluate(
    (element, wanted) =>
      [...element.querySelectorAll<HTMLElement>(wanted)]
        .filter((one) => one.checkVisibility())
        .map((one) => {
          const {left, right, top, bottom} = one.getBoundingClientRect();
          const what = `${one.localName} ${one.dataset['action'] ?? (one.id || one.textContent.trim())}`;
          return {what, left, right, top, bottom};
        }),
    selector,
  );

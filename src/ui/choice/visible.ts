/** Opacity below which nobody sees what there is. */
const FAINTEST = 0.1;

/** How opaque an element is, with all it lies in. */
const opacityOf = (element: Element): number => {
  const above = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  return +getComputedStyle(element).opacity * (above ? opacityOf(above) : 1);
};

/** Whether it can be seen; Safari before 17.4 does not tell what has no box. */
export const isVisible = (element: Element): boolean =>
  element.checkVisibility?.() !== false &&
  getComputedStyle(element).visibility === 'visible' &&
  opacityOf(element) >= FAINTEST;

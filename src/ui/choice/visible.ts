/** Opacity below which nobody sees what there is. */
const FAINTEST = 0.1;

/** How opaque an element is, with all it lies in. */
const opacityOf = (element: Element): number => {
  const above = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  return +getComputedStyle(element).opacity * (above ? opacityOf(above) : 1);
};

/** Whether it can be seen; where the browser cannot tell (Safari before 17.4), whether it is not transparent. */
export const isVisible = (element: Element): boolean =>
  element.checkVisibility?.({opacityProperty: true, visibilityProperty: true}) !== false &&
  opacityOf(element) >= FAINTEST;

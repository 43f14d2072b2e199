/** Whether anybody can see an element; no opacity, of itself or around it, counts as nothing to see. */
export const isRendered = (element: HTMLElement): boolean =>
  // Safari has had it since 17.4.
  element.checkVisibility?.({opacityProperty: true, visibilityProperty: true}) ??
  element.getClientRects().length > 0;

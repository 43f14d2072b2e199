const nothing = () => {};
let giveBack = nothing;

/** In px of an element that the page may have zoomed. https://drafts.csswg.org/css-viewport/#zoom-om */
export const unzoomed = (pixels: number, {currentCSSZoom = 1}: Partial<Element>) =>
  `${pixels / currentCSSZoom}px`;

/**
 * Keeps room for the banner at the end of the page, so that it never lies over the last lines or over
 * a focused link (WCAG 2.4.11), and nothing above moves.
 * @param pixels height of the room; 0 gives everything back
 */
export function reserveSpace(pixels: number): void {
  giveBack();
  giveBack = nothing;
  if (!pixels) return;
  const {body, documentElement} = document;
  const set = (padding: string, scrollPadding: string) => {
    body.style.paddingBottom = padding;
    documentElement.style.scrollPaddingBottom = scrollPadding;
  };
  try {
    const before = [body.style.paddingBottom, documentElement.style.scrollPaddingBottom] as const;
    giveBack = () => set(...before);
    // The page's own padding stays; it may change with the viewport, so it is read each time.
    set(
      `calc(${getComputedStyle(body).paddingBottom} + ${unzoomed(pixels, body)})`,
      unzoomed(pixels, documentElement),
    );
  } catch {
    // Images called `body` shadow the property of the document.
  }
}

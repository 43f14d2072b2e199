/**
 * Room for the banner at the end of the page, so that it never lies over the last lines or over a
 * focused link (WCAG 2.4.11), and nothing above moves.
 */
export class ReservedSpace {
  private undo: (() => void)[] = [];

  /** @param pixels height of the room; 0 gives everything back */
  hold(pixels: number): void {
    for (const undo of this.undo.splice(0)) undo();
    if (!pixels) return;
    const {body, documentElement} = document;
    // The page's own padding stays; it may change with the viewport, so it is read each time.
    const own = getComputedStyle(body).paddingBottom;
    this.undo.push(
      put(body, 'padding-bottom', `calc(${own} + ${pixels}px)`),
      put(documentElement, 'scroll-padding-bottom', `${pixels}px`),
    );
  }
}

/** Sets an inline style; what it returns brings back the one before, unless the page has set its own since. */
function put({style}: HTMLElement, property: string, value: string): () => void {
  const before = style.getPropertyValue(property);
  style.setProperty(property, value);
  const ours = style.getPropertyValue(property);
  return () => {
    if (style.getPropertyValue(property) === ours) style.setProperty(property, before);
  };
}

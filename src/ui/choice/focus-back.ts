/**
 * Gives the focus back to what had it, where it still is: the visitor has scrolled on. Through the prototype, for a
 * form's field may be called `focus`; the link of a drawing has another one.
 */
export function focusBack(to: EventTarget | null): void {
  try {
    const {prototype} = to instanceof SVGElement ? SVGElement : HTMLElement;
    prototype.focus.call(to, {preventScroll: true});
  } catch {
    // Of neither kind, or none.
  }
}

/** Whether something of ours lies over what has the focus in the page: over all of it, or over a part. */
export function liesOverFocus(region: Element, root: ShadowRoot): 'all' | 'part' | false {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  if (!focus || focus === document.body || root.activeElement) return false;
  const [a, b] = [region, focus].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect];
  if (!(a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right)) return false;
  return a.top <= b.top && b.bottom <= a.bottom ? 'all' : 'part';
}

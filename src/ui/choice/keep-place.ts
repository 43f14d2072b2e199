/**
 * For texts that are about to come anew: keeps where the reader is in the preferences.
 * @returns brings the new ones there: to the same focus, the same scroll position, the same details open
 */
export function keepPlace(root: ShadowRoot): () => void {
  const all = () => [...root.querySelectorAll<HTMLDetailsElement>('dialog *')];
  const before = all();
  const places = before.map(({open, scrollTop}) => ({open, scrollTop}));
  const focus = before.indexOf(root.activeElement as HTMLDetailsElement);
  return () => {
    const now = all();
    // What is another number of elements has other places.
    if (now.length !== places.length) return;
    now.forEach((element, i) => {
      const {open, scrollTop} = places[i]!;
      if (open) element.open = true;
      element.scrollTop = scrollTop;
    });
    now[focus]?.focus({preventScroll: true});
  };
}

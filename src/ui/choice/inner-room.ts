import {unzoomed} from './reserved-space.js';

/** What has room at its end, for how many px, and what gives everything back. */
let given: {readonly scroller: HTMLElement; readonly room: number; giveBack(): void} | undefined;

/** The innermost element with a scroll bar of its own that holds what lies under a point, next to the banner. */
function scrollerAt(x: number, y: number, host: Element): HTMLElement | undefined {
  const {body, documentElement} = document;
  let found = document.elementsFromPoint(x, y).find((element) => element !== host);
  for (; found && found !== documentElement; found = found.parentElement ?? undefined) {
    const scrolls = /auto|scroll/.test(getComputedStyle(found).overflowY);
    // The viewport takes what the body says, unless the root says something itself.
    const own = found !== body || getComputedStyle(documentElement).overflowY !== 'visible';
    if (scrolls && own && found.scrollHeight > found.clientHeight) return found as HTMLElement;
  }
  return undefined;
}

/**
 * Keeps room for the banner at the end of an element of the page that scrolls by itself and lies under it, as
 * `reserveSpace` does at the end of the page: else the last of its links could not be brought in sight, nor
 * one that has the focus (WCAG 2.4.11).
 * @param shown the banner; none where it is gone or cannot be seen
 */
export function reserveInside(host: Element, shown?: Element): void {
  const {left, top, width} = shown?.getBoundingClientRect() ?? {left: 0, top: 0, width: 0};
  const scroller = width ? scrollerAt(left + width / 2, top + 1, host) : undefined;
  const bottom = Math.min(innerHeight, scroller?.getBoundingClientRect().bottom ?? 0);
  const room = Math.max(0, Math.round(bottom - top));
  if (given?.scroller === scroller && given?.room === room) return;
  given?.giveBack();
  given = undefined;
  if (!scroller || !room) return;
  const {style} = scroller;
  // A body that scrolls by itself has the room of the page already.
  const own = scroller !== document.body;
  const names = [...(own ? ['padding-bottom'] : []), 'scroll-padding-bottom', 'box-sizing'];
  const before = names.map((name) => style.getPropertyValue(name));
  given = {
    scroller,
    room,
    giveBack: () => names.forEach((name, i) => style.setProperty(name, before[i]!)),
  };
  const inside = unzoomed(room, scroller);
  if (own) style.paddingBottom = `calc(${getComputedStyle(scroller).paddingBottom} + ${inside})`;
  style.scrollPaddingBottom = inside;
  // A height of 100 % stays one.
  style.boxSizing = 'border-box';
}

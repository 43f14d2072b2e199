/** What of a frame's style makes its place in the page. */
const SHAPE = [
  ...['position', 'top', 'right', 'bottom', 'left', 'float', 'clear', 'z-index', 'visibility'],
  ...['width', 'height', 'min-width', 'min-height', 'max-width', 'max-height', 'aspect-ratio'],
  ...['box-sizing', 'vertical-align', 'transform', 'order', 'align-self', 'justify-self'],
  ...['flex-grow', 'flex-shrink', 'flex-basis'],
  ...['grid-row-start', 'grid-row-end', 'grid-column-start', 'grid-column-end'],
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [
    `margin-${side}`,
    `padding-${side}`,
    `border-${side}-width`,
    `border-${side}-style`,
  ]),
  ...['top-left', 'top-right', 'bottom-left', 'bottom-right'].map(
    (corner) => `border-${corner}-radius`,
  ),
];

/** A frame without any size of its own: https://html.spec.whatwg.org/multipage/rendering.html#embedded-content-rendering-rules */
const USUAL = {width: '300px', height: '150px'};

/** The smallest frame, in px each way, that somebody could read anything in; a smaller one is not for visitors. */
const LEAST = 24;

/** Hides a frame, which keeps its place in the page's own tree, or shows it as it was. */
export function hideFrame(frame: HTMLElement, hidden: boolean): void {
  if (hidden) frame.style.setProperty('display', 'none', 'important');
  else frame.style.removeProperty('display');
}

/**
 * Gives `host` the place in the layout that a frame beside it has, to the pixel, and hides the frame. The style of what
 * is not rendered is as its author wrote it: shares of a width stay shares, and follow a page that changes its size.
 * @param ownDisplay the frame's own inline `display`
 * @returns false where the frame is too small for anybody to see
 */
export function takeShape(frame: HTMLElement, host: HTMLElement, ownDisplay: string): boolean {
  const set = (name: string, value: string) => host.style.setProperty(name, value, 'important');
  set('display', 'none');
  hideFrame(frame, false);
  if (ownDisplay) frame.style.display = ownDisplay;
  const {display} = getComputedStyle(frame);
  const size = [frame.offsetWidth, frame.offsetHeight] as const;
  hideFrame(frame, true);

  const style = getComputedStyle(frame);
  const [width, height, ratio] = ['width', 'height', 'aspect-ratio'].map((name) =>
    style.getPropertyValue(name),
  );
  // Of one that is not rendered now the style is all there is.
  const tiny = [width!, height!].some((value) => value.endsWith('px') && parseFloat(value) < LEAST);
  if (tiny || (size[0] && size.some((length) => length < LEAST))) return false;

  for (const name of SHAPE) set(name, style.getPropertyValue(name));
  for (const side of ['top', 'right', 'bottom', 'left']) set(`border-${side}-color`, 'transparent');
  if (style.position === 'static') set('position', 'relative');
  // Its baseline is then its foot, as a frame's is.
  set('overflow', 'hidden');
  const follows = ratio !== 'auto';
  if (width === 'auto' && !(follows && height !== 'auto')) set('width', USUAL.width);
  if (height === 'auto' && !follows) set('height', USUAL.height);
  set('display', display === 'inline' ? 'inline-block' : display);
  // What no rule of ours has foreseen, such as a frame that is stretched by its row.
  if (size[0] && (host.offsetWidth !== size[0] || host.offsetHeight !== size[1])) {
    set('box-sizing', 'border-box');
    (['width', 'height'] as const).forEach((name, i) => {
      set(name, `${size[i]!}px`);
      set(`min-${name}`, '0');
      set(`max-${name}`, 'none');
    });
  }
  return true;
}

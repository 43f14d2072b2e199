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

/** Its own inline `display` while it is hidden. */
const own = new WeakMap<HTMLElement, string>();

const isHidden = ({style}: HTMLElement) =>
  style.display === 'none' && style.getPropertyPriority('display') === 'important';

/** Hides a frame, which keeps its place in the page's own tree, or shows it as its page wants it. */
export function hideFrame(frame: HTMLElement, hidden: boolean): void {
  const {style} = frame;
  if (hidden === isHidden(frame)) return;
  if (hidden) {
    own.set(frame, style.display);
    style.setProperty('display', 'none', 'important');
  } else {
    style.removeProperty('display');
    style.display = own.get(frame) ?? '';
  }
}

const tooSmall = (length: number) => length < LEAST;

/** Whether a frame is too small for anybody to read in; of one that is not rendered its style says it. */
export function isTiny(frame: HTMLElement): boolean {
  if (frame.offsetParent || frame.offsetWidth)
    return tooSmall(frame.offsetWidth) || tooSmall(frame.offsetHeight);
  const {width, height} = getComputedStyle(frame);
  return [width, height].some((value) => value.endsWith('px') && tooSmall(parseFloat(value)));
}

/**
 * Gives `host` the place in the layout that a frame has, to the pixel, and hides the frame; the host stands before it
 * then. The style of what is not rendered is as its author wrote it: shares of a width stay shares, and follow a page that
 * changes its size.
 */
export function takeShape(frame: HTMLElement, host: HTMLElement): void {
  const set = (name: string, value: string) => host.style.setProperty(name, value, 'important');
  // As if the host were not there: a rule such as `* + *` would give the frame another margin.
  host.remove();
  hideFrame(frame, false);
  const {display} = getComputedStyle(frame);
  const size = [frame.offsetWidth, frame.offsetHeight] as const;
  hideFrame(frame, true);
  const style = getComputedStyle(frame);
  for (const name of SHAPE) set(name, style.getPropertyValue(name));
  for (const side of ['top', 'right', 'bottom', 'left']) set(`border-${side}-color`, 'transparent');
  const {width, height, position, aspectRatio} = style;
  if (position === 'static') set('position', 'relative');
  // Its baseline is then its foot, as a frame's is.
  set('overflow', 'hidden');
  const follows = aspectRatio !== 'auto';
  if (width === 'auto' && !(follows && height !== 'auto')) set('width', USUAL.width);
  if (height === 'auto' && !follows) set('height', USUAL.height);
  set('display', display === 'inline' ? 'inline-block' : display);
  frame.before(host);
  // What no rule of ours has foreseen, such as a frame that is stretched by its row.
  if (size[0] && (host.offsetWidth !== size[0] || host.offsetHeight !== size[1])) {
    set('box-sizing', 'border-box');
    (['width', 'height'] as const).forEach((name, i) => {
      set(name, `${size[i]!}px`);
      set(`min-${name}`, '0');
      set(`max-${name}`, 'none');
    });
  }
}

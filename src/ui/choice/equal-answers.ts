import type {ConsentChoice} from './choice-element.js';

/** What follows from the place and size of a button, and of its text. */
const PLACE = /(^|-)(width|height|(inline|block)-size|origin)$/;

/** ms that a way back may take: a rule could have one that never ends. */
const LONGEST = 5000;

const looksOf = (button: Element) => {
  const style = getComputedStyle(button);
  return [...style]
    .filter((name) => !PLACE.test(name))
    .map((name) => `${name}:${style.getPropertyValue(name)}`);
};

/** Whether the banner shows through, and changes from place to place. */
const isSeeThrough = (button: Element): boolean =>
  /^rgba|\//.test(getComputedStyle(button).backgroundColor) &&
  getComputedStyle(button.closest('section')!).backgroundImage !== 'none';

/** Whether a click in its middle comes to it; undefined where that lies outside of the window. */
const isHit = (button: Element): boolean | undefined => {
  const {left, top, width, height} = button.getBoundingClientRect();
  const found = (button.getRootNode() as ShadowRoot).elementFromPoint(
    left + width / 2,
    top + height / 2,
  );
  return found ? button.contains(found) : undefined;
};

/**
 * Takes the page's `::part` rules from the buttons where they make one of the two answers another thing than the other: by
 * `attr()` a rule for both may look at which is which, and one that places both may lay one over the other.
 * @returns what was unequal, for the owner
 */
export function keepAnswersEqual(host: ConsentChoice): string | undefined {
  const of = (action: string) =>
    host.shadowRoot!.querySelector(`[part=banner] [part][data-action=${action}]`);
  const [accept, reject] = [of('accept'), of('reject')];
  // Under a pointer or with the focus one looks different, and on its way back from there.
  const isMoved = (one: Element) =>
    one.matches(':hover,:focus,:active') ||
    one
      .getAnimations()
      .some(
        (animation) =>
          animation instanceof CSSTransition &&
          +animation.effect!.getComputedTiming().endTime! < LONGEST,
      );
  if (!accept || !reject || isMoved(accept) || isMoved(reject)) return undefined;
  const rejects = looksOf(reject);
  const unlike = looksOf(accept).find((line, i) => line !== rejects[i]);
  const [a, b] = [accept, reject].map((one) => one.getBoundingClientRect());
  const wrong =
    unlike ??
    (Math.abs(a!.width - b!.width) > 1 || Math.abs(a!.height - b!.height) > 1
      ? 'size'
      : isHit(accept) !== isHit(reject)
        ? 'one lies under something'
        : isSeeThrough(accept)
          ? 'what lies behind them'
          : undefined);
  if (wrong === undefined) return undefined;
  host.shadowRoot!.querySelectorAll('[part=banner] [part]').forEach((one) => {
    one.removeAttribute('part');
  });
  return wrong;
}
